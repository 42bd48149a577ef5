/** What the statement rules look at: sentences, quotations, actor mentions by token, and cues outside quotations. */
import type { SpeechCue, SpeechWords } from '../../../knowledge/speech-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { ActorChains, ActorName } from '../../../model/actor-name.ts';
import type { Located, ParsedText, Sentence, Token } from '../../../model/sentence.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import type { StateName } from '../actors/state-names.ts';
import { conjuncts, dependents, nounPhrase } from '../grammar/tree.ts';
import type { Contents, Cue } from './cue.ts';
import { findQuotations, type Quotation } from './quotations.ts';

export interface StatementPage {
  readonly parsed: ParsedText;
  readonly actors: readonly ActorName[];
  readonly chains: ActorChains;
  readonly times: readonly Located[];
  readonly words: SpeechWords;
  readonly quotations: readonly Quotation[];
  /** By sentence; mentions in order of text. */
  readonly mentions: ReadonlyMap<number, readonly ActorName[]>;
  /** By sentence; states named where no actor mention stands, in order of text. */
  readonly states: ReadonlyMap<number, readonly StateName[]>;
  readonly cues: ReadonlyMap<number, readonly Cue[]>;
  readonly contents: Contents;
}

export function pageOf(
  parsed: ParsedText,
  actors: readonly ActorName[],
  chains: ActorChains,
  times: readonly Located[],
  words: SpeechWords,
  states: readonly StateName[],
): StatementPage {
  const quotations = findQuotations(parsed);
  return {
    parsed,
    actors,
    chains,
    times,
    words,
    quotations,
    mentions: Map.groupBy(actors, ({ sentence }) => sentence),
    states: Map.groupBy(states, ({ sentence }) => sentence),
    cues: cuesOf(parsed, quotations, words),
    contents: new Map(),
  };
}

/** Beyond these a sentence is no prose, and the work on it would grow with the square of its length. */
export const LONGEST_SENTENCE_TOKENS = 600;
const MOST_CUES = 60;

function cuesOf(parsed: ParsedText, quotations: readonly Quotation[], words: SpeechWords): Map<number, Cue[]> {
  const cues = new Map<number, Cue[]>();
  let next = 0;
  for (const sentence of parsed.sentences) {
    if (sentence.kind === 'furniture' || sentence.tokens.length > LONGEST_SENTENCE_TOKENS) continue;
    if (!sentence.tokens.some(mayBeCue)) continue;
    const found: Cue[] = [];
    for (const token of sentence.tokens) {
      while ((quotations[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++;
      const isQuoted = (quotations[next]?.start ?? Number.POSITIVE_INFINITY) <= token.start;
      if (!mayBeCue(token)) continue;
      const lemma = token.pos === 'VERB' ? token.lemma : misreadVerb(sentence, token, words);
      const readings = isQuoted || lemma === undefined ? [] : inCompany(sentence, token, words.verbs.get(lemma));
      if (readings.length > 0 && found.length < MOST_CUES)
        found.push({ sentence, token: token.index, readings, start: token.start, end: token.end, peers: found });
    }
    if (found.length > 0) cues.set(sentence.index, found);
  }
  return cues;
}

const mayBeCue = ({ hints }: Token): boolean => (hints & WORD_HINT.speech) !== 0;

/** How far before and behind a verb the words may stand that a reading of it needs. */
const COMPANY_BEFORE = 8;
const COMPANY_BEHIND = 10;

/** The readings whose words stand beside the verb: "lifted the ban", not "lifted the box". */
function inCompany(
  sentence: Sentence,
  { index }: Token,
  readings: readonly SpeechCue[] | undefined,
): readonly SpeechCue[] {
  if (readings === undefined || readings.every(({ beside }) => beside.length === 0)) return readings ?? [];
  const near = sentence.tokens.slice(Math.max(0, index - COMPANY_BEFORE), index + COMPANY_BEHIND);
  return readings.filter(
    ({ beside, frames }) =>
      beside.every((group) => near.some((token) => group.has(token.lemma) || group.has(token.lower))) &&
      (!frames.has('thing') || isDoneToThing(sentence, index, beside)),
  );
}

/** "sent an envoy", not "sent a letter to the envoy": one of the words is what the verb is done to, whatever voice it has. */
function isDoneToThing(sentence: Sentence, verb: number, beside: SpeechCue['beside']): boolean {
  const things = [...dependents(sentence, verb, 'obj'), ...dependents(sentence, verb, 'nsubj:pass')];
  return [...things, ...things.flatMap((thing) => conjuncts(sentence, thing))].some((thing) =>
    beside.some((group) => group.has(sentence.tokens[thing]?.lemma ?? '')),
  );
}

/** "The agency reports: “", "…,” Ms Mora added.", ", warning that": taggers take a verb of saying beside a name for a noun. */
function misreadVerb(sentence: Sentence, token: Token, words: SpeechWords): string | undefined {
  if (token.pos !== 'NOUN' && token.pos !== 'PROPN') return undefined;
  const lemma = words.forms.get(token.lower);
  if (lemma === undefined) return undefined;
  const before = sentence.tokens[token.index - 1];
  const after = sentence.tokens[token.index + 1];
  if (token.lower.endsWith('ing'))
    return before?.text === ',' && (after?.lower === 'that' || MARKS.has(after?.text ?? '')) ? lemma : undefined;
  const endsFrame = after === undefined || /^[.,:]$/.test(after.text) || after.lower === 'that';
  const isNamed = before?.pos === 'PROPN' && endsFrame;
  return isNamed || followsQuotation(sentence, token.index) ? lemma : undefined;
}

const MARKS = new Set(['"', '“', '”', "''", '``']);

/** Only a name or a noun phrase stands between the token and a closing mark: "…,” Mora points out", "…,” the letter reads". */
function followsQuotation(sentence: Sentence, index: number): boolean {
  let at = index - 1;
  while (at > index - 6 && PHRASE_PARTS.has(sentence.tokens[at]?.pos ?? '')) at--;
  return at < index - 1 && sentence.tokens[at]?.tag === "''" && MARKS.has(sentence.tokens[at]?.text ?? '');
}

const PHRASE_PARTS = new Set(['PROPN', 'NOUN', 'DET', 'ADJ']);

/** The quotation that holds an offset; null when it stands outside all. */
export function quotationAt(page: Pick<StatementPage, 'quotations'>, offset: number): Quotation | null {
  const quotation = page.quotations[firstQuotation(page, offset)];
  return quotation !== undefined && quotation.start <= offset ? quotation : null;
}

export const isQuoted = (page: Pick<StatementPage, 'quotations'>, offset: number): boolean =>
  quotationAt(page, offset) !== null;

/** The quotations that share a character with a span. */
export function quotationsIn(page: Pick<StatementPage, 'quotations'>, start: number, end: number): Quotation[] {
  const found: Quotation[] = [];
  for (let index = firstQuotation(page, start); (page.quotations[index]?.start ?? end) < end; index++) {
    const quotation = page.quotations[index];
    if (quotation !== undefined) found.push(quotation);
  }
  return found;
}

/** Index of the first quotation that ends after an offset; quotations are in order and apart. */
function firstQuotation({ quotations }: Pick<StatementPage, 'quotations'>, offset: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The actor mention at a token, else its noun phrase as worded. */
export function partyAt(page: StatementPage, sentence: Sentence, token: number): StatementParty {
  const mention = mentionAt(page, sentence.index, token);
  if (mention !== null) return partyOf(mention);
  const phrase = nounPhrase(sentence, token);
  const start = sentence.tokens[phrase.first]?.start ?? sentence.start;
  const end = sentence.tokens[phrase.last]?.end ?? sentence.end;
  return { mention: null, span: { start, end }, text: page.parsed.text.slice(start, end) };
}

export const partyOf = (mention: ActorName): StatementParty => ({
  mention: mention.id,
  span: { start: mention.start, end: mention.end },
  text: mention.text,
});

/** The mention whose head is the token, else the shortest that covers it. */
function mentionAt(page: StatementPage, sentence: number, token: number): ActorName | null {
  const mentions = page.mentions.get(sentence) ?? [];
  const byHead = mentions.find((mention) => mention.head === token);
  if (byHead !== undefined) return byHead;
  const covering = mentions.filter((mention) => mention.firstToken <= token && token <= mention.lastToken);
  return covering.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}
