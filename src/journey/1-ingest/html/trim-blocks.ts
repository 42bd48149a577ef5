/** Drops the blocks of an article that are furniture: one rule per reason, asked in order for every block. */
import { type FurnitureWords, furnitureKind, plainForm } from '../../../knowledge/furniture-words.ts';
import { isHeading, isProse, wordCount } from './block-measures.ts';
import type { Block } from './blocks.ts';
import type { PageElement } from './dom.ts';
import { nameParts } from './drop-parts.ts';
import type { ArticleHead } from './page-metadata.ts';

/** What a rule may look at beside the block itself. */
interface Place {
  readonly head: ArticleHead;
  readonly words: FurnitureWords;
  /** Position among all blocks. */
  readonly index: number;
  readonly blocks: readonly Block[];
  /** Position of the first block that is prose. */
  readonly firstProse: number;
}

interface TrimRule {
  readonly id: string;
  readonly sentence: string;
  readonly drops: (block: Block, place: Place) => boolean;
}

const trimRules: readonly TrimRule[] = [
  {
    id: 'trim/title',
    sentence: 'The title printed again above the text.',
    drops: (block, { head, index }) =>
      index < 8 && head.titles.some((title) => plainForm(title) === plainForm(block.text)),
  },
  {
    id: 'trim/standfirst',
    sentence: 'The summary under the title, when it is set apart from the text: its words come again in the article.',
    drops: (block, { head, index, firstProse }) =>
      index <= firstProse + 1 &&
      (isNamedSummary(block) || (isHeading(block) && isSummary(block.text, head.description))),
  },
  {
    id: 'trim/head-matter',
    sentence:
      'Dates, bylines and sections above the first paragraph: labels of few words, or short lines with a year or a time.',
    drops: (block, { index, firstProse }) =>
      index < firstProse && firstProse <= 12 && !isHeading(block) && isLabel(block.text),
  },
  {
    id: 'trim/linked-headline',
    sentence: 'A block of which nearly every letter is a link: the headline of another page.',
    drops: (block) => block.linkLength > block.text.length * 0.85 && wordCount(block.text) >= 3,
  },
  {
    id: 'trim/caption',
    sentence: 'A short text inside a figure, or in one small box together with a picture.',
    drops: (block) =>
      isInFigure(block) || (wordCount(block.text) <= 30 && block.links === 0 && holdsPicture(block.within[0])),
  },
  {
    id: 'trim/bare-address',
    sentence: 'An address of a page and nothing else, above the first paragraph.',
    drops: (block, { index, firstProse }) => index < firstProse && /^https?:\/\/\S{1,500}$/.test(block.text),
  },
];

/** Share of an article's characters that one trimming rule may take. */
const mostShare = 0.34;

/** Blocks without furniture, in order; lines of furniture within a block are dropped one by one. */
export function trimBlocks(blocks: readonly Block[], head: ArticleHead, words: FurnitureWords): Block[] {
  const firstProse = Math.max(0, blocks.findIndex(isProse));
  const place = { head, words, blocks, firstProse };
  const dropped = trimRules.map((rule) => blocks.filter((block, index) => rule.drops(block, { ...place, index })));
  const total = lengthOf(blocks);
  // A reason that would take a third of the article has met a page that is made of such blocks, a list of links perhaps.
  const gone = new Set(dropped.filter((group) => lengthOf(group) < total * mostShare).flat());
  const kept = cutTail(
    blocks.filter((block) => !gone.has(block)),
    words,
  );
  return withoutFurnitureLines(kept, words);
}

/** A closing line ("You may also like") takes what follows it: all of it near the end, links and short lines before. */
function cutTail(blocks: readonly Block[], words: FurnitureWords): Block[] {
  const total = lengthOf(blocks);
  const out: Block[] = [];
  let read = 0;
  let isClosing = false;
  for (const block of blocks) {
    read += block.text.length;
    if (furnitureKind(block.text, false, words)?.closes) {
      if (read > total * 0.6) break;
      isClosing = true;
    } else if (isClosing && (wordCount(block.text) > 25 || isHeading(block))) isClosing = false;
    if (!isClosing) out.push(block);
  }
  return out;
}

function withoutFurnitureLines(blocks: readonly Block[], words: FurnitureWords): Block[] {
  return blocks.flatMap((block, index) => {
    const lines = block.text
      .split('\n')
      .filter((line) => furnitureKind(line, index >= blocks.length - 3, words) === null);
    return lines.length > 0 ? [{ ...block, text: lines.join('\n') }] : [];
  });
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.text.length, 0);

function isLabel(text: string): boolean {
  const count = wordCount(text);
  if (count <= 4) return !/[.!?。]["”’)]?$/.test(text);
  return count <= 14 && /\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|^by /i.test(text);
}

const isSummary = (text: string, description: string | null): boolean =>
  description !== null && text.length > 20 && plainForm(text).slice(0, 60) === plainForm(description).slice(0, 60);

const isInFigure = (block: Block): boolean =>
  wordCount(block.text) <= 80 &&
  block.within.some((element) => element.tagName === 'FIGURE' || element.tagName === 'FIGCAPTION');

function holdsPicture(element: PageElement | undefined): boolean {
  if (element === undefined || element.tagName === 'BODY') return false;
  for (const _ of element.querySelectorAll('img')) return (element.textContent ?? '').length < 300;
  return false;
}

const summaryNames = new Set(['standfirst', 'subtitle', 'dek', 'subhead', 'subheading', 'subheadline', 'kicker']);

const isNamedSummary = (block: Block): boolean =>
  block.within.slice(0, 2).some((element) => nameParts(element).some((part) => summaryNames.has(part)));
