/**
 * Arcs that the parser draws wrongly and that the words beside them settle: clauses hung on the wrong verb or noun, words behind a dash,
 * those joined to a name. Each rule looks at one word and says where it belongs; `tree-draft.ts` hangs it there.
 */
import { DASHES } from './label-words.ts';

export interface ArcDraft {
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly tags: (word: number) => string;
  readonly words: (word: number) => string;
}

const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP']);
/** Relations of a subject to its verb. */
export const SUBJECTS: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass']);
const BESIDE: ReadonlySet<string> = new Set(['conj', 'parataxis']);

/** Adjectives that say on whose side somebody is. */
const SIDED: ReadonlySet<string> = new Set([
  'loyal',
  'allied',
  'aligned',
  'affiliated',
  'close',
  'opposed',
  'faithful',
  'linked',
]);

/** "Forces loyal to the king seized the port": the noun that the adjective stands behind is the verb's subject; null for any other word. */
export function subjectBefore({ heads, relations, tags, words }: ArcDraft, word: number): number | null {
  const head = heads[word] ?? -1;
  const noun = word - 1;
  const isSided = head > word && relations[word] === 'nsubj' && SIDED.has(words(word));
  return isSided && heads[noun] === word && relations[noun] === 'nsubj' && tags(noun).startsWith('NN') ? noun : null;
}

/**
 * Clauses in -ing behind a comma tell what came of the clause right before them: "Demonstrators blocked a road; police fired, killing one"
 * is not the doing of the demonstrators. The head that such a word should have; null where it may keep its own.
 */
export function nearerClause({ heads, relations, tags, words }: ArcDraft, word: number): number | null {
  if (tags(word) !== 'VBG' || relations[word] !== 'advcl' || words(word - 1) !== ',') return null;
  const head = heads[word] ?? -1;
  if (head < 0 || head > word) return null;
  for (let at = word - 1; at > head; at -= 1) {
    if (!FINITE.has(tags(at))) continue;
    return BESIDE.has(relations[at] ?? '') && heads[at] === head ? at : null;
  }
  return null;
}

/** Words for saying, as they stand behind or before what is said. */
export const SAYS: ReadonlySet<string> = new Set('say says said told report reported reports added'.split(' '));

/** What a finite verb is only called by mistake, and what it would have if it were not one. */
const STRAY: ReadonlySet<string> = new Set(['xcomp', 'conj']);
const OWN: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'cc', 'punct']);
const CLAUSE_OR_NOUN: ReadonlySet<string> = new Set(['after', 'before', 'until', 'since', 'as']);

/**
 * "Suspended deliveries after a raid killed twenty": a finite verb is joined to no other without a mark. The noun behind "after" is
 * its subject, given with the word that opens the clause; null for any other verb.
 */
export function clauseBehind(draft: ArcDraft, verb: number): { subject: number; mark: number } | null {
  const { heads, relations, tags, words } = draft;
  const head = heads[verb] ?? -1;
  const spanned = FINITE.has(tags(verb)) ? clauseAfterSpan(draft, verb) : null;
  if (spanned !== null) return spanned;
  if (!STRAY.has(relations[verb] ?? '') || !FINITE.has(tags(verb)) || head < 0 || head > verb) return null;
  for (let subject = verb - 1; subject > head; subject -= 1) {
    if (heads[subject] === verb && OWN.has(relations[subject] ?? '')) return null;
    if (heads[subject] !== head || relations[subject] !== 'obl') continue;
    for (let mark = head + 1; mark < subject; mark += 1)
      if (heads[mark] === subject && relations[mark] === 'case')
        return CLAUSE_OR_NOUN.has(words(mark)) ? { subject, mark } : null;
  }
  return null;
}

/** Words for stretches of time ("two days after", "years later"). */
export const SPANS: ReadonlySet<string> = new Set(
  ['second', 'moment', 'minute', 'hour', 'day', 'week', 'month', 'year', 'decade'].flatMap((unit) => [
    unit,
    `${unit}s`,
  ]),
);
const SPAN_MARKS: ReadonlySet<string> = new Set(['after', 'before']);

/** So many words may stand between the span of time and the verb. */
const SPAN_REACH = 8;

function clauseAfterSpan(draft: ArcDraft, verb: number): { subject: number; mark: number } | null {
  for (let subject = verb - 1; subject > 0 && subject >= verb - SPAN_REACH; subject -= 1) {
    const mark = markOfSpan(draft, subject, verb);
    if (mark !== null) return { subject, mark };
  }
  return null;
}

/** "Two days after the army freed them": the span of time is nobody who freed; the mark behind it, null for any other noun. */
function markOfSpan({ heads, relations, words }: ArcDraft, subject: number, verb: number): number | null {
  const span = heads[subject] ?? -1;
  if (span < 0 || span > subject || heads[span] !== verb || !SPANS.has(words(span))) return null;
  const mark = span + 1;
  return SPAN_MARKS.has(words(mark)) && heads[mark] === subject && relations[mark] === 'case' ? mark : null;
}

/** "… were killed when a shell hit the bus, the governor said": a clause before who says it is of what is said; the verb that it tells more of, else null. */
export function saidWith({ heads, relations, words }: ArcDraft, clause: number): number | null {
  const says = heads[clause] ?? -1;
  if (relations[clause] !== 'advcl' || says < 0 || !SAYS.has(words(says))) return null;
  // "… withdrew, a reporter said, two weeks after rebels had come".
  if (says < clause) return relations[says] === 'parataxis' && words(says + 1) === ',' ? (heads[says] ?? null) : null;
  for (let told = clause - 1; told >= 0; told -= 1)
    if (heads[told] === says && (relations[told] === 'ccomp' || relations[told] === 'parataxis')) return told;
  return null;
}

/** "10 injured - Civil Defence": what stands behind a dash is not whom the verb right before it harmed. */
export function isBehindDash({ heads, relations, words }: ArcDraft, word: number): boolean {
  const head = heads[word] ?? -1;
  return relations[word] === 'obj' && head >= 0 && head < word - 1 && DASHES.has(words(head + 1));
}

/** "8 wounded - medics": a counted participle before a dash is a clause of its own, and no adjective of those who told it; their place, else null. */
export function tellerBehind({ heads, relations, tags, words }: ArcDraft, participle: number): number | null {
  const noun = heads[participle] ?? -1;
  if (relations[participle] !== 'amod' || tags(participle) !== 'VBN' || noun < participle + 2) return null;
  return tags(participle - 1) === 'CD' && DASHES.has(words(participle + 1)) && tags(noun) === 'NNS' ? noun : null;
}

/** "The raid, which it blamed on rebels": a relative before the verb's own subject is what the verb is done to. */
export function isRelativeObject({ heads, relations, tags }: ArcDraft, word: number): boolean {
  const verb = heads[word] ?? -1;
  if (!(tags(word) === 'WDT' || tags(word) === 'WP') || relations[word] !== 'nsubj' || verb < word + 2) return false;
  for (let at = word + 1; at < verb; at += 1) if (heads[at] === verb && relations[at] === 'nsubj') return true;
  return false;
}

/** "The minister is to meet the envoy": the subject of what somebody is to do. */
export const isToAct = ({ heads, relations, tags }: ArcDraft, word: number): boolean => {
  const verb = relations[word] === 'nsubj:outer' ? (heads[word] ?? -1) : -1;
  return verb > word && tags(verb) === 'VB' && tags(verb - 1) === 'TO';
};

/** "The President of Norway": whoever bears the title, and not the state, stands in the sentence; asked of "of". */
export function holderOfTitle(
  { heads, relations, words }: ArcDraft,
  of: number,
): { title: number; state: number } | null {
  const state = heads[of] ?? -1;
  const title = of - 1;
  if (words(of) !== 'of' || relations[of] !== 'case' || state < of) return null;
  return relations[title] === 'nmod:desc' && heads[title] === state ? { title, state } : null;
}

const CALLS: ReadonlySet<string> = new Set([
  'call',
  'calls',
  'called',
  'calling',
  'appeal',
  'appeals',
  'appealed',
  'appealing',
]);
const CALLED_UPON: ReadonlySet<string> = new Set(['on', 'upon', 'to']);

/** "Called on the sponsors of the truce to say": what somebody is called on to do is no description of the truce; the verb of calling, else null. */
export function callBefore({ heads, relations, tags, words }: ArcDraft, verb: number): number | null {
  if (relations[verb] !== 'acl' || tags(verb) !== 'VB' || tags(verb - 1) !== 'TO') return null;
  let noun = heads[verb] ?? -1;
  while (noun >= 0 && (relations[noun] === 'nmod' || relations[noun] === 'conj')) noun = heads[noun] ?? -1;
  const call = heads[noun] ?? -1;
  if (call < 0 || call > noun || relations[noun] !== 'obl' || !CALLS.has(words(call))) return null;
  return CALLED_UPON.has(words(call + 1)) ? call : null;
}

/** "The leader in Cordoba, Gustavo Guerra, was shot": a name between commas is the subject before it by its name; that subject, else null. */
export function subjectOfName({ heads, relations, tags, words }: ArcDraft, name: number): number | null {
  const verb = heads[name] ?? -1;
  if (!SUBJECTS.has(relations[name] ?? '') || verb < name || tags(name) !== 'NNP' || words(name - 1) !== ',')
    return null;
  let behind = name + 1;
  while (heads[behind] === name && relations[behind] === 'flat') behind += 1;
  if (words(behind) !== ',') return null;
  for (let subject = name - 2; subject >= 0; subject -= 1)
    if (heads[subject] === verb && SUBJECTS.has(relations[subject] ?? ''))
      return tags(subject) === 'NN' ? subject : null;
  return null;
}

/**
 * "The engineer Peter Hall and his driver", "the mayor, Alan Brook, and his wife": who is joined to a name that is the noun's other
 * wording is joined to the noun; that noun, else null.
 */
export function nounOfName({ heads, relations, tags, words }: ArcDraft, word: number): number | null {
  const name = heads[word] ?? -1;
  if (relations[word] !== 'conj' || name < 0 || relations[name] !== 'appos' || tags(name) !== 'NNP') return null;
  const noun = heads[name] as number;
  if (noun < 0 || noun > name || !tags(word).startsWith('NN') || tags(word) === 'NNP') return null;
  let mark = word - 1;
  while (mark > name && words(mark) !== 'and') mark -= 1;
  const isApart = words(mark - 1) === ',';
  for (let at = noun + 1; at < name; at += 1) if (DASHES.has(words(at)) || (words(at) === ',' && !isApart)) return null;
  return noun;
}

/** "One of the planes had hit the hall": with an object, and no auxiliary of the passive, its subject acts. */
export function isActingSubject({ heads, relations, tags }: ArcDraft, word: number): boolean {
  const verb = heads[word] ?? -1;
  if (relations[word] !== 'nsubj:pass' || verb < word || tags(verb) !== 'VBN') return false;
  let had = false;
  for (let at = word + 1; at < heads.length; at += 1) {
    if (heads[at] !== verb) continue;
    if (relations[at] === 'aux:pass') return false;
    if (relations[at] === 'aux' && at < verb) had = true;
    if (relations[at] === 'obj' && at > verb && had) return true;
  }
  return false;
}

/** "A month later the front said it had carried out the attack": no comma makes an aside of who says it; the clause that is said, else null. */
export function toldBare({ heads, relations, tags, words }: ArcDraft, says: number): number | null {
  const told = heads[says] ?? -1;
  if (relations[says] !== 'advcl' || told < says || !SAYS.has(words(says)) || !FINITE.has(tags(says))) return null;
  const subject = says + 1;
  if (tags(subject) !== 'PRP' || heads[subject] !== told) return null;
  for (let at = 0; at < says; at += 1) if (heads[at] === says && SUBJECTS.has(relations[at] ?? '')) return told;
  return null;
}
