/**
 * Coded reports for benchmarks and for measuring corroboration, from a seeded generator: incidents at places and times of
 * known precision, each told by a few outlets in other words, reprinted, with tolls that rise, means told otherwise, places
 * told coarser, denials, and now and then a total. Nothing here is a real text. Each coded incident knows which event it is.
 */
import type { CodedIncident, CodedReport, Count } from '../src/model/coded-report.ts';
import { seeded } from './synthetic-reports.ts';

export interface Synthetic {
  readonly reports: CodedReport[];
  /** `report#coded` → number of the event it is about; totals are events of their own. */
  readonly truth: ReadonlyMap<string, number>;
  /** Report → the report whose text it copies, itself when none. */
  readonly origins: ReadonlyMap<string, string>;
}

/** How much accounts of one event differ: shares of accounts, and of copies among the reports. */
export interface Noise {
  readonly copies: number;
  readonly otherMeans: number;
  readonly coarserPlace: number;
  readonly noTime: number;
  readonly otherDay: number;
  readonly noToll: number;
}

export const USUAL_NOISE: Noise = {
  copies: 0.25,
  otherMeans: 0.15,
  coarserPlace: 0.1,
  noTime: 0.05,
  otherDay: 0.05,
  noToll: 0.2,
};

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2016, 1, 27);
/** Reports a day; the period grows with their number, as it does for a newsroom. */
const REPORTS_A_DAY = 60;
const TOWNS = 1200;
const KINDS: readonly CodedIncident['type'][] = [
  'air_strike',
  'shelling',
  'armed_clash',
  'bombing',
  'shooting',
  'abduction',
  'aid_delivery',
];
const OTHER_MEANS: Partial<Record<CodedIncident['type'], CodedIncident['type']>> = {
  air_strike: 'bombing',
  shelling: 'bombing',
  armed_clash: 'ground_attack',
  bombing: 'shelling',
  shooting: 'killing',
};
const OBJECTS = ['market', 'school', 'hospital', 'home', 'checkpoint', 'bridge', undefined, undefined, undefined];

type Dice = () => number;
const below = (dice: Dice, n: number): number => Math.floor(dice() * n);
const oneOf = <T>(dice: Dice, list: readonly T[]): T => {
  const item = list[below(dice, list.length)];
  if (item === undefined && list.length === 0) throw new Error('nothing to choose from');
  return item as T;
};

interface Event {
  readonly number: number;
  readonly type: CodedIncident['type'];
  readonly town: number;
  readonly day: number;
  readonly killed: number;
  readonly object: string | undefined;
  readonly actor: string;
}

/** `size` reports, the same for the same seed, in the order in which they came out. */
export function syntheticCodings(size: number, seed = 1, noise: Noise = USUAL_NOISE): Synthetic {
  const dice = seeded(seed);
  const reports: CodedReport[] = [];
  const truth = new Map<string, number>();
  const origins = new Map<string, string>();
  let number = 0;
  while (reports.length < size) {
    const event = makeEvent(dice, number, Math.floor(reports.length / REPORTS_A_DAY));
    number += 1;
    const accounts = 1 + below(dice, 5);
    for (let account = 0; account < accounts && reports.length < size; account += 1) {
      const id = `r${String(reports.length).padStart(7, '0')}`;
      const earlier = reports[reports.length - 1];
      const isCopy = account > 0 && earlier !== undefined && dice() < noise.copies;
      const report = isCopy ? copyOf(earlier, id) : tell(dice, event, id, account, noise);
      origins.set(id, isCopy ? (origins.get(earlier.id) ?? earlier.id) : id);
      for (const { id: coded } of report.incidents) truth.set(`${id}#${coded}`, event.number);
      reports.push(report);
    }
  }
  return { reports, truth, origins };
}

function makeEvent(dice: Dice, number: number, day: number): Event {
  return {
    number,
    type: oneOf(dice, KINDS),
    town: below(dice, TOWNS),
    day,
    killed: 1 + Math.floor(dice() ** 3 * 60),
    object: oneOf(dice, OBJECTS),
    actor: `xa.side${below(dice, 4)}`,
  };
}

const isoDay = (day: number): string => new Date(START_MS + day * DAY_MS).toISOString().slice(0, 10);

function tell(dice: Dice, event: Event, id: string, account: number, noise: Noise): CodedReport {
  const told = dice() < noise.otherMeans ? (OTHER_MEANS[event.type] ?? event.type) : event.type;
  const day = event.day + (dice() < noise.otherDay ? 1 : 0);
  const isDated = dice() >= noise.noTime;
  // Tolls rise: each later account knows of some more.
  const killed = dice() < noise.noToll ? null : event.killed + below(dice, 1 + Math.ceil(event.killed / 8)) * account;
  const text = textOf(dice, event, told, killed);
  const coded: CodedIncident = {
    id: 'i1',
    type: told,
    codes: { acled: null, plover: null, cameo: null, ucdp: null },
    modality: account > 1 && dice() < 0.05 ? 'denied' : 'asserted',
    completed: true,
    aggregate: false,
    trigger: [{ start: 0, end: 6 }],
    perpetrators: dice() < 0.5 ? [{ name: event.actor, kind: 'organisation', actor: event.actor, spans: [] }] : [],
    targets:
      event.object === undefined
        ? []
        : [{ name: event.object, kind: 'object', actor: null, object: event.object, spans: [] }],
    weapons: [],
    place: placeOf(event.town, dice() < noise.coarserPlace),
    time: isDated ? { start: isoDay(day), end: isoDay(day + 1), precision: 'day', spans: [] } : null,
    harm: killed === null ? {} : { killed: countOf(killed, dice() < 0.3) },
    attributedTo: [],
    evidence: [],
    confidence: 0.8,
    because: [],
  };
  return {
    schema: 'coded-report/1',
    id,
    title: null,
    text,
    language: 'en',
    published: isoDay(Math.max(day, event.day) + (account > 2 ? 1 : 0)),
    publishedBasis: 'given',
    mentions: [],
    incidents: [coded],
    statements: [],
    notes: [],
    coder: { name: 'synthetic', version: '1', knowledge: '' },
  };
}

/** Towns on a grid of a fifth of a degree, four countries wide. */
function placeOf(town: number, isCoarse: boolean): CodedIncident['place'] {
  const point = { latitude: 32 + Math.floor(town / 40) * 0.2, longitude: 35 + (town % 40) * 0.2 };
  const province = `Province ${Math.floor(town / 20)}`;
  const held = { country: `X${Math.floor(town / 300)}`, admin1: province, spans: [] };
  return isCoarse
    ? { place: `p${Math.floor(town / 20)}`, name: province, ...point, ...held, precision: 'province' }
    : { place: `t${town}`, name: `Town ${town}`, ...point, ...held, precision: 'settlement' };
}

const countOf = (n: number, isFloor: boolean): Count => ({
  claim: { op: isFloor ? '>=' : '=', n },
  min: n,
  best: n,
  max: isFloor ? null : n,
  spans: [],
});

/** A copy under another date line, with a sentence cut off and a notice added. */
function copyOf(report: CodedReport, id: string): CodedReport {
  return {
    ...report,
    id,
    text: flat(
      `${report.text.slice(0, Math.ceil(report.text.length * 0.9))} All rights reserved by the outlet that sent ${id}.`,
    ),
  };
}

const SYLLABLES = [
  'ba',
  'dor',
  'el',
  'fan',
  'gri',
  'hum',
  'ka',
  'lis',
  'mor',
  'ne',
  'or',
  'pa',
  'quet',
  'ras',
  'sil',
  'tam',
  'ul',
  'vek',
  'wen',
  'zar',
];

/** Words of a made-up vocabulary of 8,000, some of them common to all accounts of one event. */
function textOf(dice: Dice, event: Event, told: string, killed: number | null): string {
  const word = (n: number): string =>
    `${SYLLABLES[n % 20]}${SYLLABLES[Math.floor(n / 20) % 20]}${SYLLABLES[Math.floor(n / 400) % 20]}`;
  const own = Array.from({ length: 60 }, () => word(Math.floor(dice() ** 3 * 8000)));
  const common = Array.from({ length: 12 }, (_, index) => word((event.number * 7919 + index * 104729) % 8000));
  const names = [`Town ${event.town}`, `Quarter ${word((event.number * 31) % 8000)}`];
  return flat(
    `There was ${told.replace('_', ' ')} at ${names.join(' near ')} where ${killed ?? 'some'} fell. ${own.flatMap((one, index) => (index % 5 === 0 ? [one, common[index / 5] ?? one] : [one])).join(' ')}.`,
  );
}

/** A text that was put together is held in pieces until it is first read; one that was received is not. */
const flat = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');
