/** Whom the tree puts beside a verb or beside what it takes: whoever an act is done to stands nearer than others named. */
import type { Sentence } from '../../../model/sentence.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import { caseOf, dependents, headOf, isRelation, relationOf } from '../grammar/tree.ts';
import { type Direction, isOther, partyOfState } from './other-party.ts';
import { partyAt, partyOf, type StatementPage } from './page.ts';

/** Before whom an act is done: "granted asylum to", "imposed a ban on"; these name the other party before the object does. */
const TO_WHOM: ReadonlySet<string> = new Set(['to', 'with', 'against', 'on', 'upon']);
/** "the beating of reporters by police": who did it, before those it was done to. */
const BY_WHOM: ReadonlySet<string> = new Set(['by']);
/** "demanded an apology from", "an admission by". */
const FROM_WHOM: ReadonlySet<string> = new Set(['from', 'for', 'between', 'of']);

/** The first one beside the verb: given to, then "to" and "against", then the object, whose it is, then "from" and "for". */
export function besideVerb(
  page: StatementPage,
  direction: Direction,
  sentence: Sentence,
  token: number,
): StatementParty | null {
  // "allowed the observers to enter": whom it befalls is the subject of what is allowed.
  const allowed = ['ccomp', 'xcomp'].flatMap((relation) =>
    dependents(sentence, token, relation).flatMap((clause) => dependents(sentence, clause, 'nsubj')),
  );
  const objects = [...dependents(sentence, token, 'obj'), ...allowed];
  const beside = [...dependents(sentence, token), ...objects.flatMap((object) => dependents(sentence, object))]
    .filter((child) => child > token)
    .sort((a, b) => a - b);
  const marked = (marks: ReadonlySet<string>): number[] => beside.filter((child) => marks.has(caseOf(sentence, child)));
  const own = dependents(sentence, token, 'obj');
  const first = own.length > 1 ? own.slice(0, 1) : [];
  const given = [...beside.filter((child) => isRelation(relationOf(sentence, child), 'iobj')), ...first];
  const hit = objects.filter((object) => !isGiven(sentence, object));
  // "rejected X's proposal for a cabinet".
  const owners = hit.flatMap((object) => dependents(sentence, object, 'nmod:poss'));
  // "threw its weight behind Chad's bid to join the bloc", "accepted the union's request to": whose plan it is, before what it is for.
  const backed = BACKED.has(direction.root ?? '')
    ? [...hit, ...beside]
        .filter((noun) => !(page.mentions.get(sentence.index) ?? []).some(({ head }) => head === noun))
        .flatMap((noun) => [...dependents(sentence, noun, 'nmod:poss'), ...rightOf(sentence, noun)])
    : [];
  const further = SHARES.has(sentence.tokens[token]?.lemma ?? '') ? behindGiven(sentence, token) : [];
  // "took the state to court": where a charge is brought, and not against whom.
  const charged = direction.root === '11' ? hit : [];
  for (const child of [
    ...given,
    ...charged,
    ...backed,
    ...marked(TO_WHOM),
    ...further,
    ...hit,
    ...owners,
    ...marked(BY_WHOM),
    ...marked(FROM_WHOM),
  ]) {
    const mention = (page.mentions.get(sentence.index) ?? []).find(({ head }) => head === child);
    if (mention !== undefined && isOther(page, direction, mention)) return partyOf(mention);
    const state = (page.states.get(sentence.index) ?? []).find(({ lastToken }) => lastToken === child);
    if (state !== undefined) return partyOfState(state);
    // "offered Olsen a seat": a name that nobody else bears.
    if (given.includes(child) && sentence.tokens[child]?.pos === 'PROPN') return partyAt(page, sentence, child);
  }
  return null;
}

/** "shared data about them with Chad", "extradited two men wanted for fraud to Chad": the parser ties the other party to a nearer noun. */
export function behindGiven(sentence: Sentence, verb: number): number[] {
  const { tokens } = sentence;
  const found: number[] = [];
  for (let at = verb + 2; at < tokens.length && tokens[at]?.text !== ',' && tokens[at]?.pos !== 'SCONJ'; at++) {
    const isMark = GIVEN_TO.has(tokens[at]?.lower ?? '') && relationOf(sentence, at) === 'case';
    const other = isMark ? headOf(sentence, at) : null;
    if (other !== null && other > at) found.push(other);
  }
  return found;
}
const GIVEN_TO: ReadonlySet<string> = new Set(['to', 'with']);
/** "defended the right of the troops to": whose it is. */
const rightOf = (sentence: Sentence, noun: number): number[] =>
  sentence.tokens[noun]?.lemma === 'right'
    ? dependents(sentence, noun, 'nmod').filter((child) => caseOf(sentence, child) === 'of')
    : [];

/** Accepting, backing and rejecting take somebody's plan or request. */
const BACKED: ReadonlySet<string> = new Set(['03', '05', '12']);
const SHARES: ReadonlySet<string> = new Set(['share', 'exchange', 'hand', 'pass', 'sell', 'export']);

/** Verbs whose object is moved or handed over. */
const GIVES = new Set(
  'send contribute provide deploy withdraw dispatch supply deliver return evacuate offer commit transfer station pull share exchange hand pass sell export ship lend donate'.split(
    ' ',
  ),
);

/** "up to 400 troops": how many, and no way to them. */
const isUpTo = (sentence: Sentence, head: number): boolean =>
  dependents(sentence, head, 'case').some(
    (mark) => sentence.tokens[mark]?.lower === 'to' && sentence.tokens[mark - 1]?.lower === 'up',
  );

/** "will send 400 troops to Chad": what is given is not given to. */
export const isGiven = (sentence: Sentence, head: number): boolean =>
  (relationOf(sentence, head) === 'obj' || isUpTo(sentence, head)) &&
  GIVES.has(sentence.tokens[headOf(sentence, head) ?? -1]?.lemma ?? '');
