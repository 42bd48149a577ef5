/** The rules about mess, in order. */
import type { MessRule } from './mess-rule.ts';
import { badCharacters } from './rules/bad-characters.ts';
import { bracketedTag } from './rules/bracketed-tag.ts';
import { doubledStop } from './rules/doubled-stop.ts';
import { formulaicTypo } from './rules/formulaic-typo.ts';
import { furnitureLine } from './rules/furniture-line.ts';
import { htmlRemnant } from './rules/html-remnant.ts';
import { mojibake } from './rules/mojibake.ts';
import { repeatedTitle } from './rules/repeated-title.ts';
import { strayTag } from './rules/stray-tag.ts';
import { unbalancedQuotation } from './rules/unbalanced-quotation.ts';

export const messRules: readonly MessRule[] = Object.freeze([
  repeatedTitle,
  furnitureLine,
  strayTag,
  bracketedTag,
  htmlRemnant,
  unbalancedQuotation,
  doubledStop,
  formulaicTypo,
  mojibake,
  ...badCharacters,
]);
