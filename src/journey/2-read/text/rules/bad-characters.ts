/** Characters that a reader does not see or that stand for nothing: controls, zero-width marks, halves of pairs. */
import { findPattern, type MessRule } from '../mess-rule.ts';

function characterRule(
  id: string,
  sentence: string,
  pattern: RegExp,
  examples: MessRule['examples'],
  misses: readonly string[],
): MessRule {
  return { id, sentence, examples, misses, find: ({ text }) => findPattern(text, pattern, sentence, false) };
}

export const badCharacters: readonly MessRule[] = [
  characterRule(
    'control-character',
    'Control characters stand in the text.',
    /[\u0000-\u0008\u000b\u000e-\u001f\u007f]+/g,
    [{ text: 'one\u0000two', finds: ['\u0000'] }],
    ['one\ttwo\r\nthree'],
  ),
  characterRule(
    'zero-width',
    'Characters without width stand in the text and can hide words from a search.',
    /[\u00ad\u200b\u2060\ufeff]+|(?<=[A-Za-z])[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]+(?=[A-Za-z])/g,
    [{ text: 'cease\u200bfire', finds: ['\u200b'] }],
    ['\u0646\u0645\u06cc\u200c\u0634\u0648\u062f'],
  ),
  characterRule(
    'bidi-control',
    'Direction controls stand in the text and can make it look other than it is stored.',
    /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]+/g,
    [{ text: 'a \u202etxet\u202c b', finds: ['\u202e', '\u202c'] }],
    ['\u0627\u0644\u0634\u0627\u0645 and Damascus'],
  ),
  characterRule(
    'lone-surrogate',
    'Half of a character pair stands alone; the text was cut or damaged.',
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    [{ text: 'a \ud83d b', finds: ['\ud83d'] }],
    ['a \ud83d\ude00 b'],
  ),
  characterRule(
    'replacement-character',
    'A character was lost before the text arrived.',
    /\ufffd+/g,
    [{ text: 'Bey\ufffdlu', finds: ['\ufffd'] }],
    ['Beyoğlu'],
  ),
];
