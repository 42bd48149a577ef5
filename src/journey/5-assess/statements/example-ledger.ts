/** What the tests of the statements ledger are about: statements and incidents of two invented states, made short. */
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import type { CodedStatement } from '../../../model/coded-report.ts';
import type { SpokenPlace } from './deed-place.ts';
import type { DeedIncident } from './deeds.ts';
import { partyKin } from './party-kin.ts';
import type { Spoken } from './spoken.ts';
import type { LedgerRules } from './statements-ledger.ts';

const PARENTS: readonly [actor: string, parent: string | null][] = [
  ['north.gov', null],
  ['north.army', 'north.gov'],
  ['south.gov', null],
  ['relief', null],
];

export const EXAMPLE_RULES: LedgerRules = {
  duties: loadKnowledge(new URL('../../../../knowledge', import.meta.url).pathname).statementDuties,
  radiusKm: new Map([
    ['settlement', 5],
    ['district', 25],
    ['region', 1000],
  ]),
  kin: partyKin({ actors: new Map(PARENTS.map(([id, parent]) => [id, { parent }])) }),
};

const who = (id: string) => ({ name: id, kind: 'organisation' as const, actor: id, spans: [] });

export interface ShortStatement {
  id?: string;
  report?: string;
  kind?: CodedStatement['kind'];
  by?: string | null;
  to?: string[];
  words?: string;
  before?: string;
  about?: string[];
  /** Day on which it was said and published. */
  on: string;
  /** First and last day, the latter exclusive. */
  due?: [string, string];
  conditional?: boolean;
  at?: SpokenPlace[];
}

export function spoken(short: ShortStatement): Spoken {
  const { id = 's1', report = `r-${short.on}`, kind = 'commitment', by = 'north.gov', to = [], about = [] } = short;
  const words = short.words ?? 'it will let the convoy pass';
  return {
    report,
    published: short.on,
    words,
    before: short.before ?? '',
    places: short.at ?? [],
    statement: {
      id,
      kind,
      codes: { plover: null, cameo: null },
      speaker: by === null ? null : who(by),
      addressees: to.map(who),
      span: { start: 0, end: words.length },
      quoted: true,
      about,
      said: null,
      deadline: short.due === undefined ? null : { start: short.due[0], end: short.due[1], spans: [] },
      condition: short.conditional === true ? { start: 0, end: 1 } : null,
      confidence: 0.5,
      because: [],
    },
  };
}

export const deedIncident = (
  id: string,
  type: DeedIncident['type'],
  by: string | null,
  on: string,
  changes: Partial<DeedIncident> = {},
): DeedIncident => ({
  id,
  type,
  modality: 'asserted',
  completed: true,
  aggregate: false,
  attributionStatus: 'uncontested',
  time: { start: on, end: new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10), precision: 'day' },
  place: null,
  placeRadiusKm: null,
  accused: by === null ? [] : [{ actor: by, name: by }],
  knownFrom: on,
  ...changes,
});
