/** A reason in the language of the page, made anew from its code and values; the program's English sentence is one language of them. */
import type { Reason, ReasonValue } from '../../../src/model/reason.ts';
import { isMoment, writtenMoment } from '../format/dates.ts';
import type { Speech } from '../words/use-words.ts';

/** First strong isolate and its end: names in another script must not turn the sentence around them. */
const [ISOLATE, END] = ['\u2068', '\u2069'];

type Spoken = Pick<Speech, 'words' | 'locale' | 'names'>;

/** Null when the language has no words for the code, or for one within it: then the English sentence is shown whole. */
export function sayReason({ code, values }: Reason, speech: Spoken): string | null {
  const { words } = speech;
  const sentence = Object.hasOwn(words.reasons, code) ? words.reasons[code] : undefined;
  if (sentence === undefined) return null;
  const parts = sentence.split(/[{}]/);
  const said = parts.map((part, index) => (index % 2 === 0 ? part : valueIn(values[part], speech)));
  return said.includes(null) ? null : said.join('');
}

function valueIn(value: ReasonValue | undefined, speech: Spoken): string | null {
  const { words, locale } = speech;
  if (value === undefined) return null;
  if (typeof value === 'string') return `${ISOLATE}${writtenValue(value, speech)}${END}`;
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (isList(value)) {
    const said = value.map((one) => sayReason(one, speech));
    return said.includes(null) ? null : said.join(words.reasonsBetween);
  }
  if ('of' in value) return value.of === 'days' ? words.ledger.days(value.count) : words.incidents(value.count);
  return 'type' in value ? (words.type[value.type] ?? null) : sayReason(value, speech);
}

/** Days, instants and numbers as the language writes them; names of packs in it where it has them, all else as it stands. */
function writtenValue(value: string, speech: Spoken): string {
  const { words, locale } = speech;
  if (isMoment(value)) return writtenMoment(value, locale, words);
  return /^\d{1,12}(?:\.\d{1,6})?$/.test(value) ? Number(value).toLocaleString(locale) : named(value, speech);
}

/** One name, or several sides joined by "or"; where one of them has no name in the language all stay as they are. */
function named(value: string, { names, words }: Spoken): string {
  const said = value.split(' or ').map((name) => names.get(name));
  return said.includes(undefined) ? value : said.join(words.namesBetween);
}

/** The program's English sentence with its days and instants as English pages write them; quoted words stay as they are. */
export function withWrittenMoments(text: string, reason: Reason, { words, locale }: Spoken): string {
  const moments = [...new Set(momentsIn(reason))].sort((a, b) => b.length - a.length);
  return moments.reduce((said, moment) => said.replaceAll(moment, writtenMoment(moment, locale, words)), text);
}

const momentsIn = ({ values }: Reason): string[] =>
  Object.values(values).flatMap((value) => {
    if (typeof value === 'string') return isMoment(value) ? [value] : [];
    if (typeof value === 'number') return [];
    if (isList(value)) return value.flatMap(momentsIn);
    return 'code' in value ? momentsIn(value) : [];
  });

/** `Array.isArray` does not tell a readonly list from the rest. */
const isList = (value: Exclude<ReasonValue, string | number>): value is readonly Reason[] => Array.isArray(value);
