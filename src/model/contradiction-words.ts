/**
 * What the sources of one incident contradict each other in, in English by its code. The sentence is made out of the code and its
 * values, which stand beside it, so that a page in another language makes its own.
 */
import type { Contradiction, HarmMeasure } from './incident.ts';
import type { Reason, ReasonValue } from './reason.ts';

export const CONTRADICTION_WORDS = {
  'contradiction/tolls': '{measure}: {less} in {one}, {more} in {other}',
  'contradiction/beyond-belief':
    '{measure}: {count} in {report} is more than one event can be believed to hold and is not counted',
  'contradiction/places': '{place} in {one}, {elsewhere} in {other}, {km} km apart',
  'contradiction/dated-ahead': '{report} is dated {published}, ahead of its receipt: nothing is counted from that date',
  'contradiction/told-ahead': '{report} was published on {published} and tells of {day}',
  'contradiction/times': 'before {end} in {one}, from {start} in {other}',
  'contradiction/culprits': '{accused} in {one}, {rival} in {other}',
  'contradiction/denied': '{accused} accused in {one}, denied in {other}',
  'contradiction/occurrence': 'reported by some and denied by others',
  'contradiction/picture': 'the picture {picture} of {other} came with {one} before: {why}',
  'contradiction/picture-dated': 'the picture {picture} of {other} came with {one} on {published} before: {why}',
  'picture/older': 'it is older than what it is shown with',
  'picture/another-day': 'there it is shown with another day',
  'picture/another-place': 'there it is shown with another place',
  'measure/killed': 'killed',
  'measure/injured': 'injured',
  'measure/casualties': 'casualties',
  'measure/abducted': 'abducted',
  'measure/missing': 'missing',
  'measure/displaced': 'displaced',
  'toll/exactly': '{min}',
  'toll/at-least': '{min} or more',
  'toll/between': '{min} to {max}',
} as const;
export type ContradictionCode = keyof typeof CONTRADICTION_WORDS;

type Values = Readonly<Record<string, string | number | Reason>>;

/** A reason of this table; whether each blank has its value is held by a test over every kind of contradiction. */
export const contradictionReason = (code: ContradictionCode, values: Values = {}): Reason => ({ code, values });

export const measureReason = (measure: HarmMeasure): Reason => contradictionReason(`measure/${measure}`);

export function tollReason({ min, max }: { readonly min: number; readonly max: number | null }): Reason {
  if (max === null) return contradictionReason('toll/at-least', { min });
  return min === max ? contradictionReason('toll/exactly', { min }) : contradictionReason('toll/between', { min, max });
}

const PARTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(CONTRADICTION_WORDS).map(([code, words]) => [code, words.split(/[{}]/)]),
);

/** The English sentence of a reason of this table. */
export function contradictionWords({ code, values }: Reason): string {
  const parts = PARTS.get(code) ?? [];
  return parts.map((part, index) => (index % 2 === 0 ? part : valueWords(values[part]))).join('');
}

function valueWords(value: ReasonValue | undefined): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value !== undefined && 'code' in value ? contradictionWords(value) : '';
}

/** With its sentence made out of its reason. */
export function contradictionOf(
  about: Contradiction['about'],
  severity: Contradiction['severity'],
  reports: readonly string[],
  reason: Reason,
): Contradiction {
  return { about, message: contradictionWords(reason), reason, severity, reports: [...reports] };
}
