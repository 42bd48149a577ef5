/**
 * Why two accounts are held to be of one event, in English, by its code. Links keep the sentence, since a million of them must stay
 * small; `linkReason` finds the code and its values again, in links recorded at any time.
 */
import type { IncidentType } from './coded-report.ts';
import { INCIDENT_TYPES } from './incident-types.ts';
import type { Reason, ReasonValue } from './reason.ts';

/** A sentence has at most one blank. The more particular stand first: `linkReason` takes the first that fits. */
export const LINK_WORDS = {
  'link/first': 'first report of it',
  'link/copied': 'the same words in a copy of the same text',
  'link/decided': 'decided by a person ({decision})',
  'link/family': 'kinds of one family',
  'link/means-of-family': 'means of one family',
  'link/kind-untold': 'one kind says nothing of the means',
  'link/times-touch': 'times touch',
  'link/same-day': 'same day',
  'link/same-window': 'the same window',
  'link/times-overlap': 'times overlap',
  'link/long-stretch': 'only within a long stretch of time',
  'link/told-within-days': 'told within days of each other',
  'link/time-unknown': 'the time is not known of both',
  'link/place-unknown': 'the place is not known of both',
  'link/place-in-reach': 'one place lies within reach of the other',
  'link/area-holds': 'the area of one holds the other',
  'link/wide-area': 'a wide area holds both',
  'link/tolls-far-apart': 'tolls far apart',
  'link/tolls-agree': 'tolls agree',
  'link/tolls-differ': 'tolls differ',
  'link/other-targets': 'different targets',
  'link/no-target': 'no target in common',
  'link/same-accused': 'the same accused',
  'link/they-count-parts': 'they count in parts',
  'link/we-count-parts': 'we count in parts',
  'link/parts-or-twice': 'we count in parts, or one event twice: look whether ours are to be linked',
  'link/total': 'a total beside the sum of single acts',
  'link/km-apart': '{km} km apart',
  'link/same-place': 'both in {place}',
  'link/same-target': 'both name {target}',
  'link/same-killed': 'both tell of {count} killed',
  'link/same-injured': 'both tell of {count} injured',
  'link/same-kind': 'both {kind}',
} as const;
export type LinkCode = keyof typeof LINK_WORDS;

type Blank<C extends LinkCode> = (typeof LINK_WORDS)[C] extends `${string}{${string}}${string}` ? string : undefined;
type BlankCode = { [C in LinkCode]: Blank<C> extends string ? C : never }[LinkCode];
type PlainLinkCode = Exclude<LinkCode, BlankCode>;

const PARTS = new Map(
  Object.entries(LINK_WORDS).map(([code, words]) => {
    const [before = '', name, after = ''] = words.split(/[{}]/);
    return [code, { before, name, after }];
  }),
);

/** A sentence with nothing to fill in. */
export const linkWords = (code: PlainLinkCode): string => LINK_WORDS[code];

export function linkWordsWith(code: BlankCode, value: string | number): string {
  const { before, after } = PARTS.get(code) ?? { before: '', after: '' };
  return `${before}${value}${after}`;
}

/** The kind of an incident as these sentences name it. */
export const kindWords = (type: IncidentType): string => type.replaceAll('_', ' ');
const TYPES: ReadonlyMap<string, IncidentType> = new Map(INCIDENT_TYPES.map((type) => [kindWords(type), type]));

/** Null for a sentence that none of these made. */
export function linkReason(sentence: string): Reason | null {
  for (const [code, { before, name, after }] of PARTS) {
    if (name === undefined) {
      if (sentence === before) return { code, values: {} };
      continue;
    }
    const isLonger = sentence.length > before.length + after.length;
    if (!isLonger || !sentence.startsWith(before) || !sentence.endsWith(after)) continue;
    const value = blankFor(name, sentence.slice(before.length, sentence.length - after.length));
    if (value !== null) return { code, values: { [name]: value } };
  }
  return null;
}

/** Null where the words cannot be what the blank is for. */
function blankFor(name: string, words: string): ReasonValue | null {
  if (name === 'kind') {
    const type = TYPES.get(words);
    return type === undefined ? null : { type };
  }
  if (name !== 'km' && name !== 'count') return words;
  return /^\d{1,12}$/.test(words) ? Number(words) : null;
}
