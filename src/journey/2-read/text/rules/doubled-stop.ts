/** Stops that typing doubled, or put between a word and its repetition: "very. very", "left..". */
import { findPattern, type MessRule } from '../mess-rule.ts';

const doubled = /(?<![.…]\s?)\.\s?\.(?!\s?[.…])|,\s?,|;\s?;|:\s?:(?!\S)/g;
const between = /(?<![\p{L}.])(\p{Ll}{2,20})\. \1(?!\p{L})/gu;

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
    ...findPattern(text, between, 'A stop stands between a word and its repetition.', false),
  ],
};
