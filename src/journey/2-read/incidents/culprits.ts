/**
 * Who is said to be behind an incident in words that stand apart from it: "claimed responsibility for", "blamed X for",
 * "accused X of bombing", "the attack was attributed to X". Each keeps how sure the wording is.
 */
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import {
  caseOf,
  dependents,
  headOf,
  isPassive,
  negationOf,
  objectOf,
  obliques,
  relationOf,
  subjectOf,
} from '../grammar/tree.ts';
import { heldFor } from './held-for.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';

type Attribution = WordedParticipant['attribution'];

/** Culprits named around the trigger at `token`, with the attribution as worded. */
export function culpritsOf(page: Page, line: Line, token: number): WordedParticipant[] {
  const found: WordedParticipant[] = [];
  let at: number | null = token;
  for (let level = 0; at !== null && level < 4; level += 1) {
    found.push(...culpritsAt(page, line, at, token));
    at = headOf(line.sentence, at);
  }
  if (found.length === 0) found.push(...as(page, line, heldFor(line, token)?.accused ?? null, 'suspected'));
  return found.length > 0 ? found : blamedBeside(page, line, token);
}

/** "The rockets killed 21; X blamed Y", "…, the authorities said, blaming Y": blame without a "for" is for the act told right before it. */
function blamedBeside(page: Page, line: Line, token: number): WordedParticipant[] {
  const { tokens } = line.sentence;
  const verb = tokens.findIndex(({ lemma, pos }, at) => at > token && pos === 'VERB' && lemma === 'blame');
  if (verb === -1 || negationOf(line.sentence, verb) !== null) return [];
  const isForAnother = obliques(line.sentence, verb).some((side) => side.case === 'for');
  return isForAnother ? [] : blamed(page, line, verb);
}

function culpritsAt(page: Page, line: Line, at: number, token: number): WordedParticipant[] {
  const lemma = line.sentence.tokens[at]?.lemma ?? '';
  if (lemma === 'responsibility') return claimed(page, line, headOf(line.sentence, at));
  if (isShareIn(line, at)) {
    const verb = headOf(line.sentence, at) ?? -1;
    return line.grammar.disclaims.has(line.sentence.tokens[verb]?.lemma ?? '') ? claimed(page, line, verb) : [];
  }
  if (at !== token && (takesResponsibility(line, at) || claimsAct(line, at, token))) return claimed(page, line, at);
  if (lemma === 'responsible') return responsible(page, line, at);
  const accused = line.grammar.blames.has(lemma) && at !== token ? blamed(page, line, at) : [];
  // "The attack was blamed on X" blames it for nothing else.
  if (accused.length > 0 || (line.grammar.blames.has(lemma) && !line.grammar['points-to'].has(lemma))) return accused;
  const pointing =
    at === token
      ? dependents(line.sentence, at).filter((child) =>
          line.grammar['points-to'].has(line.sentence.tokens[child]?.lemma ?? ''),
        )
      : line.grammar['points-to'].has(lemma)
        ? [at]
        : [];
  return pointing.flatMap((verb) =>
    obliques(line.sentence, verb)
      .filter((side) => side.case === 'to' || side.case === 'on')
      .flatMap((side) => as(page, line, side.head, 'suspected')),
  );
}

function as(page: Page, line: Line, token: number | null, attribution: Attribution): WordedParticipant[] {
  if (token === null) return [];
  return participantsAt(page, line, token, 'doer')
    .filter((participant) => participant.kind !== 'object')
    .map((participant) => ({ ...participant, attribution }));
}

/** "X claimed responsibility for the attack", "responsibility was claimed by X", "X denied responsibility". */
function claimed(page: Page, line: Line, verb: number | null): WordedParticipant[] {
  if (verb === null) return [];
  const lemma = line.sentence.tokens[verb]?.lemma ?? '';
  const attribution: Attribution | null = line.grammar.claims.has(lemma)
    ? 'claimed_by_itself'
    : line.grammar.disclaims.has(lemma)
      ? 'denied_by_itself'
      : null;
  if (attribution === null) return [];
  if (!isPassive(line.sentence, verb)) return as(page, line, subjectOf(line.sentence, verb), attribution);
  return obliques(line.sentence, verb)
    .filter((side) => side.case === 'by')
    .flatMap((side) => as(page, line, side.head, attribution));
}

/** "claimed responsibility for the attack", "denied any role in it", where the attack hangs on the verb. */
export function takesResponsibility(line: Line, verb: number): boolean {
  const { tokens } = line.sentence;
  const isDenied = line.grammar.disclaims.has(tokens[verb]?.lemma ?? '');
  return dependents(line.sentence, verb).some((child) => {
    const lemma = tokens[child]?.lemma ?? '';
    return lemma === 'responsibility' || (isDenied && isShareIn(line, child));
  });
}

/** "involvement", "any role": what one denies of an act of which one is accused. */
const isShareIn = (line: Line, token: number): boolean =>
  line.grammar['share-in'].has(line.sentence.tokens[token]?.lemma ?? '') && relationOf(line.sentence, token) === 'obj';

/** "X claimed the attack": what one claims of acts of violence is to have done them. */
export const claimsAct = (line: Line, verb: number, act: number): boolean =>
  line.sentence.tokens[verb]?.lemma === 'claim' &&
  (isPassive(line.sentence, verb) ? subjectOf(line.sentence, verb) : objectOf(line.sentence, verb)) === act;

/** How far behind its mine the verb of "a mine that X had laid" may stand. */
const LAID_REACH = 8;

/** "a mine that X had laid", "rockets which X fired": whose the weapon was, read off the words, for parsers lose such clauses. */
export function whoLaid(page: Page, line: Line): WordedParticipant[] {
  const { tokens } = line.sentence;
  return [...line.weapons.values()].flatMap(({ lastToken, entry }) => {
    const which = tokens[lastToken + 1]?.lower;
    if (entry.carrier || (which !== 'that' && which !== 'which')) return [];
    for (let at = lastToken + 2; at <= lastToken + LAID_REACH; at += 1)
      if (line.grammar.lays.has(tokens[at]?.lower ?? '')) return between(page, line, lastToken + 2, at);
    return [];
  });
}

/** The first actor between two words, else the first state by the name of its place. */
function between(page: Page, line: Line, from: number, to: number): readonly WordedParticipant[] {
  for (const known of [line.actors, line.placeAt])
    for (let at = from; at < to; at += 1) {
      const found = known.has(at) ? participantsAt(page, line, at, 'party') : [];
      if (found.length > 0) return found;
    }
  return [];
}

/** Those who claim responsibility in a sentence that does not say for what. */
export function claimedBare(page: Page, line: Line): WordedParticipant[] {
  const { sentence } = line;
  return sentence.tokens.flatMap(({ lemma }, at) => {
    const verb = lemma === 'responsibility' ? headOf(sentence, at) : null;
    if (verb === null || negationOf(sentence, verb) !== null) return [];
    const isFor = [at, verb].some((head) =>
      dependents(sentence, head).some((child) => caseOf(sentence, child) === 'for'),
    );
    return isFor ? [] : claimed(page, line, verb).filter(({ attribution }) => attribution === 'claimed_by_itself');
  });
}

/** Who is blamed in a sentence that tells no act and does not say for what: "The governor blamed rebels across the river." */
export function blamedBare(page: Page, line: Line): WordedParticipant[] {
  const { sentence } = line;
  return sentence.tokens.flatMap(({ lemma, pos }, verb) =>
    lemma === 'blame' &&
    pos === 'VERB' &&
    negationOf(sentence, verb) === null &&
    !obliques(sentence, verb).some((side) => side.case === 'for' || side.case === 'on')
      ? blamed(page, line, verb)
      : [],
  );
}

/** "X is responsible for the murder", "those responsible". */
function responsible(page: Page, line: Line, adjective: number): WordedParticipant[] {
  const subject = dependents(line.sentence, adjective).find((child) =>
    relationOf(line.sentence, child).startsWith('nsubj'),
  );
  return subject === undefined ? [] : as(page, line, subject, 'suspected');
}

/** "blamed X for", "accused X of", "X is accused of". */
function blamed(page: Page, line: Line, verb: number): WordedParticipant[] {
  const accused = isPassive(line.sentence, verb) ? subjectOf(line.sentence, verb) : objectOf(line.sentence, verb);
  return as(page, line, accused, 'suspected');
}
