import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRegister, loadActors } from '../../knowledge/actors.ts';
import type { ActorName } from '../../model/actor-name.ts';
import { type ActorContext, resolveActors } from './actors.ts';

const register = buildRegister([
  {
    path: 'small.yaml',
    about: 'small',
    source: 'own',
    date: '2026-11-22',
    licence: 'Apache-2.0',
    reason: 'test',
    table:
      'north | Northern Army; NA | militia | FR | | 1990..2000\nsouth | Southern Army; NA | militia | TR | | 1995..',
    actors: [
      {
        id: 'fr.side',
        name: 'United Opposition',
        aliases: [],
        descriptions: ['opposition'],
        role: 'political',
        kind: 'organisation',
        country: 'FR',
        parent: null,
        from: null,
        to: null,
        note: null,
      },
    ],
  },
]);

const mention = (more: Partial<ActorName>): ActorName => ({
  id: 0,
  start: 0,
  end: 2,
  sentence: 0,
  firstToken: 0,
  lastToken: 0,
  text: 'NA',
  head: 0,
  form: 'name',
  kind: 'organisation',
  number: 'singular',
  gender: 'unknown',
  role: 'militia',
  actor: 'north',
  affiliation: 'north',
  candidates: ['north', 'south'],
  owner: null,
  others: [],
  either: false,
  country: 'FR',
  title: null,
  office: false,
  inner: null,
  name: 'NA',
  subset: null,
  object: null,
  protected: false,
  metonym: false,
  ...more,
});

const choices: [why: string, context: ActorContext, expected: string][] = [
  ['the first of the register when nothing tells', { countries: [], published: null }, 'north'],
  ["the one of the report's country", { countries: ['TR'], published: null }, 'south'],
  ['the one of the country named most', { countries: ['FR', 'TR'], published: null }, 'north'],
  ['the one that existed at the time', { countries: [], published: '2016-06-15' }, 'south'],
  ['the one that existed, before the other began', { countries: [], published: '1991-01-01' }, 'north'],
];
for (const [why, context, expected] of choices) {
  test(`an ambiguous name means ${why}`, () => {
    assert.equal(resolveActors([mention({})], register, context).actors[0]?.actor, expected);
  });
}

test('a description means an actor only in reports about its country', () => {
  const described = mention({
    text: 'the opposition',
    form: 'description',
    actor: null,
    affiliation: null,
    candidates: [],
    name: null,
    country: null,
  });
  assert.equal(
    resolveActors([described], register, { countries: ['FR'], published: null }).actors[0]?.actor,
    'fr.side',
  );
  assert.equal(resolveActors([described], register, { countries: ['TR'], published: null }).actors[0]?.actor, null);
});

test('resolving twice changes nothing more', () => {
  const context = { countries: ['TR'], published: '2016-06-15' };
  const once = resolveActors([mention({})], register, context).actors;
  assert.deepEqual(resolveActors(once, register, context).actors, once);
});

const real = loadActors('knowledge/actors');
const bare = (text: string, more: Partial<ActorName> = {}) =>
  mention({
    text,
    form: 'description',
    actor: null,
    affiliation: null,
    candidates: [],
    name: null,
    country: null,
    ...more,
  });
const FOREIGN = mention({ text: 'Turkish officials', form: 'description', actor: 'tr.gov', country: 'TR' });
const BARE: [why: string, mentions: ActorName[], countries: string[], actor: string | null][] = [
  ['the army of the one country that the report speaks of', [bare('The army')], ['CO'], 'co.army'],
  ['its government', [bare('the government')], ['CO'], 'co.gov'],
  ['its forces, by what they are called', [bare('government troops')], ['CO'], 'co.military'],
  ['nobody where two countries are spoken of', [bare('the army')], ['CO', 'VE'], null],
  ['nobody where an actor of another country is named', [bare('the army'), FOREIGN], ['CO'], null],
  ['nobody where no country is told', [bare('the army')], [], null],
  ['nobody where several bodies have been called so', [bare('the army')], ['SY'], null],
  ['nobody there for the other side either', [bare('government forces')], ['SD'], null],
  [
    'nobody when it has an owner',
    [bare('army', { owner: { start: 0, end: 1, actor: null, affiliation: null, country: null } })],
    ['CO'],
    null,
  ],
  ['nobody for a wider word', [bare('soldiers')], ['CO'], null],
];
for (const [why, mentions, countries, actor] of BARE)
  test(`a bare word means ${why}`, () => {
    const { actors, notes } = resolveActors(mentions, real, { countries, published: '2016-06-15' });
    assert.equal(actors[0]?.actor, actor);
    assert.equal(notes.length, actor === null ? 0 : 1);
  });

test('that a bare word was taken so is told once for each body, with the words', () => {
  const { notes } = resolveActors([bare('the army'), bare('the army')], real, { countries: ['CO'], published: null });
  assert.deepEqual(notes, [
    {
      code: 'actor/by-country',
      message:
        '"the army" is taken for Colombian army: the report speaks of Colombia alone, and no other body there is called so',
      span: { start: 0, end: 2 },
    },
  ]);
});
