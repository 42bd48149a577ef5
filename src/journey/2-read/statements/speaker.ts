/** Who speaks at a cue: its subject, the agent of a passive, or the nearest mention where the tree gives none. */
import type { Sentence } from '../../../model/sentence.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import { conjuncts, dependents, isPassive, obliques, subjectOf } from '../grammar/tree.ts';
import { type Cue, partyAt, partyOf, type StatementPage } from './page.ts';

const NO_SPEAKER = new Set(['you', 'there', 'what', 'which', 'that', 'this']);
const WINDOW_TOKENS = 14;

/** Token of the speaker's head; null when none is named. */
export function speakerToken(cue: Cue): number | null {
  const { sentence, token } = cue;
  if (isPassive(sentence, token)) {
    const agent = obliques(sentence, token).find((oblique) => oblique.case === 'by')?.head;
    if (agent !== undefined) return agent;
    // "was quoted as saying": the one quoted is the subject.
    const saying = sentence.tokens[token]?.lemma === 'quote' || sentence.tokens[token]?.lemma === 'cite';
    return saying ? subjectOf(sentence, token) : null;
  }
  const subject = subjectOf(sentence, token);
  if (subject === null || NO_SPEAKER.has(sentence.tokens[subject]?.lower ?? '')) return null;
  return isExpletive(sentence, token) ? null : subject;
}

const isExpletive = (sentence: Sentence, verb: number): boolean => dependents(sentence, verb, 'expl').length > 0;

export function speakerOf(page: StatementPage, cue: Cue): StatementParty | null {
  const token = speakerToken(cue);
  return token === null ? null : partyAt(page, cue.sentence, token);
}

/** For a cue beside a quotation: the tree's speaker, else the nearest mention before it, else after it, within the frame. */
export function speakerBeside(page: StatementPage, cue: Cue, from: number, to: number): StatementParty | null {
  const token = speakerToken(cue);
  const start = token === null ? -1 : (cue.sentence.tokens[token]?.start ?? -1);
  if (token !== null && !isQuoted(page, start)) return partyAt(page, cue.sentence, token);
  const mentions = (page.mentions.get(cue.sentence.index) ?? []).filter(
    (mention) => mention.start >= from && mention.end <= to && !isQuoted(page, mention.start),
  );
  const before = mentions.findLast(
    (mention) => mention.end <= cue.start && cue.token - mention.lastToken <= WINDOW_TOKENS,
  );
  const after = mentions.find((mention) => mention.start >= cue.end && mention.firstToken - cue.token <= WINDOW_TOKENS);
  const nearest = before ?? after;
  return nearest === undefined ? null : partyOf(nearest);
}

const isQuoted = (page: StatementPage, offset: number): boolean =>
  page.quotations.some((quotation) => quotation.start <= offset && offset < quotation.end);

/** Everyone at a token: it and what is joined to it by "and". */
export function partiesAt(page: StatementPage, sentence: Sentence, token: number): StatementParty[] {
  return [token, ...conjuncts(sentence, token).filter((other) => sentence.tokens[other]?.pos !== 'VERB')].map((each) =>
    partyAt(page, sentence, each),
  );
}
