/**
 * How the report puts an act: asserted, alleged, denied, threatened, planned or hypothetical; whether it was carried through.
 * Read off the words that the trigger depends on, up to the main clause; the strongest doubt wins.
 */
import type { Governance } from '../../../knowledge/modality-words.ts';
import type { Modality } from '../../../model/worded-incident.ts';
import { caseOf, dependents, headOf, negationOf, relationOf, subjectOf } from '../grammar/tree.ts';
import { claimsAct, takesResponsibility } from './culprits.ts';
import type { Line, Page } from './page.ts';

export interface Putting {
  modality: Modality;
  completed: boolean;
  /** Only demanded, hoped for or feared: nothing that happened. */
  demanded: boolean;
  because: string[];
}

/** How many governors above the trigger are looked at: "denied that it had planned to attack". */
const HIGHEST = 4;

export function puttingOf(page: Page, line: Line, token: number): Putting {
  const putting: Putting = { modality: 'asserted', completed: true, demanded: false, because: [] };
  let at: number | null = token;
  for (let level = 0; at !== null && level <= HIGHEST; level += 1) {
    if (level > 0) governed(page, line, at, level, token, putting);
    beside(page, line, at, { level, given: level > 0 && isGiven(line, token, at) }, putting);
    // A relative clause or a conjunct tells its own act: what stands above does not put it in doubt.
    const relation = relationOf(line.sentence, at);
    if (relation === 'acl:relcl' || relation === 'parataxis' || isBehindAfter(line, at)) break;
    at = headOf(line.sentence, at);
  }
  return putting;
}

/** "will advance after seizing the town": what comes first is done. */
const isBehindAfter = (line: Line, at: number): boolean =>
  [
    caseOf(line.sentence, at),
    ...dependents(line.sentence, at, 'mark').map((mark) => line.sentence.tokens[mark]?.lower),
  ].some((word) => word === 'after' || word === 'following');

const STRENGTH: Record<Modality, number> = {
  asserted: 0,
  alleged: 1,
  planned: 2,
  threatened: 3,
  hypothetical: 4,
  denied: 5,
};

function weaken(putting: Putting, modality: Modality, reason: string): void {
  if (STRENGTH[modality] <= STRENGTH[putting.modality]) return;
  putting.modality = modality;
  putting.because.push(`modality/${reason}`);
}

/** Words that stand directly at a word of the chain: modals, negations, "if", "allegedly". */
function beside(
  page: Page,
  line: Line,
  at: number,
  { level, given }: { level: number; given: boolean },
  putting: Putting,
): void {
  if (!given && isAhead(page, line, at)) weaken(putting, 'planned', 'is-to');
  if (level > 0 && page.modality.verifies.has(line.sentence.tokens[at]?.lemma ?? '')) {
    if (isUnverified(line, at)) weaken(putting, 'alleged', 'unverified');
    return;
  }
  const isSign = level > 0 && page.modality.signs.has(line.sentence.tokens[at]?.lemma ?? '');
  if (isSign && negationOf(line.sentence, at) !== null) weaken(putting, 'hypothetical', 'no-sign');
  for (const child of dependents(line.sentence, at)) {
    const token = line.sentence.tokens[child];
    if (token === undefined || child > at + 12) continue;
    const relation = relationOf(line.sentence, child);
    if (
      page.modality.negations.has(token.lower) &&
      (relation === 'advmod' || relation === 'det' || relation === 'case' || relation === 'mark')
    ) {
      if (level === 0) weaken(putting, 'denied', 'negated');
    } else if ((relation === 'aux' || relation === 'aux:pass') && !given && !isPerceived(page, line, at))
      modal(page, token.lower, putting);
    else if (relation === 'mark' && page.modality.conditions.has(token.lower))
      weaken(putting, 'hypothetical', 'condition');
    else if (level <= 1 && page.modality.alleged.has(token.lower) && (relation === 'advmod' || relation === 'amod'))
      weaken(putting, 'alleged', 'alleged');
    else if (level === 0 && relation === 'amod' && page.modality.tried.has(token.lower)) attempted(putting);
  }
}

/** "Kenya is to send police", "the envoys were to meet". */
const isAhead = ({ words }: Page, { sentence, actors }: Line, at: number): boolean => {
  const { tokens } = sentence;
  const isTo = tokens[at]?.tag === 'VB' && tokens[at - 1]?.tag === 'TO' && tokens[at - 2]?.lemma === 'be';
  // "its aim was to prevent": nobody is to do it.
  const subject = isTo ? subjectOf(sentence, at) : null;
  return subject !== null && (actors.has(subject) || words.nouns.has(sentence.tokens[subject]?.lemma ?? ''));
};

/** "could not verify", "was unable to confirm". */
const isUnverified = ({ sentence }: Line, verb: number): boolean =>
  negationOf(sentence, verb) !== null || sentence.tokens[headOf(sentence, verb) ?? -1]?.lower === 'unable';

/** "will look into the killing of four miners": what a noun with its article and its victim tells has been, whatever will be done about it. */
const isGiven = ({ sentence, grammar }: Line, act: number, governor: number): boolean =>
  sentence.tokens[act]?.pos === 'NOUN' &&
  !grammar['lends-subject'].has(sentence.tokens[governor]?.lemma ?? '') &&
  dependents(sentence, act, 'det').some((child) => sentence.tokens[child]?.lower === 'the') &&
  dependents(sentence, act, 'nmod').some((child) => caseOf(sentence, child) === 'of');

/** "shelling could be heard": what can be heard is there. */
const isPerceived = ({ modality }: Page, { sentence }: Line, at: number): boolean =>
  modality.perceived.has(sentence.tokens[at]?.lemma ?? '');

function modal(page: Page, word: string, putting: Putting): void {
  const kind = page.modality.modals.get(word);
  if (kind === 'demand') demand(putting, 'modal');
  else if (kind !== undefined) weaken(putting, kind, `modal-${kind}`);
}

function demand(putting: Putting, reason: string): void {
  putting.demanded = true;
  weaken(putting, 'hypothetical', `demand-${reason}`);
}

function attempted(putting: Putting): void {
  putting.completed = false;
  putting.because.push('completed/attempted');
}

/** `own`: the governor stands right over the act. */
const EFFECT: Record<Governance, (putting: Putting, infinitive: boolean, direct: boolean, own: boolean) => void> = {
  deny: (putting) => weaken(putting, 'denied', 'denied'),
  threaten: (putting) => weaken(putting, 'threatened', 'threatened'),
  plan: (putting, infinitive, direct) => {
    if (infinitive || direct) weaken(putting, 'planned', 'planned');
  },
  attempt: (putting, infinitive, direct) => {
    if (infinitive || direct) attempted(putting);
  },
  demand: (putting, infinitive, direct) => {
    if (infinitive || direct) demand(putting, 'governor');
  },
  forgo: (putting, infinitive, direct, own) => {
    if (own && (infinitive || direct)) demand(putting, 'governor');
  },
  purpose: (putting, infinitive) => {
    if (infinitive) weaken(putting, 'planned', 'purpose');
  },
  allege: (putting) => weaken(putting, 'alleged', 'allegation'),
};

/** "suspended after a raid", "demanded since the attack": the raid is why or when, and not what is demanded. */
function isOccasion(line: Line, child: number): boolean {
  const words = [caseOf(line.sentence, child)];
  for (const mark of dependents(line.sentence, child, 'mark')) words.push(line.sentence.tokens[mark]?.lower ?? '');
  return words.some((word) => OCCASIONS.has(word));
}
const OCCASIONS = new Set('after before following since amid during because despite when as'.split(' '));

/** "claimed responsibility for", "claimed the attack", "claimed 12 lives": none of them doubts the act. */
const isClaimOf = (page: Page, line: Line, verb: number, act: number): boolean =>
  takesResponsibility(line, verb) || claimsAct(line, verb, act) || takesLives(page, line, verb);

/** "The rebels were able to seize the bridge": they did. */
const wasAble = ({ sentence }: Line, at: number): boolean =>
  sentence.tokens[at]?.lower === 'able' &&
  dependents(sentence, at, 'cop').some((child) => /^(?:was|were)$/.test(sentence.tokens[child]?.lower ?? '')) &&
  negationOf(sentence, at) === null;

/** "found guilty of killing": nothing that was tried or found out. */
const isVerdict = ({ sentence, grammar }: Line, at: number): boolean =>
  dependents(sentence, at).some((child) => grammar['found-guilty'].has(sentence.tokens[child]?.lemma ?? ''));

/** "is accused of ordering the massacre": an order that somebody is blamed for was carried out. */
const isBlamedOrder = ({ sentence, grammar }: Line, at: number): boolean =>
  sentence.tokens[at]?.lemma === 'order' &&
  grammar.blames.has(sentence.tokens[headOf(sentence, at) ?? -1]?.lemma ?? '');

/** "life-threatening injuries": how bad they are, and nobody's threat. */
const isJoinedByHyphen = ({ sentence: { tokens } }: Line, at: number): boolean =>
  tokens[at - 1]?.text === '-' && tokens[at - 1]?.end === tokens[at]?.start;

/** What a word higher up says of the act below it. */
function governed(page: Page, line: Line, at: number, level: number, below: number, putting: Putting): void {
  const token = line.sentence.tokens[at];
  if (
    isFalseReport(page, line, at) ||
    isFalseReport(page, line, subjectOf(line.sentence, at)) ||
    isCalledFalse(page, line, at)
  )
    weaken(putting, 'denied', 'false-report');
  const kinds = token === undefined ? undefined : page.modality.governors.get(token.lemma);
  if (kinds === undefined || token === undefined || isClaimOf(page, line, at, below)) return;
  if (wasAble(line, at) || isJoinedByHyphen(line, at) || isVerdict(line, at)) return;
  const child = childTowards(line, at, below);
  const relation = child === null ? '' : relationOf(line.sentence, child);
  if (!DEPENDS.has(relation.split(':')[0] ?? '') || (child !== null && isOccasion(line, child))) return;
  // "found dead with wounds": a state, and nothing that somebody tried.
  const isState = child !== null && line.sentence.tokens[child]?.pos === 'ADJ';
  const infinitive =
    (relation === 'xcomp' && !isState) ||
    dependents(line.sentence, child ?? at, 'mark').some((mark) => line.sentence.tokens[mark]?.lower === 'to');
  const direct =
    level === 1 &&
    (relation === 'obj' ||
      relation === 'nsubj:pass' ||
      relation === 'nmod' ||
      relation === 'compound' ||
      relation === 'obl' ||
      relation === 'advcl' ||
      relation === 'acl');
  // "The bomb killed 13, the group denies involvement": what is denied stands behind the verb, and not before it.
  const isTold =
    child !== null &&
    child < at &&
    relation === 'ccomp' &&
    dependents(line.sentence, at, 'obj').some((one) => one > at);
  if (isTold) return;
  for (const kind of kinds) {
    // "flattened by a strike, residents had been warned": a clause beside a warning is not what it warns of.
    if (kind === 'threaten' && relation === 'advcl') continue;
    if (kind === 'plan' && isBlamedOrder(line, at)) continue;
    EFFECT[kind](putting, infinitive, direct, level === 1 || isLent(line, child, below));
  }
}

/** "was willing to open talks": the verb above the act only lends it its subject. */
const isLent = ({ sentence, grammar }: Line, verb: number | null, act: number): boolean =>
  verb !== null &&
  headOf(sentence, act) === verb &&
  sentence.tokens[act]?.pos === 'NOUN' &&
  grammar['lends-party'].has(sentence.tokens[verb]?.lemma ?? '');

/** "falsified reports of two explosions", "false reports said that …": what they tell of was not. */
const isFalseReport = ({ modality }: Page, { sentence }: Line, at: number | null): boolean =>
  at !== null &&
  modality.reports.has(sentence.tokens[at]?.lemma ?? '') &&
  dependents(sentence, at, 'amod').some((child) => modality.untrue.has(sentence.tokens[child]?.lower ?? ''));

/** "The report that the mayor was shot is unfounded." */
function isCalledFalse({ modality }: Page, { sentence }: Line, at: number): boolean {
  if (!modality.untrue.has(sentence.tokens[at]?.lower ?? '') || negationOf(sentence, at) !== null) return false;
  const subject = subjectOf(sentence, at);
  return subject !== null && modality.reports.has(sentence.tokens[subject]?.lemma ?? '');
}

const DEPENDS = new Set(['obj', 'xcomp', 'ccomp', 'nmod', 'obl', 'acl', 'advcl', 'nsubj', 'csubj', 'compound']);

function childTowards(line: Line, ancestor: number, from: number): number | null {
  let at: number | null = from;
  while (at !== null) {
    const head: number | null = headOf(line.sentence, at);
    if (head === ancestor) return at;
    at = head;
  }
  return null;
}

/** True when the words tell several events at once or a background sum: never added to single incidents. */
export function isAggregate(page: Page, line: Line, token: number): boolean {
  const word = line.sentence.tokens[token];
  if (word === undefined || word.pos !== 'NOUN') return false;
  const { plural, adjectives, nouns } = page.modality.aggregate;
  const head = headOf(line.sentence, token);
  const counted =
    relationOf(line.sentence, token) === 'nmod' && nouns.has(line.sentence.tokens[head ?? -1]?.lemma ?? '');
  const modified = dependents(line.sentence, token).some((child) =>
    adjectives.has(line.sentence.tokens[child]?.lower ?? ''),
  );
  return counted || (modified && plural.has(word.lower)) || areMany(page, line, token);
}

/** Strikes counted by so many are a sum; fewer are one when they are told of a stretch of time. */
const MANY = 10;
const SEVERAL = 3;

/** "hundreds of air strikes", "14 attacks in the last 36 hours": no single event. */
function areMany(page: Page, line: Line, token: number): boolean {
  const number = line.quantities.get(token)?.claim.n ?? 0;
  if (number < SEVERAL) return false;
  return (
    number >= MANY ||
    line.times.some((index) => {
      const time = page.times[index];
      return time?.meaning.kind === 'duration' || time?.signal === 'since' || time?.rangeWith != null;
    })
  );
}

/** "The blast claimed nine lives": no claim that somebody made. */
const takesLives = (page: Page, line: Line, verb: number): boolean =>
  dependents(line.sentence, verb, 'obj').some((child) => page.harm.lives.has(line.sentence.tokens[child]?.lemma ?? ''));
