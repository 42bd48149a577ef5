/** Makes reasons: the English sentence and, beside it, the code and values that it was made of. */
import type { IncidentType } from '../../model/coded-report.ts';
import type { Reason, ReasonValue } from '../../model/reason.ts';
import { REASON_WORDS } from './reason-words.ts';

export type ReasonCode = keyof typeof REASON_WORDS;

/** A reason with its English sentence. */
export interface Said {
  readonly text: string;
  readonly reason: Reason;
}

/** What may be filled in: words as they stand, an incident type, or something said already; several are joined by "; ". */
type Filling = string | { readonly type: IncidentType } | Said | readonly Said[];

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

function wordsOf(filling: Filling): string {
  if (typeof filling === 'string') return filling;
  if ('text' in filling) return filling.text;
  return 'type' in filling ? filling.type.replaceAll('_', ' ') : filling.map(({ text }) => text).join('; ');
}

function asValue(filling: Filling): ReasonValue {
  if (typeof filling === 'string') return filling;
  if ('text' in filling) return filling.reason;
  return 'type' in filling ? filling : filling.map(({ reason }) => reason);
}
