/** Drops the blocks of an article that are furniture: one rule per reason, asked in order for every block. */
import { type FurnitureWords, furnitureKind, plainForm } from '../../../knowledge/furniture-words.ts';
import type { ArticleHead } from './article-text.ts';
import type { Block } from './blocks.ts';

/** Blocks without furniture, in order. */
export function trimBlocks(blocks: readonly Block[], head: ArticleHead, words: FurnitureWords): Block[] {
  return blocks.filter(
    (block, index) => !isTitle(block, head) && furnitureKind(block.text, index > blocks.length * 0.8, words) === null,
  );
}

const isTitle = (block: Block, head: ArticleHead): boolean =>
  head.title !== null && plainForm(block.text) === plainForm(head.title);
