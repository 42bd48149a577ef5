/** Arcs whose relation their words' tags decide: a determiner under a noun, a full stop under a verb. They are not scored. */
import type { ParseInput } from './parser-state.ts';

/** In place of a relation, where it must be scored. */
export const unsure = 255;

const tagBits = 7;
const posBits = 5;

/**
 * The kind of an arc, below `arcKindCount` (grammar-weights.ts): the part of speech of its head, the tag of its dependent and
 * their order.
 */
export function arcKind(input: ParseInput, head: number, dependent: number): number {
  const side = head > dependent ? 0 : 1;
  const pos = (input.pos[head] as number) & (2 ** posBits - 1);
  const tag = (input.tags[dependent] as number) & (2 ** tagBits - 1);
  return (pos * 2 + side) * 2 ** tagBits + tag;
}
