/** Where the words of a statement bind somebody: "it will", "Ankara is ready to", "his country is willing to". */
import { CONTENT_SIGN, type SpeechWords } from '../../../knowledge/speech-words.ts';
import type { Token } from '../../../model/sentence.ts';

const READY = new Set(['ready', 'willing', 'prepared', 'committed', 'determined', 'set', 'going']);
const WILL = new Set(['will', 'would', "'ll", 'shall']);

/** Where "it will", "Ankara is ready to", "they would" binds the subject of the content; -1 where nothing does. */
export function bindingWord(content: readonly Token[], { signs }: SpeechWords): number {
  const word = content.findIndex(
    (token, index) =>
      index < 12 && (WILL.has(token.lower) || (READY.has(token.lower) && content[index + 1]?.lower === 'to')),
  );
  const subject = content.slice(0, Math.max(0, word));
  // "the dispute would be settled": whoever is named inside what is dealt with is not bound.
  if (content[word + 1]?.lower === 'be' && content[word + 2]?.tag === 'VBN') return -1;
  const isSomeone = subject.some(
    (token) =>
      token.pos === 'PROPN' ||
      (token.pos === 'NOUN' && ((signs.get(token.lower) ?? 0) & CONTENT_SIGN.body) !== 0) ||
      isOwnBody(subject) ||
      (token.tag === 'PRP' && token.index <= (content[0]?.index ?? 0) + 2),
  );
  return isSomeone && !subject.some((token) => token.pos === 'VERB' || token.pos === 'SCONJ') ? word : -1;
}

/** "his country is willing to", "its forces will": what the speaker calls its own. */
const isOwnBody = ([own, noun]: readonly Token[]): boolean =>
  own?.tag === 'PRP$' && noun !== undefined && OWN_BODIES.has(noun.lemma);
const OWN_BODIES: ReadonlySet<string> = new Set(
  'country government nation state army force troop side party group movement organisation organization delegation administration'.split(
    ' ',
  ),
);
