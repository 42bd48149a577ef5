/** The kind of a statement: from the word that reports it, and where that is plain, from what is said. */
import { matchHinted } from '../../../knowledge/phrase-table.ts';
import { CONTENT_SIGN, type ContentSign, type SpeechCue, type SpeechWords } from '../../../knowledge/speech-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Token } from '../../../model/sentence.ts';
import type { StatementKind } from '../../../model/worded-statement.ts';
import { bindingWord } from './binding-word.ts';
import { namedIn } from './details.ts';

export interface KindGuess {
  readonly kind: StatementKind;
  /** 0 to 1. */
  readonly confidence: number;
  readonly because: string;
}

export function kindOf(reading: SpeechCue | null, tokens: readonly Token[], words: SpeechWords): KindGuess {
  const cue = reading?.kind ?? 'plain';
  const content = contentOf(tokens, words);
  if (OPEN.has(cue) && CONTENT_RULES.some((rule) => rule.kind === 'threat' && rule.holds(content, words)))
    return { kind: 'threat', confidence: 0.7, because: 'statement/threat-confirmed' };
  if (cue === 'commitment' && vowsHarm(content))
    return { kind: 'threat', confidence: 0.7, because: 'statement/vowed-against' };
  if (cue !== 'plain' && cue !== 'assessment' && cue !== 'announcement')
    return { kind: cue, confidence: 0.9, because: `statement/cue-${cue}` };
  // "praised the mediators for their patience": whom praise names it is for.
  if (cue === 'assessment' && reading?.cameo?.startsWith('05') === true && reading.frames.has('accused'))
    return { kind: cue, confidence: 0.8, because: `statement/cue-${cue}` };
  const performed = cue === 'plain' ? performedBy(tokens, words) : null;
  if (performed !== null) return { kind: performed, confidence: 0.8, because: 'statement/performed' };
  const found = CONTENT_RULES.find((rule) => rule.holds(content, words));
  if (found !== undefined) return { kind: found.kind, confidence: 0.7, because: `statement/${found.id}` };
  return cue === 'plain'
    ? { kind: 'assessment', confidence: 0.6, because: 'statement/plain' }
    : { kind: cue, confidence: 0.8, because: `statement/cue-${cue}` };
}

const SPEAKERS: ReadonlySet<string> = new Set(['i', 'we']);
const PERFORMED: ReadonlySet<StatementKind> = new Set(['appeal', 'demand', 'condemnation', 'denial', 'accusation']);

/** "We call on both leaders to", "I reject the charge": said in the first person, the verb does what it names. */
function performedBy(tokens: readonly Token[], { verbs }: SpeechWords): StatementKind | null {
  const own = tokens.findIndex(({ lower }, at) => at < PERFORMED_REACH && SPEAKERS.has(lower));
  const at = tokens[own + 1]?.pos === 'ADV' ? own + 2 : own + 1;
  const verb = own === -1 ? undefined : tokens[at];
  if (verb?.pos !== 'VERB' || verb.lower !== verb.lemma) return null;
  const isAct = (frame: string): boolean => frame !== 'quote' && frame !== 'act';
  const reading = verbs
    .get(verb.lemma)
    ?.find(({ kind, beside, frames }) => beside.length === 0 && kind !== 'plain' && [...frames].some(isAct));
  return reading === undefined || reading.kind === 'plain' || !PERFORMED.has(reading.kind) ? null : reading.kind;
}
/** Marks and "but", "and", "so" may stand before. */
const PERFORMED_REACH = 3;

/** What is said, with what each of its words shows. */
interface Content {
  readonly tokens: readonly Token[];
  /** Bits of `CONTENT_SIGN` per token: of its form or lemma, and of its form alone. */
  readonly signs: readonly number[];
  readonly formSigns: readonly number[];
  /** What any of them shows. */
  readonly all: number;
  readonly words: SpeechWords;
  /** `bindingWord` of the tokens, once it was asked for. */
  binding: number | null;
}

/** Most words are settled by their bit. */
function contentOf(tokens: readonly Token[], words: SpeechWords): Content {
  const { signs: signsOf } = words;
  const signs: number[] = [];
  const formSigns: number[] = [];
  let all = 0;
  for (const { hints, lower, lemma } of tokens) {
    const isPlain = (hints & WORD_HINT.content) === 0;
    const ofForm = isPlain ? 0 : (signsOf.get(lower) ?? 0);
    const own = isPlain || lemma === lower ? ofForm : ofForm | (signsOf.get(lemma) ?? 0);
    formSigns.push(ofForm);
    signs.push(own);
    all |= own;
  }
  return { tokens, signs, formSigns, all, words, binding: null };
}

/** "would be met with force". */
const isMetWith = (tokens: readonly Token[], verb: number): boolean =>
  tokens[verb]?.tag === 'VBN' && tokens[verb]?.lemma === 'meet' && tokens[verb + 1]?.lower === 'with';

/** "vowed to retaliate", "plans to impose sanctions": what is promised first is meant to hurt. */
function vowsHarm({ tokens, signs }: Content): boolean {
  const verb = tokens.findIndex((token) => token.pos === 'VERB');
  // "vowed revenge".
  if (verb === -1) return signs.some((sign) => (sign & CONTENT_SIGN.threat) !== 0);
  const isThreat = (at: number): boolean => ((signs[at] ?? 0) & CONTENT_SIGN.threat) !== 0 && !isEased(tokens, at);
  // Whatever is imposed, somebody has to bear it.
  return isThreat(verb) || tokens[verb]?.lemma === 'impose' || isMetWith(tokens, verb);
}

/** "lift sanctions", "end all attacks": what would hurt is taken back. */
const isEased = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - EASED_REACH), at).some(({ lemma }) => EASES.has(lemma));
const EASES: ReadonlySet<string> = new Set(
  'lift ease end halt stop cease suspend waive drop relax remove avoid'.split(' '),
);
const EASED_REACH = 4;

/** Cues that only say that something is so: what they confirm or promise may be a threat. */
const OPEN: ReadonlySet<SpeechCue['kind']> = new Set(['acknowledgement']);

interface ContentRule {
  readonly id: string;
  readonly kind: StatementKind;
  readonly holds: (content: Content, words: SpeechWords) => boolean;
}

const has = (content: Content, sign: ContentSign): boolean => (content.all & CONTENT_SIGN[sign]) !== 0;

const isNegated = (content: readonly Token[]): boolean =>
  content.some(
    (token) => token.lower === 'not' || token.lower === "n't" || token.lower === 'never' || token.lower === 'no',
  );

const near = (content: Content, first: ContentSign, second: ContentSign, distance: number): boolean => {
  if (!has(content, second)) return false;
  let at = Number.NEGATIVE_INFINITY;
  return content.signs.some((signs, index) => {
    if ((signs & CONTENT_SIGN[second]) !== 0 && index - at <= distance) return true;
    if (((content.formSigns[index] ?? 0) & CONTENT_SIGN[first]) !== 0) at = index;
    return false;
  });
};

/** "We will", "we are ready to", "I promise": the speaker binds itself. */
const bindsSpeaker = (content: Content): boolean => near(content, 'first-person', 'commitment', 4);

function bindingIn(content: Content): number {
  content.binding ??= bindingWord(content.tokens, content.words);
  return content.binding;
}

const bindsSubject = (content: Content): boolean => {
  const word = bindingIn(content);
  return word !== -1 && !isNegated(content.tokens.slice(word, word + 3));
};

/** The threat stands in the clause that is bound: "it will back a resolution that tightens sanctions" threatens nobody. */
const bindsToHarm = (content: Content): boolean => {
  const { tokens, signs } = content;
  const from = bindingIn(content);
  const relative = tokens.findIndex(({ tag }, at) => at > from && tag === 'WDT');
  return signs
    .slice(0, relative === -1 ? signs.length : relative)
    .some((own, at) => (own & CONTENT_SIGN.threat) !== 0 && !isEased(tokens, at));
};

/** "would not allow", "will never accept": the subject refuses. */
const refuses = (content: Content): boolean => {
  const word = bindingIn(content);
  const { tokens } = content;
  return word !== -1 && isNegated(tokens.slice(word, word + 3)) && tokens[word + 2]?.pos !== 'AUX';
};

/** "unless the road is opened": what is promised then is meant to press. */
const isUnless = ({ tokens }: Content): boolean => tokens.some((token) => token.lower === 'unless');

/** A verb in its bare form at the start asks something of someone ("Stop the shelling"). */
const isImperative = ({ tokens }: Content): boolean => {
  const first = tokens.find((token) => token.pos !== 'PUNCT' && token.pos !== 'INTJ');
  return first?.tag === 'VB' && first.pos === 'VERB';
};

/** "insisted that Norway reopen the camp": one subject with a bare verb. */
const isSubjunctive = ({ tokens }: Content): boolean => {
  const at = tokens.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const [subject, verb] = [tokens[at - 1], tokens[at]];
  const isOne = subject?.tag === 'NN' || subject?.tag === 'NNP';
  return isOne && verb?.pos === 'VERB' && verb.tag === 'VB' && verb.lower === verb.lemma && !PAST_TOO.has(verb.lower);
};
/** Bare forms that are pasts as well: "settlers in the city set fire to it". */
const PAST_TOO: ReadonlySet<string> = new Set([
  'set',
  'hit',
  'put',
  'cut',
  'shut',
  'hurt',
  'let',
  'quit',
  'beat',
  'burst',
  'cast',
]);

const CONTENT_RULES: readonly ContentRule[] = [
  {
    id: 'denied',
    kind: 'denial',
    holds: (content) =>
      content.tokens.length < 30 &&
      (isLie(content) || (has(content, 'denial') && !bindsSpeaker(content) && deniesSomething(content))),
  },
  {
    id: 'bound-to-act-against',
    kind: 'threat',
    holds: (content) => bindsSpeaker(content) && has(content, 'threat'),
  },
  {
    id: 'bound-unless',
    kind: 'threat',
    holds: (content) => isUnless(content) && (bindsSpeaker(content) || bindsSubject(content)),
  },
  {
    id: 'speaker-bound',
    kind: 'commitment',
    holds: (content) => bindsSpeaker(content) && !isNegated(content.tokens.slice(0, 8)),
  },
  { id: 'patience-ends', kind: 'warning', holds: (content) => has(content, 'warning') },
  {
    id: 'must',
    kind: 'demand',
    holds: (content) => obliges(content) || isImperative(content) || isSubjunctive(content),
  },
  {
    id: 'blames',
    kind: 'accusation',
    holds: (content) => has(content, 'accusation') && !isNegated(content.tokens),
  },
  { id: 'disapproves', kind: 'condemnation', holds: (content) => has(content, 'condemnation') },
  {
    id: 'gives-reason',
    kind: 'justification',
    holds: (content) => near(content, 'justification', 'justification', 8),
  },
  { id: 'refuses', kind: 'denial', holds: (content) => refuses(content) },
  {
    id: 'subject-threatens',
    kind: 'threat',
    holds: (content) => bindsSubject(content) && has(content, 'threat') && bindsToHarm(content),
  },
  { id: 'subject-bound', kind: 'commitment', holds: (content) => bindsSubject(content) },
  { id: 'excuses-act', kind: 'justification', holds: (content, words) => excusesAct(content.tokens, words) },
  { id: 'hopes', kind: 'expectation', holds: (content) => has(content, 'expectation') },
  { id: 'future', kind: 'announcement', holds: (content) => has(content, 'future') },
];

/** "acted in self-defence", "in response to fire", "fighters had been the target": what was done is excused. */
const excusesAct = (content: readonly Token[], words: SpeechWords): boolean =>
  content.some((_, at) => {
    const match = matchHinted(WORD_HINT.content, words.excuses, content, at);
    if (match === null) return false;
    if (match.entry === 'beside force') return namesForce(content, words);
    return match.entry === 'alone' || content[match.lastToken + 1]?.lower !== 'of';
  });

const namesForce = (content: readonly Token[], words: SpeechWords): boolean =>
  namedIn(content, words.subjects).includes('force') || namedIn(content, words.topics).includes('military_action');

export const OBLIGES = new Set(['must', 'should', 'ought', 'need', 'needs']);

/** "must", "should", "needs to" with a subject other than the speaker. */
function obliges({ tokens, formSigns }: Content): boolean {
  return tokens.some(
    (token, index) =>
      OBLIGES.has(token.lower) &&
      !formSigns.slice(Math.max(0, index - 2), index).some((signs) => (signs & CONTENT_SIGN['first-person']) !== 0),
  );
}

/** "this is a lie": what others have said is denied, whoever is said to spread it. */
const isLie = ({ tokens }: Content): boolean =>
  tokens.some(({ lower, tag }, at) => lower === 'lie' && tag === 'NN' && tokens[at - 1]?.lower === 'a');

/** "false", "baseless" and the like, or a negation beside a word of the charge. */
const deniesSomething = (content: Content): boolean =>
  content.tokens.some(
    ({ lower }, at) => ((content.formSigns[at] ?? 0) & CONTENT_SIGN.denial) !== 0 && lower !== 'never',
  ) ||
  (has(content, 'accusation') && isNegated(content.tokens));
