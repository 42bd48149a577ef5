/** Stops that typing doubled, or put between a word and its repetition: "very. very", "left..". */
import { findPattern, type MessFound, type MessRule } from '../mess-rule.ts';

const doubled = /(?<![.…]\s?)\.\s?\.(?!\s?[.…])|,\s?,|;\s?;|:\s?:(?!\S)/g;

export const doubledStop: MessRule = {
  id: 'doubled-stop',
  sentence: 'Two stops stand where one belongs, or one stands between a word and the same word again.',
  examples: [
    { text: 'The talks are going very. very slowly.', finds: ['very. very'] },
    { text: 'They left.. Nobody knows why.', finds: ['..'] },
    { text: 'Aid, , food and water', finds: [', ,'] },
  ],
  misses: ['He waited... and left.', 'They left. They came back.', 'Wait . . . no'],
  find: ({ text }) => [
    ...findPattern(text, doubled, 'Two stops stand where one belongs.', false),
    ...repetitions(text),
  ],
};

/** A lower-case word, a stop, and the same word again. */
function repetitions(text: string): MessFound[] {
  const found: MessFound[] = [];
  for (let at = text.indexOf('. '); at !== -1; at = text.indexOf('. ', at + 1)) {
    const word = /(?<![\p{L}.])\p{Ll}{2,20}$/u.exec(text.slice(Math.max(0, at - 22), at))?.[0];
    if (word === undefined || !text.startsWith(word, at + 2)) continue;
    const end = at + 2 + word.length;
    if (/\p{L}/u.test(text.charAt(end))) continue;
    found.push({
      start: at - word.length,
      end,
      message: 'A stop stands between a word and its repetition.',
      isFurniture: false,
    });
  }
  return found;
}
