/** Statements as a report words them: who says what to whom, with the words of each. */
import type { CodedStatement } from './coded-report.ts';
import type { Span } from './span.ts';

export type StatementKind = CodedStatement['kind'];

export interface WordedStatement {
  /** Index of the sentence that holds the cue, or the start of the content when there is no cue. */
  readonly sentence: number;
  readonly kind: StatementKind;
  /** The stated words or the reported clause; for a quotation that the cue interrupts, from its first part to its last. */
  readonly span: Span;
  /** The parts of the content, without an interrupting cue. */
  readonly parts: readonly Span[];
  readonly style: 'direct' | 'mixed' | 'indirect';
  /** The words that make it a statement ("said", "according to", "warning that"); null for a bare quotation. */
  readonly cue: Span | null;
  readonly cueLemma: string | null;
  /** CAMEO code of the cue where it has one of its own. */
  readonly cueCameo: string | null;
  /** What is asked, promised, refused or threatened, as the lexicon names it, in order of text. */
  readonly subjects: readonly string[];
  /** Where the speaker is named beside the cue; `mention` is an `ActorName.id`. */
  readonly speaker: StatementParty | null;
  readonly addressees: readonly StatementParty[];
  /** Index in the list of time expressions: by when. */
  readonly deadline: number | null;
  readonly condition: Span | null;
  /** Topics of the lexicon ("humanitarian_access"), most frequent first. */
  readonly topics: readonly string[];
  readonly confidence: number;
  readonly because: readonly string[];
}

export interface StatementParty {
  /** Id in the list of actor mentions; null when the words are not an actor mention ("the poll"). */
  readonly mention: number | null;
  /** Id of the state that the words name where they are no mention ("aid for Romania"). */
  readonly state?: string;
  readonly span: Span;
  readonly text: string;
}
