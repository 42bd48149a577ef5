/**
 * The state of an arc-hybrid parse: a stack of words with the root (0) at its bottom, the next word of the input, and the
 * arcs made so far. Words are numbered from 1. Kept in typed arrays that are used again from sentence to sentence.
 */
export const shift = 0;
/** The next word becomes the head of the stack's top. */
export const left = 1;
/** The word below the top becomes the top's head. */
export const right = 2;
const noRelation = 255;
/** Tag, and other facts, where there is no word. */
export const noWord = -7;

const arrayCount = 13;

/** What is known of the sentence's words before parsing. Index 0 is the root; an edge word follows the last. */
export interface ParseInput {
  count: number;
  /** Index of the edge word. */
  edge: number;
  mode: number;
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
  input: ParseInput;
  depth = 1;
  next = 1;
  stack = new Int32Array(0);
  heads = new Int32Array(0);
  relations = new Int32Array(0);
  /** Outermost and second outermost dependents on either side; 0 where there is none. */
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  /** Relations of the dependents on either side, as bits. */
  leftRelations = new Int32Array(0);
  rightRelations = new Int32Array(0);
  /** The preposition and the marker among the left dependents; 0 where there is none. */
  caseWord = new Int32Array(0);
  markWord = new Int32Array(0);
  #room = new Int32Array(0);

  constructor(input: ParseInput) {
    this.input = input;
    this.begin(input);
  }

  /** The state before the first word of a sentence; what an earlier sentence left is wiped out. */
  begin(input: ParseInput): void {
    this.input = input;
    this.depth = 1;
    this.next = 1;
    const size = input.count + 2;
    if (size > this.stack.length) this.#grow(size);
    else this.#room.fill(0);
    this.heads.fill(-1);
    this.relations.fill(noRelation);
  }

  /** Becomes what `other` is. */
  copy(other: ParserState): void {
    if (this.#room.length !== other.#room.length) this.#grow(other.#room.length / arrayCount);
    this.#room.set(other.#room);
    this.input = other.input;
    this.depth = other.depth;
    this.next = other.next;
  }

  /** One buffer for all arrays, so that they are wiped and copied at once. */
  #grow(size: number): void {
    const room = new Int32Array(arrayCount * size);
    const part = (number: number) => room.subarray(number * size, (number + 1) * size);
    this.#room = room;
    this.stack = part(0);
    this.heads = part(1);
    this.relations = part(2);
    this.left1 = part(3);
    this.left2 = part(4);
    this.right1 = part(5);
    this.right2 = part(6);
    this.leftCount = part(7);
    this.rightCount = part(8);
    this.leftRelations = part(9);
    this.rightRelations = part(10);
    this.caseWord = part(11);
    this.markWord = part(12);
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
