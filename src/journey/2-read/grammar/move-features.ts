/**
 * Features of a parser state for choosing the next move. The templates are data (move-templates.ts); here the facts that they
 * join are worked out.
 */
import { compileTemplates, fillKeys, mixFacts, pairRoom, saltsOf, type Template } from './feature-templates.ts';
import { moveTemplates, weightyMoves } from './move-templates.ts';
import { noWord, type ParserState } from './parser-state.ts';
import { between, distanceBucket, few, ofKid } from './state-facts.ts';

/** Facts that stay the same until the next word is pushed, in the order that `setInputFacts` writes them. */
const inputFacts = [
  ...['b0.word', 'b0.tag', 'b0.fine', 'b0.coarse', 'b1.word', 'b1.tag', 'b2.word', 'b2.tag', 'b3.tag'],
  ...['b0.second', 'b1.second', 'b0.pos', 'b1.pos', 'b2.pos', 'b0.isEnd', 'verbsAhead'],
];

/** Facts that are settled when a word is pushed: what stands under it then stands there as long as it does. */
const stackFacts = [
  ...['s0.word', 's0.tag', 's0.fine', 's0.coarse', 's1.word', 's1.tag', 's1.fine', 's1.coarse', 's2.word', 's2.tag'],
  ...['s0.second', 's0.pos', 's1.pos', 's2.pos', 's1.kind', 's1.isRoot', 'depth'],
  ...['inStack', 'marksIn', 'verbsIn', 'conjunctionsIn', 'mode'],
];

/** Facts that any move may change: dependents, and what lies between the stack and the input. */
const changingFacts = [
  ...['s0Left.tag', 's0Left.word', 's0Left.relation', 's0Right.tag', 's0Right.word', 's0Right.relation'],
  ...['b0Left.tag', 'b0Left.word', 'b0Left.relation', 's1Right.tag', 's1Right.word', 's1Right.relation'],
  ...['s1Left.tag', 's0Left2.tag', 's0Right2.tag', 's1Right2.tag', 'b0Left2.tag', 's0.case'],
  ...['s0.lefts', 's0.rights', 's1.lefts', 's1.rights', 'b0.lefts'],
  ...['s0.leftCount', 's0.rightCount', 's1.rightCount', 'b0.leftCount', 'toNext', 'marksNext', 'verbsNext'],
];

export const moveFacts = [...inputFacts, ...stackFacts, ...changingFacts];

const onlyOf = (facts: readonly string[]) => (template: Template) =>
  template.slice(1).every((name) => facts.includes(String(name)));
const isChanging = (template: Template) => !onlyOf(inputFacts)(template) && !onlyOf(stackFacts)(template);

/**
 * The move templates by what their facts depend on, so that sums can be kept while these stay the same; of those that any move
 * may change the weighty ones come first. From these lists `unrolled-moves.ts` is written.
 */
export const moveTemplatesBy = {
  input: moveTemplates.filter(onlyOf(inputFacts)),
  stack: moveTemplates.filter(onlyOf(stackFacts)),
  weighty: moveTemplates.filter((template) => isChanging(template) && weightyMoves.has(template[0])),
  slight: moveTemplates.filter((template) => isChanging(template) && !weightyMoves.has(template[0])),
} as const;

const allTemplates = compileTemplates(moveTemplates, moveFacts);

export const maxMoveFeatures = moveTemplates.length;

/** Where the facts of the stack begin and end. */
export const stackFactsFrom = inputFacts.length;
export const stackFactsTo = inputFacts.length + stackFacts.length;

const salts = saltsOf(moveFacts);
const values = new Int32Array(moveFacts.length + pairRoom);

/** Fills `keys` with all features of the next move; gives their number. */
export function moveFeatures(state: ParserState, keys: Int32Array): number {
  setInputFacts(state, values);
  setStackFacts(state, values);
  setChangingFacts(state, values);
  return fillKeys(allTemplates, values, keys, 0);
}

/** Works out what the next words decide. */
export function setInputFacts(state: ParserState, facts: Int32Array): void {
  const { words, fines, coarses, tags, pos, seconds, verbsBefore, edge } = state.input;
  const b0 = Math.min(state.next, edge);
  const b1 = Math.min(b0 + 1, edge);
  const b2 = Math.min(b0 + 2, edge);
  let n = 0;
  facts[n++] = words[b0] as number;
  facts[n++] = tags[b0] as number;
  facts[n++] = fines[b0] as number;
  facts[n++] = coarses[b0] as number;
  facts[n++] = words[b1] as number;
  facts[n++] = tags[b1] as number;
  facts[n++] = words[b2] as number;
  facts[n++] = tags[b2] as number;
  facts[n++] = tags[Math.min(b0 + 3, edge)] as number;
  facts[n++] = seconds[b0] as number;
  facts[n++] = seconds[b1] as number;
  facts[n++] = pos[b0] as number;
  facts[n++] = pos[b1] as number;
  facts[n++] = pos[b2] as number;
  facts[n++] = b0 === edge ? 1 : 0;
  facts[n++] = few((verbsBefore[edge] as number) - (verbsBefore[b0] as number));
  mixFacts(facts, salts, 0, n);
}

/** Works out what the words of the stack decide. */
export function setStackFacts(state: ParserState, facts: Int32Array): void {
  const { words, fines, coarses, tags, pos, seconds, edge, mode } = state.input;
  const { marksBefore, verbsBefore, conjunctionsBefore } = state.input;
  const { depth, stack } = state;
  const s0 = stack[depth - 1] as number;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : edge;
  const s2 = depth > 2 ? (stack[depth - 3] as number) : edge;
  const isLone = s1 === edge;
  let n = inputFacts.length;
  facts[n++] = words[s0] as number;
  facts[n++] = tags[s0] as number;
  facts[n++] = fines[s0] as number;
  facts[n++] = coarses[s0] as number;
  facts[n++] = words[s1] as number;
  facts[n++] = tags[s1] as number;
  facts[n++] = fines[s1] as number;
  facts[n++] = coarses[s1] as number;
  facts[n++] = words[s2] as number;
  facts[n++] = tags[s2] as number;
  facts[n++] = s0 === 0 ? noWord : (seconds[s0] as number);
  facts[n++] = pos[s0] as number;
  facts[n++] = pos[s1] as number;
  facts[n++] = pos[s2] as number;
  facts[n++] = isLone ? 2 : s1 === 0 ? 1 : 0;
  facts[n++] = s1 === 0 ? 1 : 0;
  facts[n++] = Math.min(depth, 4);
  facts[n++] = isLone ? 0 : distanceBucket(s0 - s1);
  facts[n++] = isLone ? 0 : between(marksBefore, s1, s0);
  facts[n++] = isLone ? 0 : between(verbsBefore, s1, s0);
  facts[n++] = isLone ? 0 : between(conjunctionsBefore, s1, s0);
  facts[n++] = mode;
  mixFacts(facts, salts, inputFacts.length, n);
}

/** Works out the dependents of the stack's two topmost words and of the next word, and what lies between them. */
export function setChangingFacts(state: ParserState, facts: Int32Array): void {
  const { words, tags, edge } = state.input;
  const { depth, stack, left1, left2, right1, right2, relations } = state;
  const s0 = stack[depth - 1] as number;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : edge;
  const b0 = Math.min(state.next, edge);
  const s0Left = left1[s0] as number;
  const s0Right = right1[s0] as number;
  const b0Left = left1[b0] as number;
  const s1Right = right1[s1] as number;
  let n = inputFacts.length + stackFacts.length;
  facts[n++] = ofKid(tags, s0Left);
  facts[n++] = ofKid(words, s0Left);
  facts[n++] = ofKid(relations, s0Left);
  facts[n++] = ofKid(tags, s0Right);
  facts[n++] = ofKid(words, s0Right);
  facts[n++] = ofKid(relations, s0Right);
  facts[n++] = ofKid(tags, b0Left);
  facts[n++] = ofKid(words, b0Left);
  facts[n++] = ofKid(relations, b0Left);
  facts[n++] = ofKid(tags, s1Right);
  facts[n++] = ofKid(words, s1Right);
  facts[n++] = ofKid(relations, s1Right);
  facts[n++] = ofKid(tags, left1[s1] as number);
  facts[n++] = ofKid(tags, left2[s0] as number);
  facts[n++] = ofKid(tags, right2[s0] as number);
  facts[n++] = ofKid(tags, right2[s1] as number);
  facts[n++] = ofKid(tags, left2[b0] as number);
  facts[n++] = ofKid(words, state.caseWord[s0] as number);
  n = setCounts(state, s0, s1, b0, facts, n);
  mixFacts(facts, salts, inputFacts.length + stackFacts.length, n);
}

/** Relations and numbers of dependents, and distances. */
function setCounts(state: ParserState, s0: number, s1: number, b0: number, facts: Int32Array, from: number): number {
  const { leftRelations, rightRelations, leftCount, rightCount } = state;
  const { marksBefore, verbsBefore, edge } = state.input;
  let n = from;
  facts[n++] = leftRelations[s0] as number;
  facts[n++] = rightRelations[s0] as number;
  facts[n++] = leftRelations[s1] as number;
  facts[n++] = rightRelations[s1] as number;
  facts[n++] = leftRelations[b0] as number;
  facts[n++] = few(leftCount[s0] as number);
  facts[n++] = few(rightCount[s0] as number);
  facts[n++] = few(rightCount[s1] as number);
  facts[n++] = few(leftCount[b0] as number);
  facts[n++] = b0 === edge ? 0 : distanceBucket(b0 - s0);
  facts[n++] = between(marksBefore, s0, b0);
  facts[n++] = between(verbsBefore, s0, b0);
  return n;
}
