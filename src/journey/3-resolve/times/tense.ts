/** Whether what is told lies behind or ahead: from the verb that governs the time, by its tags and auxiliaries. */
import type { Sentence, Token } from '../../../model/sentence.ts';

export type Tense = 'past' | 'future' | null;

const FUTURE: ReadonlySet<string> = new Set(['will', "'ll", 'wo', 'shall', 'would', 'may', 'might', 'could', 'should', 'must', 'can']);
const SURE_FUTURE: ReadonlySet<string> = new Set(['will', "'ll", 'wo', 'shall']);
/** Words that make an infinitive or participle beside them look ahead: "scheduled for Friday", "due on Monday". */
const AHEAD: ReadonlySet<string> = new Set(['scheduled', 'due', 'slated', 'planned', 'expected', 'set', 'plans', 'plan', 'planning', 'going', 'upcoming', 'hopes', 'hope', 'intends', 'deadline', 'starting', 'beginning', 'effective', 'agreed', 'want', 'wants', 'expects', 'expect', 'tomorrow', 'next', 'coming', 'until', 'vowed', 'pledged', 'promised', 'by']);
const MOST_STEPS = 12;

/** The tense of the verb nearest to a token: up the tree where there is one, otherwise to the left and then to the right. */
export function tenseAt(sentence: Sentence, first: number): Tense {
  const verb = sentence.tree === null ? nearestVerb(sentence.tokens, first) : governingVerb(sentence, first);
  return verb === null ? null : tenseOf(sentence, verb);
}

function governingVerb({ tokens, tree }: Sentence, first: number): number | null {
  let at = first;
  for (let step = 0; step < MOST_STEPS; step++) {
    const head = tree?.heads[at] ?? -1;
    if (head < 0) break;
    at = head;
    const tag = tokens[at]?.tag ?? '';
    if (tag.startsWith('VB') || tag === 'MD') return at;
  }
  return nearestVerb(tokens, first);
}

/** A clause seldom puts its verb farther off than this; a wider look would also cost more than linear time. */
const REACH = 25;

function nearestVerb(tokens: readonly Token[], first: number): number | null {
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--) if (isVerb(tokens[i])) return i;
  for (let i = first + 1; i < Math.min(tokens.length, first + REACH); i++) if (isVerb(tokens[i])) return i;
  return null;
}

const isVerb = (token: Token | undefined): boolean => token !== undefined && token.tag.startsWith('VB') && token.tag !== 'VBG';

function tenseOf({ tokens }: Sentence, verb: number): Tense {
  const token = tokens[verb];
  const before = [tokens[verb - 1], tokens[verb - 2], tokens[verb - 3]];
  if (before.some((word) => word !== undefined && SURE_FUTURE.has(word.lower))) return 'future';
  if (token === undefined) return null;
  if (AHEAD.has(token.lower)) return 'future';
  if (token.tag === 'VBD') return 'past';
  if (token.tag === 'VBN') return before.some((word) => word?.lower === 'be' || FUTURE.has(word?.lower ?? '')) ? 'future' : 'past';
  if (token.tag === 'VB') return before.some((word) => word?.lower === 'to' || FUTURE.has(word?.lower ?? '')) ? 'future' : past(before);
  if (token.tag === 'VBZ' || token.tag === 'VBP') return null;
  return token.tag === 'MD' ? 'future' : null;
}

const past = (before: readonly (Token | undefined)[]): Tense => (before.some((word) => word?.lower === 'did' || word?.lower === "didn't") ? 'past' : null);
