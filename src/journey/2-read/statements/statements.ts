/**
 * The door of reading statements: direct, mixed and indirect speech, each with its cue, speaker, those spoken to, content,
 * kind, deadline and condition. Quotations are tied to their cues first; what other cues report is read off the tree.
 */
import type { SpeechWords } from '../../../knowledge/speech-words.ts';
import type { ActorChains, ActorName } from '../../../model/actor-name.ts';
import type { Located, ParsedText, Sentence } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';
import type { StateName } from '../actors/state-names.ts';
import { colonStatement } from './colon.ts';
import { type DirectStatement, readQuotations } from './direct.ts';
import { nounStatements } from './noun-cues.ts';
import { LONGEST_SENTENCE_TOKENS, pageOf, type StatementPage } from './page.ts';
import { fromLoose } from './quoted-words.ts';
import { fromCue, fromSource } from './reported-speech.ts';
import { sentenceAt } from './sentence-at.ts';
import { accordingTo, type SourcedStatement } from './sources.ts';
import { partiesAt } from './speaker.ts';
import { worded } from './worded.ts';

/** Statements in order of text. Linear in the length of the report. */
export function findStatements(
  parsed: ParsedText,
  actors: readonly ActorName[],
  chains: ActorChains,
  times: readonly Located[],
  words: SpeechWords,
  states: readonly StateName[] = [],
): WordedStatement[] {
  const page = pageOf(parsed, actors, chains, times, words, states);
  const { statements: direct, loose } = readQuotations(page);
  const used = new Set(direct.map((statement) => statement.cue?.start));
  const harvest: Harvest = { statements: [], length: parsed.text.length, covered: null };
  for (const statement of direct) add(harvest, fromDirect(page, statement));
  for (const sentence of parsed.sentences) if (isReadable(sentence)) readSentence(page, sentence, used, harvest);
  for (const quotation of loose) {
    const statement = holds(harvest, quotation) ? null : fromLoose(page, quotation);
    if (statement !== null) add(harvest, statement);
  }
  return withoutNested(page, harvest.statements).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

const isReadable = (sentence: Sentence): boolean =>
  sentence.kind !== 'furniture' && sentence.tokens.length <= LONGEST_SENTENCE_TOKENS;

/** Kinds that add nothing inside another statement; a denial or a threat that another reports is told of all the same. */
const WEAK: ReadonlySet<WordedStatement['kind']> = new Set([
  'assessment',
  'expectation',
  'announcement',
  'acknowledgement',
]);

/** Kinds whose content is not told as done: what another is asked, promised or threatened to do is no statement of his. */
const WISHES: ReadonlySet<WordedStatement['kind']> = new Set([
  'demand',
  'appeal',
  'expectation',
  'warning',
  'threat',
  'commitment',
]);

/**
 * "The envoy said she expects …": a cue inside what another reports is part of that statement; so is "refuse" in "demanded
 * that they refuse". What is told as past inside another's words is a statement of its own.
 */
function withoutNested(page: StatementPage, found: readonly WordedStatement[]): WordedStatement[] {
  const bySentence = new Map<number, WordedStatement[]>();
  for (const statement of found)
    bySentence.set(statement.sentence, [...(bySentence.get(statement.sentence) ?? []), statement]);
  return found.filter((statement) => {
    const { cue } = statement;
    if (cue === null) return true;
    const isPast = isToldAsPast(page, statement);
    return !(bySentence.get(statement.sentence) ?? []).some(
      (outer) =>
        outer !== statement &&
        outer.cue !== null &&
        (isWeak(statement) || (!isPast && (WISHES.has(outer.kind) || isBlamedFor(outer, statement)))) &&
        outer.parts.some((part) => part.start <= cue.start && cue.end <= part.end),
    );
  });
}

/** "accused it of ignoring the court": what somebody is blamed for is told by the blame. */
const isBlamedFor = (outer: WordedStatement, inner: WordedStatement): boolean =>
  (outer.kind === 'accusation' || outer.kind === 'condemnation') && inner.because.includes('statement/act');

const isWeak = (statement: WordedStatement): boolean =>
  WEAK.has(statement.kind) && !statement.because.includes('statement/act') && !isNamedAct(statement);

/** "issued warrants", "praised the truce": the cue has a code that no mere telling has. */
const isNamedAct = ({ cueCameo }: WordedStatement): boolean => cueCameo?.startsWith('01') === false;

function isToldAsPast({ parsed }: StatementPage, { sentence, cue }: WordedStatement): boolean {
  const token = parsed.sentences[sentence]?.tokens.find((each) => each.start === cue?.start);
  // A bare form ("that he resign") is no past, whatever the tagger says.
  return token !== undefined && token.lower !== token.lemma && (token.tag === 'VBD' || token.tag === 'VBN');
}

function readSentence(
  page: StatementPage,
  sentence: Sentence,
  used: ReadonlySet<number | undefined>,
  harvest: Harvest,
): void {
  for (const cue of page.cues.get(sentence.index) ?? []) {
    const statement = used.has(cue.start) ? null : fromCue(page, cue);
    if (statement !== null) add(harvest, statement);
  }
  for (const sourced of [
    accordingTo(page, sentence),
    colonStatement(page, sentence),
    ...nounStatements(page, sentence),
  ]) {
    if (sourced !== null && (!touches(harvest, sourced.span) || isActInPlainWords(harvest, sourced)))
      add(harvest, fromSource(page, sourced));
  }
}

/** The statements so far, and which characters of the text they hold, so that asking costs the same however many there are. */
interface Harvest {
  readonly statements: WordedStatement[];
  readonly length: number;
  covered: Uint8Array | null;
}

function add(harvest: Harvest, statement: WordedStatement): void {
  harvest.statements.push(statement);
  harvest.covered?.fill(1, statement.span.start, statement.span.end);
}

/** Made when it is first asked for: in most reports nothing is. */
function coveredBy(harvest: Harvest): Uint8Array {
  if (harvest.covered === null) {
    harvest.covered = new Uint8Array(harvest.length);
    for (const { span } of harvest.statements) harvest.covered.fill(1, span.start, span.end);
  }
  return harvest.covered;
}

/** "“A court issued warrants for two men,” the police said": what is only said may tell another's act. */
const isActInPlainWords = ({ statements }: Harvest, { reading, span }: SourcedStatement): boolean =>
  reading?.cameo?.startsWith('01') === false &&
  statements.every((one) => isWeak(one) || !one.parts.some((part) => part.start <= span.start && span.end <= part.end));

/** True where a sourced statement begins inside another and would only repeat part of it. */
const touches = (harvest: Harvest, { start }: Span): boolean => coveredBy(harvest)[start] === 1;

function holds(harvest: Harvest, { start, end }: Span): boolean {
  const covered = coveredBy(harvest);
  return covered[start] === 1 && covered[end - 1] === 1;
}

function fromDirect(page: StatementPage, direct: DirectStatement): WordedStatement {
  const reading = direct.cue?.readings[0] ?? null;
  const sentence = direct.cue?.sentence ?? sentenceAt(page.parsed, direct.parts[0]?.start ?? 0);
  const hearers =
    direct.cue === null
      ? []
      : direct.hearers.flatMap((token) => partiesAt(page, direct.cue?.sentence ?? raise(), token));
  return worded(page, {
    sentence: sentence?.index ?? 0,
    cue: direct.cue,
    reading,
    speaker: direct.speaker,
    addressees: hearers,
    parts: direct.parts,
    style: 'direct',
    because: [direct.because],
  });
}

function raise(): never {
  throw new Error('a statement with hearers has a cue');
}
