/**
 * Words that the tagger cannot tell by their form, settled by those that stand beside them: "fired one shot" is no verb, and
 * "Omar Said" no report of what Omar said.
 */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import type { Tagging } from './tag-words.ts';

interface Word {
  readonly lower: string;
  /** 1 where it opens with a capital. */
  readonly capital: number;
}

const SHOTS: ReadonlySet<string> = new Set(['shot', 'shots']);
const FIRES: ReadonlySet<string> = new Set(['fire', 'fires', 'fired', 'firing', 'hear', 'heard']);
/** "fired the first two warning shots": so many words may stand between. */
const WIDEST_GAP = 3;
const COUNTS: ReadonlySet<string> = new Set(['CD', 'DT', 'JJ', 'NN']);

/** "rocket hits pitch", "drone targets car": verbs of headlines that are also plurals. */
const STRIKES: ReadonlySet<string> = new Set(['hits', 'targets', 'strikes']);

/** "set fire to houses", "set ablaze". */
const BURNS: ReadonlySet<string> = new Set(['fire', 'ablaze', 'alight']);

/** Sets the tags of such words, in place; `namesAreCapital`: the sentence writes names, and only names, with a capital. */
export function settleTags(
  words: readonly Word[],
  tagging: Tagging,
  { labels }: Pick<Grammar, 'labels'>,
  namesAreCapital: boolean,
): void {
  const labelOf = (pos: string, tag: string): number =>
    labels.findIndex((label) => label.pos === pos && label.tag === tag);
  const tagOf = (word: number): string => labels[tagging.best[word] ?? -1]?.tag ?? '';
  const set = (word: number, label: number): void => {
    if (label === -1 || tagging.best[word] === label) return;
    tagging.second[word] = tagging.best[word] ?? label;
    tagging.best[word] = label;
  };
  settlePast(words.length, tagOf, (word) => set(word, labelOf('VERB', 'VBD')));
  words.forEach(({ lower, capital }, word) => {
    if (SHOTS.has(lower) && isFired(words, word, tagOf))
      set(word, lower === 'shot' ? labelOf('NOUN', 'NN') : labelOf('NOUN', 'NNS'));
    else if (STRIKES.has(lower) && tagOf(word) === 'NNS' && tagOf(word - 1) === 'NN') {
      // "drone targets motorbike": with the verb gone the tagger makes one of its object.
      const isBareVerb = tagOf(word + 1) === 'VBP' || tagOf(word + 1) === 'VB';
      if (!isBareVerb && !opensObject(tagOf(word + 1))) return;
      set(word, labelOf('VERB', 'VBZ'));
      if (isBareVerb) set(word + 1, labelOf('NOUN', 'NN'));
    } else if (lower === 'set' && tagOf(word).startsWith('NN') && BURNS.has(words[word + 1]?.lower ?? ''))
      set(word, labelOf('VERB', 'VBD'));
    else if (namesAreCapital && capital === 1 && tagOf(word).startsWith('V') && isBehindName(words, word, tagOf))
      set(word, labelOf('PROPN', 'NNP'));
  });
}

/** "Omar Said", "Kafr Shams": in the middle of a sentence no verb has a capital. */
const isBehindName = (words: readonly Word[], word: number, tagOf: (word: number) => string): boolean =>
  tagOf(word - 1) === 'NNP' && words[word - 1]?.capital === 1;

const opensObject = (tag: string): boolean =>
  tag.startsWith('NN') || tag === 'DT' || tag === 'PRP$' || tag === 'CD' || tag === 'JJ';

const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD', 'VB']);
const OPENS_OBJECT: ReadonlySet<string> = new Set(['DT', 'NN', 'NNS', 'PRP$']);

/** "Police used tear gas": a participle between a noun and its object is the verb of a sentence that has no other. */
function settlePast(count: number, tagOf: (word: number) => string, setPast: (word: number) => void): void {
  let past = -1;
  for (let word = 0; word < count; word += 1) {
    const tag = tagOf(word);
    if (FINITE.has(tag) && !(past !== -1 && tagOf(word - 1) === 'TO')) return;
    if (tag === 'VBN' && past === -1 && tagOf(word - 1).startsWith('NN') && OPENS_OBJECT.has(tagOf(word + 1)))
      past = word;
  }
  if (past !== -1) setPast(past);
}

/** Counted or described, and what somebody fires. */
function isFired(words: readonly Word[], word: number, tagOf: (word: number) => string): boolean {
  for (let at = word - 1; at >= 0 && at >= word - 1 - WIDEST_GAP; at -= 1) {
    if (FIRES.has(words[at]?.lower ?? '')) return at < word - 1;
    if (!COUNTS.has(tagOf(at))) return false;
  }
  return false;
}
