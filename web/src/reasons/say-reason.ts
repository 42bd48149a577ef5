/** A reason in the language of the page, made anew from its code and values; the program's English sentence is one language of them. */
import type { Reason, ReasonValue } from '../../../src/model/reason.ts';
import type { Words } from '../words/en.ts';

/** First strong isolate and its end: names in another script must not turn the sentence around them. */
const [ISOLATE, END] = ['\u2068', '\u2069'];

/** Null when the language has no words for the code, or for one within it: then the English sentence is shown whole. */
export function sayReason({ code, values }: Reason, words: Words): string | null {
  const sentence = Object.hasOwn(words.reasons, code) ? words.reasons[code] : undefined;
  if (sentence === undefined) return null;
  const parts = sentence.split(/[{}]/);
  const said = parts.map((part, index) => (index % 2 === 0 ? part : valueIn(values[part], words)));
  return said.includes(null) ? null : said.join('');
}

function valueIn(value: ReasonValue | undefined, words: Words): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return `${ISOLATE}${value}${END}`;
  if (isList(value)) {
    const said = value.map((one) => sayReason(one, words));
    return said.includes(null) ? null : said.join(words.reasonsBetween);
  }
  return 'type' in value ? (words.type[value.type] ?? null) : sayReason(value, words);
}

/** `Array.isArray` does not tell a readonly list from the rest. */
const isList = (value: Exclude<ReasonValue, string>): value is readonly Reason[] => Array.isArray(value);
