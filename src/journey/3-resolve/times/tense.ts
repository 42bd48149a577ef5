/** Whether what is told lies behind or ahead: from the verb that governs the time, by its tags and auxiliaries. */
import type { Sentence, Token } from '../../../model/sentence.ts';

/** `perhaps-past`: told in the past, but the time hangs on another word than the verb ("declared a dividend payable 7 December"). */
export type Tense = 'past' | 'perhaps-past' | 'future' | null;

const WILL: ReadonlySet<string> = new Set(['will', "'ll", 'wo', 'shall']);
const MODALS: ReadonlySet<string> = new Set([...WILL, 'would', 'may', 'might', 'could', 'should', 'must', 'can', 'to']);
/** Words that look ahead whatever their tense: "scheduled for Friday", "due on Monday", "planned for June". */
const AHEAD: ReadonlySet<string> = new Set([
  'scheduled',
  'due',
  'slated',
  'planned',
  'plans',
  'plan',
  'planning',
  'expected',
  'expects',
  'expect',
  'upcoming',
  'hopes',
  'hope',
  'intends',
  'deadline',
  'vowed',
  'pledged',
  'promised',
]);
/** Acts that the present tense announces: "the truce starts on Friday". */
const ANNOUNCED: ReadonlySet<string> = new Set([
  'start',
  'begin',
  'resume',
  'open',
  'end',
  'expire',
  'meet',
  'arrive',
  'leave',
  'come',
  'enter',
  'take',
  'go',
  'close',
  'return',
  'visit',
]);
/** "declared a truce starting on Thursday": what such verbs announce, in whatever tense, is yet to begin. */
const ANNOUNCES: ReadonlySet<string> = new Set(
  'announce declare agree propose accept order proclaim offer broker approve'.split(' '),
);
const STARTING: ReadonlySet<string> = new Set(['starting', 'beginning', 'commencing', 'effective']);
const MOST_STEPS = 12;
/** A clause seldom puts its verb farther off than this; a wider look would also cost more than linear time. */
const REACH = 25;

/** The tense of the verb that governs a token: up the tree where there is one, otherwise nearest to the left, then the right. */
export function tenseAt(sentence: Sentence, first: number, last = first): Tense {
  if (sentence.tree === null) {
    const verb = nearestVerb(sentence.tokens, first);
    return verb === null ? null : perhaps(tenseOf(sentence.tokens, verb));
  }
  let isDirect = true;
  let isStart = false;
  let at = first;
  for (let step = 0; step < MOST_STEPS; step++) {
    at = sentence.tree.heads[at] ?? -1;
    const token = sentence.tokens[at];
    if (token === undefined) break;
    if (AHEAD.has(token.lower) || (isStart && ANNOUNCES.has(token.lemma))) return 'future';
    if (STARTING.has(token.lower)) isStart = true;
    // A participle alone ("starting at noon", "killed on Friday") takes the time of the verb it hangs on, unless it is past.
    // So does what something was done for ("fired tear gas to break up a protest on Friday").
    if (token.tag.startsWith('VB') && token.tag !== 'VBG' && !isPurpose(sentence, at))
      return isDirect ? tenseOf(sentence.tokens, at) : perhaps(tenseOf(sentence.tokens, at));
    // "He was at home on Friday": the copula stands below the word that the time hangs on.
    const copula = sentence.tree.children[at]?.find((child) => sentence.tree?.relations[child] === 'cop');
    if (copula !== undefined && (at < first || at > last)) return tenseOf(sentence.tokens, copula);
    if (at < first || at > last) isDirect = false;
  }
  const verb = nearestVerb(sentence.tokens, first);
  return verb === null ? null : perhaps(tenseOf(sentence.tokens, verb));
}

const isPurpose = ({ tokens, tree }: Sentence, verb: number): boolean =>
  tokens[verb]?.tag === 'VB' && tokens[verb - 1]?.tag === 'TO' && tree?.relations[verb] === 'advcl';

const perhaps = (tense: Tense): Tense => (tense === 'past' ? 'perhaps-past' : tense);

function nearestVerb(tokens: readonly Token[], first: number): number | null {
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--) if (isVerb(tokens[i])) return i;
  for (let i = first + 1; i < Math.min(tokens.length, first + REACH); i++) if (isVerb(tokens[i])) return i;
  return null;
}

const isVerb = (token: Token | undefined): boolean =>
  token !== undefined && ((token.tag.startsWith('VB') && token.tag !== 'VBG') || token.tag === 'MD');

function tenseOf(tokens: readonly Token[], verb: number): Tense {
  const token = tokens[verb];
  if (token === undefined) return null;
  const before = [tokens[verb - 1]?.lower ?? '', tokens[verb - 2]?.lower ?? '', tokens[verb - 3]?.lower ?? ''];
  if (before.some((word) => WILL.has(word)) || AHEAD.has(token.lower)) return 'future';
  if (token.lower === 'set' && (tokens[verb + 1]?.lower === 'to' || tokens[verb + 1]?.lower === 'for')) return 'future';
  switch (token.tag) {
    case 'VBD':
      return 'past';
    case 'VBN':
      return before.some((word) => word === 'be' || MODALS.has(word)) && !before.includes('have') ? 'future' : 'past';
    case 'VB':
      return before.some((word) => MODALS.has(word)) ? 'future' : before.includes('did') ? 'past' : null;
    case 'VBZ':
    case 'VBP':
      return ANNOUNCED.has(token.lemma) ? 'future' : null;
    case 'MD':
      return WILL.has(token.lower) ? 'future' : null;
    default:
      return null;
  }
}
