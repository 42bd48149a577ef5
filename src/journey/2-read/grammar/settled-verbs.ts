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
  for (let verb = clause + 1; verb < count; verb += 1)
    if (words(verb - 1) === ',' && FINITE.has(tags(verb)) && heads[verb] === clause) return { subject, clause, verb };
  return null;
}

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
