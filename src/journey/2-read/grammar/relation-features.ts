/**
 * Features for naming the relation of an arc just made. The templates are data (relation-templates.ts); here the facts that they
 * join are worked out.
 */
import { compileTemplates, fillKeys, mixFacts, pairRoom, saltsOf, type Template } from './feature-templates.ts';
import { left, noWord, type ParseInput, type ParserState } from './parser-state.ts';
import { relationTemplates } from './relation-templates.ts';
import { between, distanceBucket, ofKid } from './state-facts.ts';

/** In the order that `setArcWords` and `setArcKids` write them. */
const relationFacts = [
  ...['head.word', 'head.fine', 'head.coarse', 'head.tag', 'head.pos', 'head.second'],
  ...[
    'dep.word',
    'dep.fine',
    'dep.coarse',
    'dep.tag',
    'dep.tagSide',
    'dep.pos',
    'dep.second',
    'dep.suffix3',
    'dep.classes',
  ],
  ...['beforeDep.tag', 'afterDep.tag', 'beforeHead.tag', 'afterHead.tag', 'beforeDep.word'],
  ...['side', 'mode', 'distance', 'marks', 'verbs'],
  ...['dep.case', 'dep.mark', 'depLeft.tag', 'depLeft.word', 'depRight.tag', 'depRight.word', 'depLeft2.tag'],
  ...['dep.lefts', 'dep.rights', 'head.lefts', 'head.rights', 'head.sides', 'sister.relation', 'sister.word'],
];

/** Facts that the dependent alone decides, with its tag and side, and those that the head alone does. */
const dependentFacts = 'dep.word dep.fine dep.coarse dep.tag dep.tagSide dep.pos dep.suffix3 dep.classes side'.split(
  ' ',
);
const headFacts = 'head.word head.fine head.coarse head.tag head.pos side'.split(' ');

const onlyOf = (facts: readonly string[]) => (template: Template) =>
  template.slice(1).every((name) => facts.includes(String(name)));
const isOfBoth = (template: Template) => !onlyOf(dependentFacts)(template) && !onlyOf(headFacts)(template);

/** The relation templates by what their facts depend on, so that sums can be kept for each word. */
const relationTemplatesBy = {
  dependent: compileTemplates(relationTemplates.filter(onlyOf(dependentFacts)), relationFacts),
  head: compileTemplates(relationTemplates.filter(onlyOf(headFacts)), relationFacts),
  both: compileTemplates(relationTemplates.filter(isOfBoth), relationFacts),
} as const;

export const maxRelationFeatures = relationTemplates.length;

const salts = saltsOf(relationFacts);
const values = new Int32Array(relationFacts.length + pairRoom);

/** Works out the facts of the relation between `head` and `dependent`, whose own dependents are complete. */
export function setArc(state: ParserState, move: number, head: number, dependent: number): void {
  const side = move === left ? 0 : 1;
  const n = setArcWords(state.input, side, head, dependent, values);
  setArcKids(state, side, head, dependent, values, n);
  mixFacts(values, salts, 0, relationFacts.length);
}

/** Fills `keys` from `from` with the features of one kind, of the arc that was set; gives where they end. */
export const arcFeatures = (kind: keyof typeof relationTemplatesBy, keys: Int32Array, from: number): number =>
  fillKeys(relationTemplatesBy[kind], values, keys, from);

/** Fills `keys` with all features of the relation between `head` and `dependent`; gives their number. */
export function relationFeatures(
  state: ParserState,
  move: number,
  head: number,
  dependent: number,
  keys: Int32Array,
): number {
  setArc(state, move, head, dependent);
  return arcFeatures('both', keys, arcFeatures('head', keys, arcFeatures('dependent', keys, 0)));
}

/** The two words, their neighbours and what stands between them. */
function setArcWords(input: ParseInput, side: number, head: number, dependent: number, facts: Int32Array): number {
  const { words, fines, coarses, suffixes, classes, tags, pos, seconds, marksBefore, verbsBefore, mode } = input;
  const tag = tags[dependent] as number;
  const low = Math.min(head, dependent);
  const high = Math.max(head, dependent);
  let n = 0;
  facts[n++] = words[head] as number;
  facts[n++] = fines[head] as number;
  facts[n++] = coarses[head] as number;
  facts[n++] = (tags[head] as number) * 2 + side;
  facts[n++] = pos[head] as number;
  facts[n++] = seconds[head] as number;
  facts[n++] = words[dependent] as number;
  facts[n++] = fines[dependent] as number;
  facts[n++] = coarses[dependent] as number;
  facts[n++] = tag;
  facts[n++] = tag * 2 + side;
  facts[n++] = pos[dependent] as number;
  facts[n++] = seconds[dependent] as number;
  facts[n++] = suffixes[dependent] as number;
  facts[n++] = classes[dependent] as number;
  facts[n++] = tagAt(tags, dependent - 1);
  facts[n++] = tagAt(tags, dependent + 1);
  facts[n++] = tagAt(tags, head - 1);
  facts[n++] = tagAt(tags, head + 1);
  facts[n++] = ofKid(words, dependent - 1);
  facts[n++] = side;
  facts[n++] = mode;
  facts[n++] = distanceBucket(high - low);
  facts[n++] = between(marksBefore, low, high);
  facts[n++] = between(verbsBefore, low, high);
  return n;
}

const tagAt = (tags: Int32Array, i: number): number => (i < 1 ? noWord : (tags[i] as number));

function setArcKids(
  state: ParserState,
  side: number,
  head: number,
  dependent: number,
  facts: Int32Array,
  from: number,
): void {
  const { words, tags } = state.input;
  const { left1, right1, leftRelations, rightRelations } = state;
  const depLeft = left1[dependent] as number;
  const depRight = right1[dependent] as number;
  const sister = (side === 0 ? left1[head] : right1[head]) as number;
  const lefts = leftRelations[head] as number;
  const rights = rightRelations[head] as number;
  let n = from;
  facts[n++] = ofKid(words, state.caseWord[dependent] as number);
  facts[n++] = ofKid(words, state.markWord[dependent] as number);
  facts[n++] = ofKid(tags, depLeft);
  facts[n++] = ofKid(words, depLeft);
  facts[n++] = ofKid(tags, depRight);
  facts[n++] = ofKid(words, depRight);
  facts[n++] = ofKid(tags, state.left2[dependent] as number);
  facts[n++] = leftRelations[dependent] as number;
  facts[n++] = rightRelations[dependent] as number;
  facts[n++] = lefts;
  facts[n++] = rights;
  facts[n++] = side === 0 ? lefts : rights;
  facts[n++] = ofKid(state.relations, sister);
  facts[n++] = ofKid(words, sister);
}
