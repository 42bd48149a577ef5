/** Whom a pronoun stands for: the best mention shortly before it. */
import type { ActorName } from '../../../model/actor-name.ts';
import type { ParsedText } from '../../../model/sentence.ts';
import { caseOf } from './scene.ts';

/** How many mentions back one looks for an earlier one of the same actor. */
export const WINDOW_MENTIONS = 40;
const PRONOUN_SENTENCES = 3;

/** By dictionary form; whether the harmed stand as the subject of the active verb. */
export type HarmVerbs = ReadonlyMap<string, { readonly suffers: boolean }>;

/** The report and its mentions as far as they are linked. */
interface Told {
  readonly parsed: ParsedText;
  readonly actors: readonly ActorName[];
  /** Verbs of harm, by dictionary form: "kill", "die". */
  readonly harmVerbs: HarmVerbs;
  /** Of a mention, or of those it is joined to. */
  readonly genderOf: (id: number) => ActorName['gender'];
}

/** The best mention before it by number, gender and kind; subjects of near sentences come first. */
export function forPronoun(linker: Told, mention: ActorName): ActorName | null {
  if (mention.number === 'unknown' || isFirstPerson(mention) || isExpletive(linker, mention)) return null;
  const harmed = isHarmed(linker, mention);
  let best: ActorName | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let id = mention.id - 1; id >= Math.max(0, mention.id - WINDOW_MENTIONS); id--) {
    const other = linker.actors[id];
    if (other === undefined || mention.sentence - other.sentence > PRONOUN_SENTENCES) break;
    if (other.end > mention.start || !pronounFits(linker, mention, other) || isCoArgument(linker, mention, other))
      continue;
    const score = salience(linker, mention, other) + (harmed && isHarmed(linker, other) ? HARMED_BONUS : 0);
    if (score > bestScore) [best, bestScore] = [other, score];
  }
  return best;
}

const FIRST_PERSON = new Set(['i', 'me', 'my', 'mine', 'myself', 'we', 'us', 'our', 'ours', 'ourselves']);
const isFirstPerson = (mention: ActorName): boolean => FIRST_PERSON.has(mention.text.toLowerCase());

function isExpletive(linker: Told, mention: ActorName): boolean {
  const tree = linker.parsed.sentences[mention.sentence]?.tree;
  if (tree?.relations[mention.head] !== 'expl') return false;
  // "It is also battling the rebels": with an object, "it" does it.
  const verb = tree.heads[mention.head] ?? -1;
  return !(tree.children[verb] ?? []).some((child) => tree.relations[child] === 'obj');
}

function pronounFits({ genderOf }: Told, mention: ActorName, other: ActorName): boolean {
  if (mention.kind === 'person')
    return (
      other.kind === 'person' &&
      other.number !== 'plural' &&
      genderFits(mention, { gender: genderOf(other.id) }) &&
      !isFirstPerson(other)
    );
  if (mention.number === 'plural')
    return (
      other.kind === 'group_of_people' ||
      other.number === 'plural' ||
      (other.kind === 'organisation' && other.form !== 'pronoun')
    );
  return (other.kind === 'organisation' || other.kind === 'object') && other.number !== 'plural';
}

/** Subject and object of one verb are two actors ("he met him"). */
function isCoArgument(linker: Told, mention: ActorName, other: ActorName): boolean {
  if (mention.sentence !== other.sentence) return false;
  const heads = linker.parsed.sentences[mention.sentence]?.tree?.heads;
  return heads !== undefined && heads[mention.head] === heads[other.head] && (heads[mention.head] ?? -1) >= 0;
}

function salience(linker: Told, mention: ActorName, other: ActorName): number {
  const sentence = linker.parsed.sentences[other.sentence];
  const relation = sentence?.tree?.relations[other.head] ?? '';
  const isSubject = relation.startsWith('nsubj') || (sentence?.tree === null && other.firstToken <= 2);
  const isOblique = sentence?.tree != null && caseOf(sentence, other.head) !== '';
  const nameBonus = other.form === 'name' ? 1 : other.form === 'pronoun' ? 0.8 : 0;
  const numberBonus = mention.number === 'plural' && other.number === 'plural' ? 1.5 : 0;
  const distance = (mention.sentence - other.sentence) * 1.6 + (mention.id - other.id) * 0.08;
  return (
    (isSubject ? 2 : 0) +
    (relation.includes('poss') || isOblique ? -0.7 : 0) +
    nameBonus +
    numberBonus -
    (other.metonym ? 0.5 : 0) -
    distance
  );
}

/** "A gunman shot a student. He died": more than a subject gains over an object of the sentence before. */
const HARMED_BONUS = 4;

/** Whom a verb of harm befell. */
function isHarmed({ parsed, harmVerbs }: Told, { sentence, head }: ActorName): boolean {
  const tree = parsed.sentences[sentence]?.tree;
  const relation = tree?.relations[head] ?? '';
  const verb = tree?.heads[head] ?? -1;
  const harm = verb < 0 ? undefined : harmVerbs.get(parsed.sentences[sentence]?.tokens[verb]?.lemma ?? '');
  if (harm === undefined) return false;
  return relation === 'obj' || relation === 'nsubj:pass' || (relation === 'nsubj' && harm.suffers);
}

type Gendered = Pick<ActorName, 'gender'>;

export const genderFits = (a: Gendered, b: Gendered): boolean =>
  a.gender === 'unknown' || b.gender === 'unknown' || a.gender === b.gender;
