/** What ordinary sentences of truces and attacks showed to be read wrongly. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');
const incidentsOf = (text: string): readonly CodedIncident[] =>
  code(plainReport(text, '2024-03-05'), knowledge).incidents;

test('what destroyed a thing is no weapon that was found', () => {
  const [first] = incidentsOf('A ministry vehicle was partly destroyed by a dynamite charge on Monday in Maiduguri.');
  assert.equal(first?.type, 'bombing');
  assert.deepEqual(
    first.targets.map(({ name }) => name),
    ['ministry vehicle'],
  );
});

const described: readonly [text: string, target: string][] = [
  [
    'The minister visited the offices of the daily in Beirut, which were damaged by a bomb on 2 March.',
    'offices of the daily',
  ],
  ['She thanked the hospital in Goma, which was hit by two rockets on Sunday.', 'hospital'],
];
for (const [text, target] of described)
  test(`what a clause behind a comma is about: ${target}`, () => {
    const names = incidentsOf(text).flatMap(({ type, targets }) =>
      type === 'talks' ? [] : targets.map(({ name }) => name),
    );
    assert.deepEqual(names, [target]);
  });

test('who withdraws under a truce does not end it', () => {
  const types = incidentsOf('Rebel fighters withdrew from two villages on Friday under the terms of the truce.').map(
    ({ type }) => type,
  );
  assert.deepEqual(types, ['withdrawal']);
});

test('the dead of an act before are not those of the act', () => {
  const [fire, ambush] = incidentsOf(
    'Soldiers burned 40 houses in Thantlang after an ambush in which five guards were killed.',
  );
  assert.equal(fire?.harm.killed, undefined);
  assert.equal(ambush?.harm.killed?.best, 5);
});

test('who is displaced already is not displaced by the act', () => {
  const [incident] = incidentsOf(
    'A woman was killed when a shell hit her tent in a camp for displaced people near Idlib.',
  );
  assert.equal(incident?.harm.displaced, undefined);
});

test('a truce begins when it takes effect, and is planned until then', () => {
  const [ahead] = incidentsOf('The ceasefire agreed in Geneva on Monday is to take effect at 6 p.m. on Thursday.');
  assert.deepEqual(
    [ahead?.type, ahead?.modality, ahead?.time?.start?.slice(0, 10)],
    ['ceasefire_start', 'planned', '2024-03-07'],
  );
  const [begun] = incidentsOf('The truce came into effect on Sunday after talks in Doha on Friday.');
  assert.deepEqual([begun?.modality, begun?.time?.start?.slice(0, 10)], ['asserted', '2024-03-03']);
});

test('what nobody could verify is alleged, with its number', () => {
  const [incident] = incidentsOf(
    'The UN said it could not verify reports that more than 100 civilians had been killed in Tambura.',
  );
  assert.deepEqual([incident?.modality, incident?.harm.killed?.min], ['alleged', 101]);
});

test('a mine behind a number without its noun', () => {
  const [incident] = incidentsOf('A soldier was killed and two were wounded by a mine near al-Bab, the ministry said.');
  assert.deepEqual([incident?.type, incident?.harm.injured?.best], ['mine_or_uxo', 2]);
});
