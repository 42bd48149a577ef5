import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongsTo, buildRegister, foldName, loadActors } from './actors.ts';

const register = loadActors('knowledge/actors');

const file = (more: object) => ({
  path: 'small.yaml',
  about: 'a small register',
  source: 'own',
  date: '2026-11-22',
  licence: 'Apache-2.0',
  reason: 'test',
  ...more,
});

test('a country row makes a government and its branches', () => {
  const small = buildRegister([
    file({
      branches: 'military | military | gov | armed forces\nairforce | military | military | air force',
      countries: 'FR FRA | France | French | Frenchmen | Paris | French Republic | Elysee | none contested',
    }),
  ]);
  assert.deepEqual([...small.actors.keys()], ['fr.gov', 'fr.military', 'fr.airforce']);
  assert.deepEqual(small.actors.get('fr.airforce'), {
    id: 'fr.airforce',
    name: 'French air force',
    aliases: [],
    descriptions: [],
    role: 'military',
    kind: 'organisation',
    country: 'FR',
    parent: 'fr.military',
    from: null,
    to: null,
    source: 'own',
    note: null,
  });
  assert.deepEqual(small.names.get('paris'), [{ id: 'fr.gov', as: 'seat', casing: 'capital' }]);
  assert.deepEqual(small.names.get('french'), [{ id: 'fr.gov', as: 'adjective', casing: 'capital' }]);
  assert.deepEqual(small.countries.get('FR'), { iso2: 'FR', iso3: 'FRA', name: 'France' });
});

test('a table row carries names, dates and a note', () => {
  const small = buildRegister([
    file({ table: 'group | Green Front; GF | militia | FR | | 1990..2001 | split in 1995' }),
  ]);
  assert.deepEqual(small.actors.get('group'), {
    id: 'group',
    name: 'Green Front',
    aliases: ['GF'],
    descriptions: [],
    role: 'militia',
    kind: 'organisation',
    country: 'FR',
    parent: null,
    from: '1990',
    to: '2001',
    source: 'own',
    note: 'split in 1995',
  });
  assert.deepEqual(small.names.get('gf'), [{ id: 'group', as: 'name', casing: 'acronym' }]);
});

const refused: [string, object][] = [
  ['an actor defined twice', { table: 'a | A | militia\na | B | militia' }],
  ['an unknown parent', { table: 'a | A | militia | | b' }],
  ['names for an unknown actor', { 'more-names': { b: ['B'] } }],
  ['an unknown role', { table: 'a | A | warriors' }],
  ['a country without its codes', { countries: 'FRANCE | France' }],
  ['a date that is none', { table: 'a | A | militia | | | yesterday..' }],
];
for (const [what, more] of refused) {
  test(`the register refuses ${what}`, () => {
    assert.throws(() => buildRegister([file(more)]));
  });
}

test('a name is the same in any spelling of its marks', () => {
  for (const spelling of ['al-Qaeda', 'Al Qaeda', 'AL-QAEDA', 'al‑Qaeda']) assert.equal(foldName(spelling), 'alqaeda');
  assert.equal(foldName('Médecins Sans Frontières'), 'medecinssansfrontieres');
});

test('belonging follows the parents and ends in a circle', () => {
  assert.equal(belongsTo(register, 'ru.airforce', 'ru.gov'), true);
  assert.equal(belongsTo(register, 'ru.gov', 'ru.airforce'), false);
  const circle = buildRegister([file({ table: 'a | A | militia | | b\nb | B | militia | | a' })]);
  assert.equal(belongsTo(circle, 'a', 'c'), false);
});

test('every member state of the United Nations has a government and branches', () => {
  assert.ok(register.countries.size >= 193, `found ${register.countries.size}`);
  for (const iso2 of register.countries.keys()) {
    for (const branch of ['gov', 'military', 'army', 'airforce', 'navy', 'police'])
      assert.ok(register.actors.has(`${iso2.toLowerCase()}.${branch}`), `${iso2} ${branch}`);
  }
});

const known: [string, string][] = [
  ['Moscow', 'ru.gov'],
  ['Kremlin', 'ru.gov'],
  ['White House', 'us.gov'],
  ['UN Security Council', 'un.security-council'],
  ['ICRC', 'icrc'],
  ['Doctors Without Borders', 'msf'],
  ['Hizbollah', 'hezbollah'],
  ['Daesh', 'is'],
  ['Syrian Observatory for Human Rights', 'sohr'],
  ['Shining Path', 'pe.sendero'],
  ['Tamil Tigers', 'lk.ltte'],
  ['Rapid Support Forces', 'sd.rsf'],
  ['Free Syrian Army', 'sy.fsa'],
];
for (const [name, id] of known) {
  test(`"${name}" is ${id} in the register`, () => {
    assert.equal(register.names.get(foldName(name))?.[0]?.id, id);
  });
}

test('every folded name can be reached by its beginnings', () => {
  for (const name of register.names.keys()) assert.ok(register.beginnings.has(name), name);
});
