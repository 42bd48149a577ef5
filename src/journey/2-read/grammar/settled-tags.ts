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

/** Surnames that are also the form of a verb. */
const NAMES: ReadonlySet<string> = new Set(['said']);

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
    else if (namesAreCapital && capital === 1 && NAMES.has(lower) && tagOf(word - 1) === 'NNP')
      set(word, labelOf('PROPN', 'NNP'));
  });
}

const opensObject = (tag: string): boolean =>
  tag.startsWith('NN') || tag === 'DT' || tag === 'PRP$' || tag === 'CD' || tag === 'JJ';

/** Counted or described, and what somebody fires. */
function isFired(words: readonly Word[], word: number, tagOf: (word: number) => string): boolean {
  for (let at = word - 1; at >= 0 && at >= word - 1 - WIDEST_GAP; at -= 1) {
    if (FIRES.has(words[at]?.lower ?? '')) return at < word - 1;
    if (!COUNTS.has(tagOf(at))) return false;
  }
  return false;
}
