/** Small questions that the trimming rules ask of a block. */
import type { Block } from './blocks.ts';

export const wordCount = (text: string): number => text.split(/\s+/).length;

export const isHeading = (block: Block): boolean => /^H[1-6]$/.test(block.tag);

/** Sentences rather than links or labels. */
export const isProse = (block: Block): boolean =>
  block.text.length > 80 && block.linkLength < block.text.length * 0.5 && /[.!?…。]["”’)»]?(?:\s|$)|。/.test(block.text) && !isHeading(block);
