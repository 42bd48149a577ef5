/** Marks that agencies and archives put into copy: "[TEXT]", "[PHOTO]", "(MORE)", "/more/". */
import { findPattern, type MessRule } from '../mess-rule.ts';

const tag =
  /\[(?:TEXT|BEGIN TEXT|END TEXT|EXCERPT|EXCERPTS|PASSAGE OMITTED|PHOTO|PHOTOS|VIDEO|AUDIO|GALLERY|ADVERTISEMENT|IMAGE|EMBED|MORE|END|UPDATED?|CORRECTED)\]|\((?:MORE|END|ENDS)\)|\/(?:more|end)\/|\b(?:ENDS|ENDIT|ENDITEM)$/gm;

export const bracketedTag: MessRule = {
  id: 'bracketed-tag',
  sentence: 'A mark of an agency or archive in brackets, no word of the report.',
  examples: [
    { text: 'GENEVA, 3 MAR 16 (AGENCY) -- [TEXT] The talks began.', finds: ['[TEXT]'] },
    { text: 'The convoy turned back.\n\n(MORE)', finds: ['(MORE)'] },
  ],
  misses: ['He called it [the truce] a start.', 'The text ends here.'],
  find: ({ text }) => findPattern(text, tag, 'A mark in the copy, not a word of the report.', true),
};
