/**
 * The state of an arc-hybrid parse: a stack of words with the root (0) at its bottom, the next word of the input, and the
 * arcs made so far. Words are numbered from 1. Kept in typed arrays that are reused from sentence to sentence.
 */
export const shift = 0;
/** The next word becomes the head of the stack's top. */
export const left = 1;
/** The word below the top becomes the top's head. */
export const right = 2;
const noRelation = 255;
/** Tag, and other facts, where there is no word. */
export const noWord = -7;

/** What is known of the sentence's words before parsing. Index 0 is the root; an edge word follows the last. */
export interface ParseInput {
  readonly count: number;
  /** Index of the edge word. */
  readonly edge: number;
  readonly mode: number;
  /** Per word: its hash, clusters, the hash of its last three letters, and its classes in the dictionary. */
  readonly words: Int32Array;
  readonly fines: Int32Array;
  readonly coarses: Int32Array;
  readonly suffixes: Int32Array;
  readonly classes: Int32Array;
  /** Joint tags, universal tags, second tags with their margin, per word. */
  readonly tags: Int32Array;
  readonly pos: Int32Array;
  readonly seconds: Int32Array;
  /** How many punctuation marks, verbs and conjunctions stand before each word. */
  readonly marksBefore: Int32Array;
  readonly verbsBefore: Int32Array;
  readonly conjunctionsBefore: Int32Array;
}

export class ParserState {
  readonly input: ParseInput;
  readonly stack: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  /** Outermost and second outermost dependents on either side; 0 where there is none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  /** Relations of the dependents on either side, as bits. */
  readonly leftRelations: Int32Array;
  readonly rightRelations: Int32Array;
  /** The preposition, marker or determiner among the left dependents; 0 where there is none. */
  readonly caseWord: Int32Array;
  readonly markWord: Int32Array;
  depth: number;
  next: number;

  constructor(input: ParseInput) {
    const size = input.count + 2;
    const array = () => new Int32Array(size);
    this.input = input;
    this.stack = array();
    this.heads = array().fill(-1);
    this.relations = array().fill(noRelation);
    this.left1 = array();
    this.left2 = array();
    this.right1 = array();
    this.right2 = array();
    this.leftCount = array();
    this.rightCount = array();
    this.leftRelations = array();
    this.rightRelations = array();
    this.caseWord = array();
    this.markWord = array();
    this.depth = 1;
    this.next = 1;
  }

  isDone(): boolean {
    return this.depth === 1 && this.next > this.input.count;
  }

  /** The root takes one dependent only, when all other words are read. */
  mayDo(move: number): boolean {
    const hasNext = this.next <= this.input.count;
    if (move === shift) return hasNext;
    if (this.depth < 2) return false;
    if (move === left) return hasNext;
    return this.depth > 2 || !hasNext;
  }

  /** Head and dependent of the arc that `left` or `right` would make. */
  arcHead(move: number): number {
    return move === left ? this.next : (this.stack[this.depth - 2] as number);
  }

  arcDependent(): number {
    return this.stack[this.depth - 1] as number;
  }

  push(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** Makes the arc of `left` or `right` with the relation given. `caseRelation` and `markRelation` are looked for by later features. */
  attach(move: number, relation: number, special: SpecialRelations): void {
    const head = this.arcHead(move);
    const dependent = this.arcDependent();
    this.depth--;
    this.heads[dependent] = head;
    this.relations[dependent] = relation;
    const bit = 1 << (relation % 31);
    if (move === left) {
      this.left2[head] = this.left1[head] as number;
      this.left1[head] = dependent;
      this.leftCount[head] = (this.leftCount[head] as number) + 1;
      this.leftRelations[head] = (this.leftRelations[head] as number) | bit;
      if (relation === special.case) this.caseWord[head] = dependent;
      else if (relation === special.mark) this.markWord[head] = dependent;
    } else {
      this.right2[head] = this.right1[head] as number;
      this.right1[head] = dependent;
      this.rightCount[head] = (this.rightCount[head] as number) + 1;
      this.rightRelations[head] = (this.rightRelations[head] as number) | bit;
    }
  }
}

/** Numbers of the relations that features single out. */
export interface SpecialRelations {
  readonly case: number;
  readonly mark: number;
}
