/** Finds the words of a sentence that may name an incident. */
import type { Need, TriggerEntry } from '../../../knowledge/incident-words.ts';
import { matchPhrase, type Phrase } from '../../../knowledge/phrase-table.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Token } from '../../../model/sentence.ts';
import type { Trigger } from './event-mention.ts';
import type { Line, Page } from './page.ts';
import { isThoseIn } from './phrase-participants.ts';

/** "gunned three men down": how many tokens may stand inside a verb phrase. */
const WIDEST_GAP = 5;

export function triggersOf(page: Page, line: Line): Trigger[] {
  const { tokens } = line.sentence;
  const triggers: Trigger[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    // "March" in a date and "since the truce began" are times.
    if (token === undefined || (token.hints & WORD_HINT.trigger) === 0 || line.timeAt.has(index)) continue;
    const trigger =
      token.pos === 'VERB'
        ? verbTrigger(page, line, index)
        : token.pos === 'NOUN' || token.pos === 'PROPN'
          ? nounTrigger(page, line, index, 1)
          : token.pos === 'ADJ'
            ? nounTrigger(page, line, index, 2)
            : null;
    if (trigger === null) continue;
    triggers.push(trigger);
    if (trigger.nominal) index = trigger.lastToken;
  }
  return triggers;
}

/** True when one of the words could be a trigger: the sentence is worth parsing. */
export function incidentTrigger(tokens: readonly Token[], words: Page['words']): boolean {
  let topics: Set<Need> | null = null;
  const mayMeet = ({ needs }: TriggerEntry): boolean => {
    if (needs === null || ALWAYS.has(needs)) return true;
    topics ??= topicsIn(tokens, words);
    return topics.has(needs);
  };
  return tokens.some(
    (token, at) => (token.hints & WORD_HINT.trigger) !== 0 && readingsAt(tokens, at, words).some(mayMeet),
  );
}

/** What the phrases that stand here whole could mean: the first word of "open fire" alone opens nothing. */
function readingsAt(tokens: readonly Token[], at: number, words: Page['words']): readonly TriggerEntry[] {
  const token = tokens[at];
  if (token === undefined) return [];
  if (token.pos !== 'VERB' && token.pos !== 'X') return matchPhrase(words.nouns, tokens, at)?.entry ?? [];
  const whole = (words.verbs.get(token.lemma) ?? []).flatMap((phrase) =>
    endWithGaps(phrase, tokens, at) === -1 ? [] : phrase.entry,
  );
  return [...hyphenated(tokens, at, words), ...whole];
}

/** Needs that no word list can rule out before the sentence is parsed. */
const ALWAYS: ReadonlySet<Need> = new Set(['people', 'object', 'event', 'official', 'visitor', 'guest', 'unofficial']);

function topicsIn(tokens: readonly Token[], words: Page['words']): Set<Need> {
  const found = new Set<Need>();
  for (const token of tokens) {
    if ((token.hints & WORD_HINT.topic) === 0) continue;
    for (const need of words.topics.get(token.lemma) ?? words.topics.get(token.lower) ?? []) found.add(need);
  }
  return found;
}

function verbTrigger(page: Page, line: Line, at: number): Trigger | null {
  const token = line.sentence.tokens[at];
  const joined = hyphenated(line.sentence.tokens, at, page.words);
  if (joined.length > 0)
    return { sentence: line.sentence.index, token: at, lastToken: at, readings: [...joined], nominal: false };
  const phrases = token === undefined ? undefined : page.words.verbs.get(token.lemma);
  // "food for the displaced" tells who they are, and not that somebody displaced them.
  if (phrases === undefined || isThoseIn(line.sentence, at)) return null;
  const readings: TriggerEntry[] = [];
  let last = at;
  for (const phrase of phrases) {
    const end = endWithGaps(phrase, line.sentence.tokens, at);
    if (end === -1) continue;
    // A longer phrase ("open fire") keeps out the readings of its first word alone.
    if (readings.length > 0 && phrase.words.length === 1 && last > at) break;
    last = Math.max(last, end);
    readings.push(...phrase.entry);
  }
  return readings.length === 0
    ? null
    : { sentence: line.sentence.index, token: at, lastToken: last === at ? at : last, readings, nominal: false };
}

/** "baton-charged", "gang-raped": the verb is the last part of a compound that the lexicon knows. */
function hyphenated(tokens: readonly Token[], at: number, words: Page['words']): readonly TriggerEntry[] {
  const first = tokens[at - 1]?.text === '-' ? tokens[at - 2] : undefined;
  if (first === undefined) return [];
  return (words.verbs.get(first.lower) ?? []).flatMap(({ words: parts, entry }) =>
    parts.length === 2 && parts[1] === tokens[at]?.lemma ? entry : [],
  );
}

/** A verb that tells something of its own; "handed two kidnapped men over" has none inside. */
const isOwnVerb = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.pos === 'VERB' && !(tokens[index]?.tag === 'VBN' && tokens[index + 1]?.pos === 'NOUN');

function endWithGaps(phrase: Phrase<unknown>, tokens: readonly Token[], at: number): number {
  let position = at;
  for (const word of phrase.words.slice(1)) {
    const limit = Math.min(tokens.length, position + 2 + WIDEST_GAP);
    let found = -1;
    for (let index = position + 1; index < limit; index += 1) {
      const token = tokens[index];
      if (token === undefined || isOwnVerb(tokens, index) || (token.pos === 'PUNCT' && token.text !== '-')) break;
      if (token.lower === word || token.lemma === word) {
        found = index;
        break;
      }
    }
    if (found === -1) return -1;
    position = found;
  }
  return position;
}

/** An adjective names nothing by itself; with its noun it may ("general strike", "chemical attack"). */
function nounTrigger(page: Page, line: Line, at: number, fewestTokens: number): Trigger | null {
  const match = matchPhrase(page.words.nouns, line.sentence.tokens, at);
  if (match === null || match.lastToken - match.firstToken + 1 < fewestTokens) return null;
  if (match.lastToken > match.firstToken && isPast(line.sentence.tokens[match.lastToken])) return null;
  return {
    sentence: line.sentence.index,
    token: headWithin(line, match.firstToken, match.lastToken),
    lastToken: match.lastToken,
    readings: match.entry,
    nominal: true,
  };
}

/** "A drone struck a car" is no "drone strike", though the words are the same. */
const isPast = (token: Token | undefined): boolean => token?.tag === 'VBD' || token?.tag === 'VBN';

/** "state of emergency", "exchange of fire": the head stands before "of", else at the end. */
function headWithin(line: Line, first: number, last: number): number {
  for (let at = first + 1; at < last; at += 1) if (line.sentence.tokens[at]?.lower === 'of') return at - 1;
  return last;
}
