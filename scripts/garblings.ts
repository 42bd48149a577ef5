/** Ways in which the text of a report comes other than as written: casing, encoding, scanning, short posts. */

/** UTF-8 read as Windows-1252. */
const MOJIBAKE: readonly (readonly [string, string])[] = [
  ['“', 'â€œ'],
  ['”', 'â€\u009d'],
  ['’', 'â€™'],
  ["'", 'â€™'],
  ['"', 'â€œ'],
  ['–', 'â€“'],
  ['é', 'Ã©'],
];

const titleCased = (text: string): string =>
  text.replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));

/** Every `n`th long word, by a deterministic count. */
function everyLongWord(text: string, n: number, change: (word: string) => string): string {
  let count = 0;
  return text.replace(/\p{L}{7,}/gu, (word) => {
    count += 1;
    return count % n === 0 ? change(word) : word;
  });
}

const half = (word: string): number => Math.floor(word.length / 2);

export const GARBLINGS: Readonly<Record<string, (text: string) => string>> = {
  'as written': (text) => text,
  'upper case': (text) => text.toUpperCase(),
  'lower case': (text) => text.toLowerCase(),
  'title case': titleCased,
  'no punctuation': (text) => text.replace(/[.,;:!?()"“”]/g, ''),
  mojibake: (text) => MOJIBAKE.reduce((changed, [good, bad]) => changed.replaceAll(good, bad), text),
  'words cut at line ends': (text) =>
    everyLongWord(text, 2, (word) => `${word.slice(0, half(word))}-\n${word.slice(half(word))}`),
  'words split in two': (text) =>
    everyLongWord(text, 3, (word) => `${word.slice(0, half(word))} ${word.slice(half(word))}`),
  'O for 0, l for 1': (text) => text.replace(/\b\d+\b/g, (number) => number.replaceAll('0', 'O').replaceAll('1', 'l')),
  'hard line breaks': (text) => text.replace(/(\S+ \S+ \S+ \S+) /g, '$1\n'),
  'short post': (text) =>
    `BREAKING: ${text.replace(/(?<= (?:in|near|of) )(\p{Lu}\p{L}+)/gu, '#$1').replace(/[.,]/g, '')} @monitor https://example.org/x1`,
  'lower case without punctuation': (text) => text.toLowerCase().replace(/[.,;:!?()"“”']/g, ''),
};
