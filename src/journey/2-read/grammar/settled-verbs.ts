/** Verbs that belong to another clause than the parser's: those behind a relative clause, and those joined inside what somebody says. */
import { type ArcDraft, SUBJECTS } from './settled-clauses.ts';
import { FINITE } from './tagged.ts';

const RELATIVE: ReadonlySet<string> = new Set(['WDT', 'WP']);

/** A subject, the relative clause about it that the parser took for the sentence, and the verb that is the sentence. */
interface BehindRelative {
  readonly subject: number;
  readonly clause: number;
  readonly verb: number;
}

/** "The Front, which is fighting the government, blew up a bridge": asked of the relative pronoun; null where the tree is right. */
export function verbBehindRelative(draft: ArcDraft, pronoun: number, count: number): BehindRelative | null {
  const { heads, relations, tags, words } = draft;
  if (!RELATIVE.has(tags(pronoun)) || !SUBJECTS.has(relations[pronoun] ?? '') || words(pronoun - 1) !== ',')
    return null;
  const clause = heads[pronoun] ?? -1;
  if (clause < pronoun) return null;
  let subject = pronoun - 2;
  while (subject >= 0 && heads[subject] !== clause) subject -= 1;
  if (subject < 0 || !SUBJECTS.has(relations[subject] ?? '')) return null;
  const above = relations[clause] === 'advcl' ? (heads[clause] ?? -1) : -1;
  if (above > clause) return opensBehindComma(draft, above) ? { subject, clause, verb: above } : null;
  for (let verb = clause + 1; verb < count; verb += 1)
    if (words(verb - 1) === ',' && FINITE.has(tags(verb)) && heads[verb] === clause) return { subject, clause, verb };
  return null;
}

/** "Police said the teachers, who had stayed, were abducted": nobody says a teacher; the verb behind the clause is what was said. */
export function toldOfRelative(
  draft: ArcDraft,
  pronoun: number,
  count: number,
): { subject: number; verb: number; teller: number } | null {
  const { heads, relations, tags, words } = draft;
  if (!RELATIVE.has(tags(pronoun)) || words(pronoun - 1) !== ',') return null;
  const clause = heads[pronoun] ?? -1;
  const subject = heads[clause] ?? -1;
  const teller = heads[subject] ?? -1;
  if (clause < pronoun || subject < 0 || subject > pronoun || teller < 0 || teller > subject) return null;
  if (relations[clause] !== 'acl:relcl' || relations[subject] !== 'obj' || !SAID.has(words(teller))) return null;
  for (let verb = clause + 1; verb < count; verb += 1)
    if (heads[verb] === clause && relations[verb] === 'conj' && opensBehindComma(draft, verb))
      return { subject, verb, teller };
  return null;
}
const SAID: ReadonlySet<string> = new Set(['said', 'says', 'say', 'added', 'stated']);

/** ", was hurt": nothing stands between the comma and a verb with its helping verbs. */
function opensBehindComma({ heads, relations, words }: ArcDraft, verb: number): boolean {
  let first = verb;
  while (heads[first - 1] === verb && relations[first - 1]?.startsWith('aux') === true) first -= 1;
  return words(first - 1) === ',';
}

/** What a clause about a noun is taken for where the parser joins it to the verb before. */
const JOINED: ReadonlySet<string> = new Set(['conj', 'parataxis', 'advcl', 'ccomp']);
const PLURAL: ReadonlySet<string> = new Set(['were', 'are', 'have']);
const SINGULAR: ReadonlySet<string> = new Set(['was', 'is', 'has']);

/**
 * "Visited the offices of the daily, which were damaged by a bomb": the noun that a clause behind a comma and "which" or "who" is about,
 * the nearest of its number; asked of the pronoun, null where the tree is right or no noun fits.
 */
export function nounOfRelative(draft: ArcDraft, pronoun: number): { clause: number; noun: number } | null {
  const { heads, relations, tags, words } = draft;
  if (!RELATIVE.has(tags(pronoun)) || !SUBJECTS.has(relations[pronoun] ?? '') || words(pronoun - 1) !== ',')
    return null;
  const clause = heads[pronoun] ?? -1;
  const verb = heads[clause] ?? -1;
  if (clause < pronoun || verb < 0 || verb > pronoun || !JOINED.has(relations[clause] ?? '')) return null;
  let place: number | null = null;
  for (let noun = pronoun - 2; noun > verb; noun -= 1) {
    if (!tags(noun).startsWith('NN') || (heads[noun] ?? -1) === noun + 1 || relations[noun] === 'flat') continue;
    if (isBelow(draft, noun, clause)) return null;
    if (!agrees(tags(noun), words(pronoun + 1))) continue;
    if (!isWhere(draft, noun)) return { clause, noun };
    place ??= noun;
  }
  return place === null ? null : { clause, noun: place };
}

function isBelow({ heads }: ArcDraft, word: number, above: number): boolean {
  for (let at = heads[word] ?? -1; at >= 0; at = heads[at] ?? -1) if (at === above) return true;
  return false;
}

/** "the hospital in Goma, which": where something is, of which less is told than of the thing. */
const isWhere = ({ heads, tags, words }: ArcDraft, noun: number): boolean => {
  if (tags(noun) !== 'NNP') return false;
  let mark = noun - 1;
  while (mark >= 0 && tags(mark) === 'NNP') mark -= 1;
  return WHERE.has(words(mark)) && heads[mark] === noun;
};
const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'outside', 'from']);

const agrees = (tag: string, verb: string): boolean => !(tag.endsWith('S') ? SINGULAR : PLURAL).has(verb);

const TELLS: ReadonlySet<string> = new Set(['said', 'says', 'reported', 'reports', 'claimed', 'claims', 'announced']);
/** What a speaker does beside saying it is most often to say more. */
const SAYS_MORE: ReadonlySet<string> = new Set(
  'said says added vowed urged called warned denied told accused blamed promised pledged demanded insisted stressed noted asked condemned praised rejected thanked expressed described gave declined refused appealed confirmed announced claimed'.split(
    ' ',
  ),
);

/** "He said its fighters had destroyed two tanks and killed eleven soldiers": the verb that a joined one stands behind; null where it may keep its own. */
export function toldBefore({ heads, relations, tags, words }: ArcDraft, verb: number): number | null {
  if (relations[verb] !== 'conj' || !(FINITE.has(tags(verb)) || tags(verb) === 'VBN')) return null;
  const teller = heads[verb] ?? -1;
  if (teller < 0 || teller > verb || words(verb - 1) !== 'and') return null;
  if (!TELLS.has(words(teller)) || SAYS_MORE.has(words(verb))) return null;
  for (let at = verb - 1; at > teller; at -= 1) {
    if (heads[at] === verb) continue;
    if (relations[at] === 'ccomp' && heads[at] === teller) return at;
  }
  return null;
}

/** "They plan to burn cars, destroy shops and step up raids": bare verbs in a row go with the infinitive before them; that one, else null. */
export function infinitiveBefore({ heads, relations, tags }: ArcDraft, verb: number): number | null {
  const above = heads[verb] ?? -1;
  const isBare = tags(verb) === 'VB' || tags(verb) === 'VBP';
  if (!isBare || relations[verb] !== 'conj' || above < 0 || above > verb || !FINITE.has(tags(above))) return null;
  let infinitive: number | null = null;
  let isInRow = tags(verb) === 'VB';
  for (let at = above + 1; at < verb; at += 1) {
    const relation = relations[at] ?? '';
    if (heads[at] === verb && (relation === 'mark' || relation.startsWith('aux') || SUBJECTS.has(relation)))
      return null;
    if (heads[at] === above && relation === 'xcomp' && tags(at) === 'VB') infinitive = at;
    // The last of a row may be taken for a present; the ones before it are not.
    if (infinitive !== null && heads[at] === infinitive && relation === 'conj' && tags(at) === 'VB') isInRow = true;
  }
  return isInRow ? infinitive : null;
}
