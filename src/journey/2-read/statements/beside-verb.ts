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
  for (const child of [...given, ...marked(TO_WHOM), ...hit, ...owners, ...marked(BY_WHOM), ...marked(FROM_WHOM)]) {
    const mention = (page.mentions.get(sentence.index) ?? []).find(({ head }) => head === child);
    if (mention !== undefined && isOther(page, direction, mention)) return partyOf(mention);
    const state = (page.states.get(sentence.index) ?? []).find(({ lastToken }) => lastToken === child);
    if (state !== undefined) return partyOfState(state);
    // "offered Olsen a seat": a name that nobody else bears.
    if (given.includes(child) && sentence.tokens[child]?.pos === 'PROPN') return partyAt(page, sentence, child);
  }
  return null;
}

/** Verbs whose object is moved or handed over. */
const GIVES = new Set(
  'send contribute provide deploy withdraw dispatch supply deliver return evacuate offer commit transfer station pull'.split(
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
