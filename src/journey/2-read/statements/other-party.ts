/** What a statement is directed with, and who in its words is somebody other than its speaker. */
import type { ActorName } from '../../../model/actor-name.ts';
import type { Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty, WordedStatement } from '../../../model/worded-statement.ts';
import type { StateName } from '../actors/state-names.ts';
import type { Cue } from './cue.ts';
import type { StatementPage } from './page.ts';

export interface Direction {
  readonly kind: WordedStatement['kind'];
  /** The act itself has a code: a decision, praise, a lifted ban. */
  readonly isAct: boolean;
  /** The first two figures of that code; null where the act has none. */
  readonly root: string | null;
  readonly speaker: StatementParty | null;
  /** Mentions of those who only hear it, who are not whom it is directed at. */
  readonly heard: ReadonlySet<number | null>;
  /** Those that the cue names, as worded. */
  readonly named: readonly StatementParty[];
  readonly parts: readonly Span[];
  readonly content: readonly Token[];
  readonly cue: Cue | null;
  /** Where the cue ends; what stands behind it in its sentence may name the other party too. */
  readonly cueEnd: number | null;
}

export const partyOfState = ({ state, start, end, text }: StateName): StatementParty => ({
  mention: null,
  state,
  span: { start, end },
  text,
});

const OWN = new Set(['its', 'their', 'his', 'her', 'our', 'my']);

export const isOther = (page: StatementPage, direction: Direction, mention: ActorName): boolean =>
  mention.form !== 'pronoun' &&
  mention.kind !== 'object' &&
  !direction.heard.has(mention.id) &&
  !isSpeaker(page, direction, mention) &&
  !isAskedFor(page, direction, mention) &&
  (!OWN.has(wordAt(page, mention, mention.firstToken)) ||
    TOWARDS.has(wordAt(page, mention, mention.firstToken - 1)) ||
    (ASKED.has(direction.kind) && wordAt(page, mention, mention.firstToken - 1) === 'that'));

/** Kinds in which who is to act is the subject of what is said. */
export const ASKED: ReadonlySet<WordedStatement['kind']> = new Set(['demand', 'appeal']);

/** "demanded the release of the hostages": whom a demand is about is not asked. */
export const isAskedFor = (page: StatementPage, { kind }: Direction, mention: ActorName | undefined): boolean =>
  mention !== undefined && ASKED.has(kind) && isAmong(page, page.words.captives, mention);

/** Whether the head noun of a mention is one of these. */
export const isAmong = (page: StatementPage, nouns: ReadonlySet<string>, { sentence, head }: ActorName): boolean =>
  nouns.has(page.parsed.sentences[sentence]?.tokens[head]?.lemma ?? '');

/** "a dispute with its partners", "demanded that its partners refuse": others, though they are called the speaker's. */
const TOWARDS = new Set(['with', 'against', 'to', 'between']);

const wordAt = (page: StatementPage, { sentence }: ActorName, token: number): string =>
  page.parsed.sentences[sentence]?.tokens[token]?.lower ?? '';

export function isSpeaker(page: StatementPage, { speaker }: Direction, mention: ActorName | undefined): boolean {
  if (mention === undefined || speaker?.mention == null) return false;
  return page.chains.representative[speaker.mention] === page.chains.representative[mention.id];
}
