/** UTF-8 that was read as a single-byte code page on its way here: "donâ€™t", "rÃ©gion", "Ø§Ù„". */
import { findPattern, type MessRule } from '../mess-rule.ts';

/** What the second and third bytes of UTF-8 look like in windows-1252. */
const tail =
  '\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122';
const misread = new RegExp(`â€[${tail}]?|[ÃÂ][${tail}]|(?:[ØÙÐÑ][${tail}]){2,200}`, 'g');

export const mojibake: MessRule = {
  id: 'mojibake',
  sentence: 'Characters that arise when UTF-8 is read as windows-1252.',
  examples: [
    { text: 'They donâ€™t agree.', finds: ['â€™'] },
    { text: 'la rÃ©gion', finds: ['Ã©'] },
    { text: 'said Ø§Ù„Ø´Ø§Ù…', finds: ['Ø§Ù„Ø´Ø§Ù…'] },
  ],
  misses: ['São Paulo, Ångström, ÂME, château', 'Østfold'],
  find: ({ text }) => findPattern(text, misread, 'UTF-8 was read in another encoding here.', false),
};
