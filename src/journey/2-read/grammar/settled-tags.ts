/**
 * Words that the tagger cannot tell by their form, settled by those that stand beside them: "fired one shot" is no verb, and
 * "Omar Said" no report of what Omar said.
 */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import {
  ACTS,
  settleActs,
  settleBeat,
  settleCut,
  settleDemanded,
  settleHand,
  settleIntent,
  settleIntransitive,
  settleLands,
  settleMajor,
  settleMen,
  settleMove,
  settleOld,
  settlePlant,
  settlePlural,
  settleStriking,
} from './settled-doubles.ts';
import {
  settleGuilty,
  settleHurt,
  settleLaid,
  settleOpening,
  settleOwned,
  settlePastOnly,
  settleState,
  settleTaken,
} from './settled-participles.ts';
import { FINITE_OR_BARE, OPENS_COUNTED, type Tagged, type Word } from './tagged.ts';
import type { Tagging } from './tagging.ts';

/** Sets the tags of such words, in place. */
type SettleTags = (words: readonly Word[], tagging: Tagging, namesAreCapital: boolean) => void;

export function settledTags({ labels }: Pick<Grammar, 'labels'>): SettleTags {
  const tags = labels.map(({ tag }) => tag);
  const labelOf = new Map(Object.entries(SET_AS).map(([tag, pos]) => [tag, labelIndex(labels, pos, tag)]));
  return (words, { best, second }, namesAreCapital) => {
    const tagged: Tagged = {
      words,
      namesAreCapital,
      tagOf: (word) => tags[best[word] ?? -1] ?? '',
      set: (word, tag) => {
        const label = labelOf.get(tag) ?? -1;
        if (label === -1 || best[word] === label) return;
        second[word] = best[word] ?? label;
        best[word] = label;
      },
    };
    settleOpening(tagged);
    settlePast(tagged);
    for (let word = 0; word < words.length; word += 1) settleMen(tagged, word);
    for (let word = 0; word < words.length; word += 1) {
      settlePlural(tagged, word);
      const one = words[word];
      if (one?.maySettle === true) BY_WORD.get(one.lower)?.(tagged, word);
      else if (one?.capital === 1) settleName(tagged, word);
      else if (one?.capital === 2) settleLetters(tagged, word);
    }
  };
}

/** The tags that are set here, each with its part of speech. */
const SET_AS = {
  VB: 'VERB',
  TO: 'PART',
  VBP: 'VERB',
  VBN: 'VERB',
  RB: 'ADV',
  JJ: 'ADJ',
  IN: 'ADP',
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  VBD: 'VERB',
  VBZ: 'VERB',
};

const labelIndex = (labels: Grammar['labels'], pos: string, tag: string): number =>
  labels.findIndex((label) => label.pos === pos && label.tag === tag);

const OPENS_OBJECT: ReadonlySet<string> = new Set(['DT', 'NN', 'NNS', 'PRP$']);

const PARTICLES: ReadonlySet<string> = new Set(['over', 'out', 'up', 'back', 'off', 'down', 'away']);

const OPENS_CLAUSE: ReadonlySet<string> = new Set(['because', 'although', 'though', 'unless', 'if']);

/** "Police used tear gas": a participle between a noun and its object is the verb of a sentence that has no other. */
function settlePast({ words, tagOf, set }: Tagged): void {
  let past = -1;
  for (let word = 0; word < words.length; word += 1) {
    const tag = tagOf(word);
    // "used tear gas to disperse": what it was done for is no other verb.
    // "suffered wounds that were slight": nor is the verb of a clause about it.
    const isOther = past !== -1 && (tagOf(word - 1) === 'TO' || tagOf(word - 1) === 'WDT');
    // "reduced supplies because rice was diverted": nor that of a clause that gives a reason or a time.
    if (past !== -1 && tag === 'IN' && OPENS_CLAUSE.has(words[word]?.lower ?? '')) break;
    if (FINITE_OR_BARE.has(tag) && !isOther && !isTelling(words, word)) return;
    const isAfterNoun = tagOf(word - 1).startsWith('NN');
    // "Norway freed four journalists": no participle stands before a number or an article of its noun.
    const isAfterName = word === 1 && words[0]?.capital === 1 && OPENS_COUNTED.has(tagOf(word + 1));
    // "Sri Lanka imposed censorship": the tagger makes an adjective of it.
    const isMisread = tag === 'JJ' && words[word]?.lower.endsWith('ed') === true && tagOf(word - 1) === 'NNP';
    // "Rebels handed over the bodies": its particle stands between.
    const next = PARTICLES.has(words[word + 1]?.lower ?? '') ? word + 2 : word + 1;
    // "The Watch faulted Kenyan police".
    const isOfNation = tagOf(next) === 'JJ' && words[next]?.capital === 1 && tagOf(next + 1).startsWith('NN');
    const hasObject = (isAfterNoun && (OPENS_OBJECT.has(tagOf(next)) || isOfNation)) || isAfterName;
    if (past === -1 && hasObject && (tag === 'VBN' || isMisread)) past = word;
  }
  if (past !== -1) set(past, 'VBD');
}

/** "Omar Said", "Kafr Shams", "Human Rights Watch": in the middle of a sentence no verb has a capital. */
function settleName({ words, namesAreCapital, tagOf, set }: Tagged, word: number): void {
  const isVerb = namesAreCapital && tagOf(word).startsWith('V');
  const isBehindName = tagOf(word - 1) === 'NNP' || (tagOf(word - 1) === 'NNS' && word > 1);
  if (isVerb && isBehindName && words[word - 1]?.capital === 1) set(word, 'NNP');
}

/** Letters that are arms, and nobody's name. */
const ARMS: ReadonlySet<string> = new Set(
  'ied ieds vbied svbied uxo erw uav uavs ucav rpg rpgs atgm mlrs manpads sam lmg hmg smg ak'.split(' '),
);

/** "carried out by the FLQ": letters that no dictionary has are somebody's name. */
function settleLetters({ words, namesAreCapital, tagOf, set }: Tagged, word: number): void {
  const one = words[word];
  if (one === undefined || !namesAreCapital || tagOf(word) !== 'NN' || one.ambiguity !== 0 || one.classes !== 0) return;
  if (one.lower.length > 1 && !ARMS.has(one.lower)) set(word, 'NNP');
}

const FIRES: ReadonlySet<string> = new Set(['fire', 'fires', 'fired', 'firing', 'hear', 'heard']);
/** "fired the first two warning shots": so many words may stand between. */
const WIDEST_GAP = 3;
const COUNTS: ReadonlySet<string> = new Set(['CD', 'DT', 'JJ', 'NN']);

/** "fired one shot": counted or described, and what somebody fires. */
function settleShot({ words, tagOf, set }: Tagged, word: number): void {
  for (let at = word - 1; at >= 0 && at >= word - 1 - WIDEST_GAP; at -= 1) {
    if (FIRES.has(words[at]?.lower ?? '')) {
      if (at < word - 1) set(word, words[word]?.lower === 'shot' ? 'NN' : 'NNS');
      return;
    }
    if (!COUNTS.has(tagOf(at))) return;
  }
}

/** "rocket hits pitch": a verb of headlines that is also a plural. "drone targets motorbike": then the tagger makes a verb of its object. */
function settleStrike({ tagOf, set }: Tagged, word: number): void {
  if (tagOf(word) !== 'NNS' || tagOf(word - 1) !== 'NN') return;
  const next = tagOf(word + 1);
  const isBareVerb = next === 'VBP' || next === 'VB';
  if (!isBareVerb && !next.startsWith('NN') && next !== 'DT' && next !== 'PRP$' && next !== 'CD' && next !== 'JJ')
    return;
  set(word, 'VBZ');
  if (isBareVerb) set(word + 1, 'NN');
}

/** "a field nr Easton": short for "near" before a name. */
function settleNear({ tagOf, set }: Tagged, word: number): void {
  if (tagOf(word + 1) === 'NNP') set(word, 'IN');
}

const BURNS: ReadonlySet<string> = new Set(['fire', 'ablaze', 'alight', 'free']);

/** "set fire to houses", "set ablaze". */
function settleSet({ words, tagOf, set }: Tagged, word: number): void {
  if (tagOf(word).startsWith('NN') && BURNS.has(words[word + 1]?.lower ?? '')) set(word, 'VBD');
}

const CALLS_ON: ReadonlySet<string> = new Set(['on', 'upon', 'for']);

/** "The army called on the rebels": nobody is called on behind the noun that did it. */
function settleCall({ words, tagOf, set }: Tagged, word: number): void {
  const isCall = tagOf(word) === 'VBN' && CALLS_ON.has(words[word + 1]?.lower ?? '');
  if (isCall && tagOf(word - 1).startsWith('N')) set(word, 'VBD');
}

/** ", the court said": who tells it is no other verb of the clause. */
const TELLS: ReadonlySet<string> = new Set(['said', 'says']);
const TELLER_REACH = 6;

function isTelling(words: readonly Word[], word: number): boolean {
  if (!TELLS.has(words[word]?.lower ?? '')) return false;
  for (let at = word - 1; at > Math.max(0, word - TELLER_REACH); at -= 1) if (words[at]?.lower === ',') return true;
  return words[word - 1]?.lower === ',';
}

/** "The Palestinians reject the plan": behind a plural, before what is rejected. */
function settleReject({ tagOf, set }: Tagged, word: number): void {
  const next = tagOf(word + 1);
  const opens = OPENS_OBJECT.has(next) || next === 'VBN' || next === 'JJ' || next === 'CD';
  if (tagOf(word).startsWith('N') && tagOf(word - 1).endsWith('S') && opens) set(word, 'VBP');
}

const BEING: ReadonlySet<string> = new Set(['was', 'were', 'is', 'are', 'been', 'be']);

/** "shells were likely fired": how sure it is, and not what the shells were. */
function settleLikely({ words, tagOf, set }: Tagged, word: number): void {
  const next = tagOf(word + 1);
  if (!BEING.has(words[word - 1]?.lower ?? '') || (next !== 'VBD' && next !== 'VBN')) return;
  set(word, 'RB');
  set(word + 1, 'VBN');
}

const INTRANSITIVE = [
  'rallied',
  'marched',
  'clashed',
  'protested',
  'demonstrated',
  'arrived',
  'fled',
  'retreated',
  'cooperated',
  'mediated',
  'surrendered',
];

/** "Suspected X militants attacked": no verb, where nobody stands before it who suspects ("Police suspected militants of …"). */
function settleSuspected({ tagOf, set }: Tagged, word: number): void {
  const next = tagOf(word + 1);
  if (!tagOf(word).startsWith('V') || (!next.startsWith('NN') && next !== 'JJ')) return;
  const before = tagOf(word - 1);
  const isDay = before === 'NNP' && tagOf(word - 2) === 'IN';
  if (isDay || !/^(?:NN|PRP|V|MD|RB|WP)/.test(before)) set(word, 'JJ');
}

/** "called on the junta to free two monks": before those who are freed; "access to free care" has no article. */
function settleFree({ words, tagOf, set }: Tagged, word: number): void {
  const isObject = OPENS_COUNTED.has(tagOf(word + 1)) || tagOf(word + 1) === 'NNP';
  if (words[word - 1]?.lower !== 'to' || !isObject) return;
  set(word - 1, 'TO');
  set(word, 'VB');
}

/** "The Red Crescent delivered flour": a name, though the tagger knows the word as little else. */
function settleCrescent({ words, namesAreCapital, set }: Tagged, word: number): void {
  const isName = namesAreCapital && words[word]?.capital === 1 && words[word - 1]?.lower === 'red';
  if (isName) set(word, 'NNP');
}

const DEMANDED_VERBS = ['pay', 'halt', 'end', 'stop', 'release', 'return', 'respect', 'pull', 'leave', 'lift'];
const OF_BODIES = ['ruling', 'governing', 'warring', 'outgoing', 'leading'];
const TAKEN = ['captured', 'kidnapped', 'abducted', 'detained', 'jailed', 'arrested', 'imprisoned'];

const BY_WORD: ReadonlyMap<string, (tagged: Tagged, word: number) => void> = new Map([
  ['shot', settleShot],
  ['shots', settleShot],
  ['hits', settleStrike],
  ['targets', settleStrike],
  ['strikes', settleStrike],
  ['nr', settleNear],
  ['striking', settleStriking],
  ['beat', settleBeat],
  ['free', settleFree],
  ['crescent', settleCrescent],
  ['hand', settleHand],
  ['move', settleMove],
  ['major', settleMajor],
  ['premier', settleMajor],
  ['cut', settleCut],
  ...DEMANDED_VERBS.map((verb) => [verb, settleDemanded] as const),
  ...OF_BODIES.map((participle) => [participle, settleOwned] as const),
  ['plant', settlePlant],
  ['old', settleOld],
  ...TAKEN.map((participle) => [participle, settleTaken] as const),
  ...ACTS.map((noun) => [noun, settleActs] as const),
  ['lands', settleLands],
  ['falls', settleLands],
  ['set', settleSet],
  ['laid', settleLaid],
  ['hurt', settleHurt],
  ['withheld', settlePastOnly],
  ['lent', settlePastOnly],
  ['wounded', settleState],
  ['injured', settleState],
  ['displaced', settleState],
  ['called', settleCall],
  ['suspected', settleSuspected],
  ['alleged', settleSuspected],
  ['reject', settleReject],
  ['guilty', settleGuilty],
  ['likely', settleLikely],
  ['plans', settleIntent],
  ['pledges', settleIntent],
  ['vows', settleIntent],
  ['promises', settleIntent],
  ...INTRANSITIVE.map((verb) => [verb, settleIntransitive] as const),
]);

/** Whether there is a rule for a word: worked out once for each, as most words of a text are met again. */
export const maySettle = (lower: string): boolean => BY_WORD.has(lower);
