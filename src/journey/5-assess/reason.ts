/** Makes reasons: the English sentence and, beside it, the code and values that it was made of. */
import type { IncidentType } from '../../model/coded-report.ts';
import type { Counted, Reason, ReasonValue } from '../../model/reason.ts';
import { REASON_WORDS } from './reason-words.ts';

export type ReasonCode = keyof typeof REASON_WORDS;

/** A reason with its English sentence. */
export interface Said {
  readonly text: string;
  readonly reason: Reason;
}

interface Count {
  readonly count: number;
  readonly of: Counted;
}

/** What may be filled in: words as they stand, a number, an incident type, a number of things, or something said; several are joined by "; ". */
type Filling = string | number | { readonly type: IncidentType } | Count | Said | readonly Said[];

/** One, and every other number, of what is counted. */
const COUNTED: Record<Counted, readonly [one: string, many: string]> = {
  incidents: ['incident', 'incidents'],
  days: ['day', 'days'],
};

type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type Fillings<C extends ReasonCode> = { readonly [N in NamesIn<(typeof REASON_WORDS)[C]>]: Filling };

/** Codes whose sentences have nothing to fill in. */
export type PlainCode = { [C in ReasonCode]: NamesIn<(typeof REASON_WORDS)[C]> extends never ? C : never }[ReasonCode];

/** Literal text, name, literal text, name … of every sentence, split once. */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(REASON_WORDS).map(([code, words]) => [code, words.split(/[{}]/)]),
);

const PLAIN: ReadonlyMap<string, Said> = new Map(
  Object.entries(REASON_WORDS).map(([code, text]) => [code, { text, reason: { code, values: {} } }]),
);

/** A sentence with nothing to fill in; the same object every time. */
export function plain(code: PlainCode): Said {
  const said = PLAIN.get(code);
  if (said === undefined) throw new Error(`no words for ${code}`);
  return said;
}

export function say<C extends ReasonCode>(code: C, fillings: Fillings<C>): Said {
  const parts = PARTS.get(code) ?? [];
  const byName: Readonly<Record<string, Filling>> = fillings;
  const values: Record<string, ReasonValue> = {};
  let text = parts[0] ?? '';
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index] ?? '';
    const filling = byName[name] ?? '';
    values[name] = asValue(filling);
    text += wordsOf(filling) + (parts[index + 1] ?? '');
  }
  return { text, reason: { code, values } };
}

/** In the order of how often each occurs: it is called for every limb of every finding. */
function wordsOf(filling: Filling): string {
  if (typeof filling === 'string') return filling;
  if (typeof filling === 'number') return String(filling);
  if ('text' in filling) return filling.text;
  if (isList(filling)) return filling.map(({ text }) => text).join('; ');
  if ('type' in filling) return filling.type.replaceAll('_', ' ');
  return `${filling.count} ${COUNTED[filling.of][filling.count === 1 ? 0 : 1]}`;
}

function asValue(filling: Filling): ReasonValue {
  if (typeof filling !== 'object') return filling;
  if ('text' in filling) return filling.reason;
  return isList(filling) ? filling.map(({ reason }) => reason) : filling;
}

/** `Array.isArray` does not tell a readonly list from the rest. */
const isList = (filling: object): filling is readonly Said[] => Array.isArray(filling);
