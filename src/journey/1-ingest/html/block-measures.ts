/** Small questions that the trimming rules ask of a block. */
import type { Block } from './blocks.ts';

/** Words between spaces; in scripts that write none, two characters count as one. */
export const wordCount = (text: string): number => text.split(/\s+/).length + (text.match(unspaced)?.length ?? 0) / 2;

const unspaced = /[\u3040-\u30ff\u3400-\u9fff]/g;

export const isHeading = (block: Block): boolean => /^H[1-6]$/.test(block.tag);

/** Sentences rather than links or labels. */
export const isProse = (block: Block): boolean =>
  block.text.length + 2 * (block.text.match(unspaced)?.length ?? 0) > 80 &&
  block.linkLength < block.text.length * 0.5 &&
  /[.!?…。]["”’)»]?(?:\s|$)|。/.test(block.text) &&
  !isHeading(block);
