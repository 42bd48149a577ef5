/**
 * What a word's tag is decided by, as data. Facts of the word itself have no prefix; `left`, `left2`, `right` and `right2` are its
 * neighbours; tag1 is the tag just given, tag2 the one before. The facts are worked out in tag-features.ts. The trained weights
 * are stored under the numbers: a template cannot be changed without training.
 */
import type { Template } from './feature-templates.ts';

/** The word by itself. */
export const ownTemplates: readonly Template[] = [
  [1, 'always'],
  [2, 'word'],
  [3, 'suffix1'],
  [4, 'suffix2'],
  [5, 'suffix3'],
  [6, 'suffix4'],
  [7, 'prefix1'],
  [8, 'prefix2'],
  [9, 'prefix3'],
  [10, 'prefix4'],
  [11, 'shape', 'mode'],
  [12, 'shape', 'mode', 'suffix2'],
  [13, 'shape', 'mode', 'suffix3'],
  [14, 'fine'],
  [15, 'coarse'],
  [16, 'shape', 'mode', 'coarse'],
  [17, 'known'],
  [18, 'classes', 'suffix2'],
  [19, 'classes', 'shape', 'mode'],
  [20, 'word', 'shape', 'mode'],
  [21, 'fine', 'shape', 'mode'],
];

/** The word before or after, by itself: `side` is 1 or 2. */
export const besideTemplates: readonly Template[] = [
  [30, 'side', 'word'],
  [31, 'side', 'fine'],
  [32, 'side', 'coarse'],
  [33, 'side', 'known'],
  [34, 'side', 'suffix3'],
  [35, 'side', 'shape'],
  [36, 'side', 'classes', 'suffix2'],
];

/** Words two away, pairs of words, and the tags before. */
export const contextTemplates: readonly Template[] = [
  [50, 'left2.word'],
  [51, 'right2.word'],
  [52, 'left.word', 'word'],
  [53, 'word', 'right.word'],
  [54, 'left.word', 'right.word'],
  [55, 'tag1'],
  [56, 'tag1', 'tag2'],
  [57, 'tag1', 'word'],
  [58, 'tag1', 'right.known'],
  [59, 'tag1', 'known'],
  [60, 'known', 'right.known'],
  [61, 'right.known', 'right2.known'],
  [62, 'tag1', 'fine'],
  [63, 'tag1', 'suffix3'],
  [64, 'tag1', 'tag2', 'known'],
  [65, 'shapeInMode', 'isFirst'],
  [66, 'shapeInMode', 'left.shape', 'right.shape'],
  [67, 'fine', 'right.fine'],
  [68, 'left.fine', 'fine'],
  [69, 'tag1', 'known', 'right.known'],
  [70, 'left2.coarse'],
  [71, 'right2.coarse'],
  [72, 'tag1', 'right.coarse'],
  [73, 'shapeInMode', 'tag1'],
  [74, 'classes', 'tag1'],
  [75, 'tag1', 'tag2', 'suffix2'],
  [76, 'suffix3', 'right.suffix3'],
  [77, 'left.coarse', 'coarse', 'right.coarse'],
  [78, 'capitals', 'mode', 'isFirst'],
  [83, 'word', 'right.known'],
  [84, 'word', 'right.known', 'right2.known'],
  [85, 'word', 'tag1', 'right.known'],
  [86, 'tag1', 'right.word'],
  [87, 'tag1', 'tag2', 'right.known'],
  [88, 'known', 'right.known', 'right2.known'],
  [89, 'suffix3', 'right.known'],
];
