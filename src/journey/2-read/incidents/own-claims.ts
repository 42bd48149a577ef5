/** "The front said it had carried out the attack": who tells of an act as his own claims to have done it. */
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { dependents, headOf, isPassive, negationOf, relationOf, subjectOf } from '../grammar/tree.ts';
import type { EventMention } from './event-mention.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';

/** So many words above the act are looked at. */
const LEVELS = 3;

/**
 * The speaker of the act of violence at `token`, and those of his who did it, where what he says is that he or they did. Nobody
 * claims what he denies, plans or threatens.
 */
export function ownClaim(
  page: Page,
  line: Line,
  token: number,
  { entry, modality }: Pick<EventMention, 'entry' | 'modality'>,
): WordedParticipant[] {
  const { sentence } = line;
  const isTold = modality === 'asserted' || modality === 'alleged';
  if (!isTold || page.words.types.get(entry.type)?.violent !== true) return [];
  let clause = token;
  for (let level = 0; level < LEVELS; level += 1) {
    const verb = headOf(sentence, clause);
    if (verb === null) return [];
    if (relationOf(sentence, clause) === 'ccomp') return saidOf(page, line, clause, verb);
    // "said it had launched an attack": the act is what it launched.
    if (relationOf(sentence, clause) !== 'obj') return [];
    clause = verb;
  }
  return [];
}

function saidOf(page: Page, line: Line, clause: number, verb: number): WordedParticipant[] {
  const { sentence, grammar } = line;
  const speaker = subjectOf(sentence, verb);
  const doer = subjectOf(sentence, clause);
  if (speaker === null || doer === null || !grammar['tells-own'].has(sentence.tokens[verb]?.lemma ?? '')) return [];
  if (isPassive(sentence, clause) || isPassive(sentence, verb) || negationOf(sentence, verb) !== null) return [];
  // "said its fighters had attacked", "that one of its planes had hit": hardly anybody else's than the speaker's.
  const owner = [doer, ...dependents(sentence, doer, 'nmod')]
    .flatMap((noun) => dependents(sentence, noun, 'nmod:poss'))
    .find((one) => sentence.tokens[one]?.pos === 'PRON');
  if (owner === undefined && !areOne(page, line, speaker, doer)) return [];
  const as = (at: number): WordedParticipant[] =>
    participantsAt(page, line, at, 'doer')
      .filter(({ kind }) => kind !== 'object')
      .map((participant) => ({ ...participant, attribution: 'claimed_by_itself' }));
  return [...as(speaker), ...(owner === undefined ? [] : as(doer))];
}

/** Two words for one and the same. */
function areOne({ chains }: Page, { actors }: Line, a: number, b: number): boolean {
  const [one, other] = [actors.get(a)?.id, actors.get(b)?.id];
  return one !== undefined && other !== undefined && chains.representative[one] === chains.representative[other];
}
