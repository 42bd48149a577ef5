/** A cue (a word that may report a statement) and what it reports in its sentence. */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { TokenSpan } from '../grammar/tree.ts';

export interface Cue {
  readonly sentence: Sentence;
  /** Index of the verb. */
  readonly token: number;
  readonly readings: readonly SpeechCue[];
  readonly start: number;
  readonly end: number;
  /** All cues of the sentence, in order. */
  readonly peers: readonly Cue[];
}

export interface Content extends TokenSpan {
  readonly reading: SpeechCue;
  readonly shape: 'clause' | 'infinitive' | 'noun' | 'before' | 'around' | 'act';
  /** For `around`: the cue's own words inside the content. */
  readonly hole?: TokenSpan;
  /** Tokens of those spoken to, or spoken against. */
  readonly hearers: readonly number[];
}

/** What each cue reports, kept once it has been asked for. */
export type Contents = Map<Cue, Content | null>;
