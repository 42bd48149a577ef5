/** Right beside what is said any verb reports it: "“…!” beamed Ana Mora", "the envoy leaned in and boomed: “…”". */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { Cue } from './cue.ts';
import type { StatementPage } from './page.ts';
import type { Quotation } from './quotations.ts';
import { openingSentence, sentenceAt } from './sentence-at.ts';
import { isTold } from './verb-form.ts';

const ANY_VERB: SpeechCue = { kind: 'plain', frames: new Set(['quote']), beside: [], official: false, cameo: null };

const cueAt = (page: StatementPage, sentence: Sentence, token: number): Cue => ({
  sentence,
  token,
  readings: [ANY_VERB],
  start: sentence.tokens[token]?.start ?? sentence.start,
  end: sentence.tokens[token]?.end ?? sentence.end,
  peers: page.cues.get(sentence.index) ?? [],
});

/** "“…,” beamed Ana Mora" and "“…,” Ana Mora beamed.": a verb without an object and one named, nothing else. */
export function unlistedCueAfter(page: StatementPage, quotation: Quotation): Cue | null {
  if (!/[,!?—-]["”'’»]*$/.test(page.parsed.text.slice(Math.max(0, quotation.end - 4), quotation.end))) return null;
  const sentence = sentenceAt(page.parsed, quotation.end - 1);
  if (sentence === undefined) return null;
  const own = cueFrom(page, sentence, quotation.end);
  const next = page.parsed.sentences[sentence.index + 1];
  const isNext = own === null && sentence.end <= quotation.end + 1 && next?.paragraph === sentence.paragraph;
  return isNext && next !== undefined ? cueFrom(page, next, quotation.end) : own;
}

function cueFrom(page: StatementPage, sentence: Sentence, offset: number): Cue | null {
  const { tokens } = sentence;
  const first = tokens.findIndex((token) => token.start >= offset && token.pos !== 'PUNCT');
  if (first === -1) return null;
  const isListed = (at: number): boolean => page.words.verbs.has(tokens[at]?.lemma ?? '');
  const mentions = page.mentions.get(sentence.index) ?? [];
  if (isReporting(sentence, first) && !isListed(first) && mentions.some((mention) => beginsAt(mention, first + 1)))
    return cueAt(page, sentence, first);
  const named = mentions.find((mention) => beginsAt(mention, first));
  const verb = named === undefined ? -1 : afterAdverbs(sentence, named.lastToken + 1);
  return verb !== -1 && isReporting(sentence, verb) && !takesObject(sentence, verb)
    ? cueAt(page, sentence, verb)
    : null;
}

const isReporting = ({ tokens }: Sentence, at: number): boolean =>
  tokens[at]?.pos === 'VERB' && (tokens[at]?.tag === 'VBD' || tokens[at]?.tag === 'VBZ');

const beginsAt = ({ firstToken, form }: ActorName, at: number): boolean =>
  firstToken === at || (form !== 'pronoun' && firstToken === at + 1);

function afterAdverbs({ tokens }: Sentence, from: number): number {
  let at = from;
  while (tokens[at]?.pos === 'ADV') at++;
  return at;
}

/** A noun, name or pronoun behind the verb: "“…,” Mora left the room". */
const takesObject = ({ tokens }: Sentence, verb: number): boolean =>
  ['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'PART', 'VERB', 'AUX'].includes(tokens[verb + 1]?.pos ?? '');

const COLON_WINDOW = 3;

/** "leaned in and boomed: “…”": the verb right before a colon. */
export function unlistedCueBefore(page: StatementPage, quotation: Quotation): Cue | null {
  const sentence = openingSentence(page.parsed, quotation);
  if (sentence === undefined) return null;
  const { tokens } = sentence;
  const colon = tokens.findLastIndex(
    (token) => token.end <= quotation.start && token.pos !== 'X' && token.text === ':',
  );
  if (colon === -1 || quotation.start - (tokens[colon]?.end ?? 0) > 2) return null;
  for (let at = colon - 1; at >= Math.max(0, colon - COLON_WINDOW); at--)
    if (tokens[at]?.pos === 'VERB') return isTold(sentence, at) ? cueAt(page, sentence, at) : null;
  return null;
}
