/** Statements whose speaker stands before or after a colon: headings ("X: …", "X to Y: …", "…: X") and lines of a transcript. */
import type { Sentence } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import { partyAt, partyOf, type StatementPage } from './page.ts';
import { type SourcedStatement, spanOfTokens } from './sources.ts';

const LONGEST_SPEAKER_TOKENS = 9;

export function colonStatement(page: StatementPage, sentence: Sentence): SourcedStatement | null {
  const colon = sentence.tokens.findIndex((token) => token.text === ':');
  if (colon < 1) return null;
  if (isTranscript(sentence, colon)) return transcript(page, sentence, colon);
  return isHeading(page, sentence) ? (heading(page, sentence, colon) ?? headingFromEnd(page, sentence)) : null;
}

/** A heading, or the first line of a text when it is a paragraph of its own. */
const isHeading = (page: StatementPage, sentence: Sentence): boolean =>
  sentence.kind === 'heading' || (sentence.index === 0 && page.parsed.sentences[1]?.paragraph !== sentence.paragraph);

function heading(page: StatementPage, sentence: Sentence, colon: number): SourcedStatement | null {
  if (colon > LONGEST_SPEAKER_TOKENS || sentence.tokens.slice(0, colon).some((token) => token.tag === 'VBD'))
    return null;
  const mentions = (page.mentions.get(sentence.index) ?? []).filter(
    (mention) => mention.lastToken < colon && mention.form !== 'pronoun',
  );
  const [first, second] = mentions;
  const covered = mentions.reduce((sum, mention) => sum + mention.lastToken - mention.firstToken + 1, 0);
  const span = spanOfTokens(sentence, colon + 1, sentence.tokens.length - 1);
  if (span === null) return null;
  if (first !== undefined && covered >= colon - 2) {
    const to = sentence.tokens.findIndex(
      (token) => token.index > first.lastToken && token.index < colon && token.lower === 'to',
    );
    const addressee = to === -1 ? null : second === undefined ? partyAt(page, sentence, colon - 1) : partyOf(second);
    return statementAt(sentence, colon, partyOf(first), addressee === null ? [] : [addressee], span);
  }
  // "Poll: …", "Study: …": a short noun phrase that is no actor.
  const isNoun =
    colon <= 3 &&
    sentence.tokens
      .slice(0, colon)
      .every((token) => token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ');
  return isNoun ? statementAt(sentence, colon, partyAt(page, sentence, colon - 1), [], span) : null;
}

/** "Truce has collapsed: minister": a short name or office after the last colon. */
function headingFromEnd(page: StatementPage, sentence: Sentence): SourcedStatement | null {
  const colon = sentence.tokens.findLastIndex((token) => token.text === ':');
  const mention = (page.mentions.get(sentence.index) ?? []).find(
    (each) => each.firstToken === colon + 1 && each.lastToken >= sentence.tokens.length - 2,
  );
  const span = colon < 3 ? null : spanOfTokens(sentence, 0, colon - 1);
  return mention === undefined || span === null ? null : statementAt(sentence, colon, partyOf(mention), [], span);
}

/** A line that opens with a name in capitals. */
function isTranscript(sentence: Sentence, colon: number): boolean {
  const name = sentence.tokens.slice(0, colon).filter((token) => token.pos !== 'PUNCT' || token.text === '.');
  return (
    name.some((token) => token.pos !== 'PUNCT') &&
    colon <= 5 &&
    sentence.casing !== 'upper' &&
    name.every((token) => /^\p{Lu}[\p{Lu}.'’-]+$/u.test(token.text) || token.text === '.')
  );
}

/** Everything to the end of the paragraph is said by the one named. */
function transcript(page: StatementPage, sentence: Sentence, colon: number): SourcedStatement | null {
  const own = spanOfTokens(sentence, colon + 1, sentence.tokens.length - 1);
  let last = sentence;
  for (
    let next = page.parsed.sentences[last.index + 1];
    next?.paragraph === sentence.paragraph;
    next = page.parsed.sentences[last.index + 1]
  )
    last = next;
  if (own === null) return null;
  const first = sentence.tokens.findIndex((token) => token.pos !== 'PUNCT');
  const start = sentence.tokens[first]?.start ?? sentence.start;
  const end = sentence.tokens[colon - 1]?.end ?? sentence.end;
  const speaker: StatementParty = {
    ...partyAt(page, sentence, colon - 1),
    span: { start, end },
    text: page.parsed.text.slice(start, end),
  };
  return statementAt(sentence, colon, speaker, [], { start: own.start, end: Math.max(own.end, last.end) });
}

function statementAt(
  sentence: Sentence,
  colon: number,
  speaker: StatementParty,
  addressees: readonly StatementParty[],
  span: Span,
): SourcedStatement {
  const token = sentence.tokens[colon];
  const cue = { start: token?.start ?? sentence.start, end: token?.end ?? sentence.end };
  return { sentence, cue, cueLemma: ':', reading: null, speaker, addressees, span, because: 'statement/colon' };
}
