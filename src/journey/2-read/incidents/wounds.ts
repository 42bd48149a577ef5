/** Injury told by a wound or a hospital's word: "sustained a gunshot wound", "with burns", "is in critical condition". */
import type { HarmKind } from '../../../knowledge/harm-words.ts';
import { caseOf, dependents, headOf, isPassive, negationOf, objectOf, relationOf, subjectOf } from '../grammar/tree.ts';
import type { Line, Page } from './page.ts';
import { peopleAt, peopleBefore } from './people-near.ts';

interface Wounded {
  readonly person: number;
  /** A fatal wound is a death; of any other the outcome is open; whoever is in hospital lives, until worse is told. */
  readonly measure: HarmKind;
}

/** The wounded person when `token` is a wound or a condition; null otherwise. */
export function woundedAt(page: Page, line: Line, token: number): Wounded | null {
  const word = line.sentence.tokens[token];
  if (word === undefined) return null;
  const object = line.objects.get(token);
  const brought =
    object?.entry.id === 'hospital' && object.firstToken === token ? broughtTo(page, line, object.lastToken) : null;
  if (brought !== null) return { person: brought, measure: 'injured' };
  // "a gunshot wound": a noun behind what made it, whatever its tag.
  const isNoun = word.pos === 'NOUN' || word.pos === 'PROPN';
  if (!isNoun && !page.harm.missiles.has(line.sentence.tokens[token - 1]?.lemma ?? '')) return null;
  if (page.harm.wounds.has(word.lemma)) {
    const person = bearerOf(page, line, token) ?? ownerOf(page, line, token);
    // "Haddad's body was found with a wound": the body tells of the death.
    if (person === null || page.harm.bodies.has(line.sentence.tokens[person]?.lemma ?? '')) return null;
    return { person, measure: isFatal(page, line, token) ? 'killed' : 'hit' };
  }
  if (!page.harm.condition.has(word.lemma) || !page.harm.conditions.has(line.sentence.tokens[token - 1]?.lower ?? ''))
    return null;
  const person = subjectAbove(page, line, token);
  return person === null ? null : { person, measure: 'injured' };
}

/** "was taken to a hospital", "sent two people to the clinic", "is recovering in hospital". */
function broughtTo(page: Page, line: Line, hospital: number): number | null {
  const place = wholeName(line, hospital);
  const verb = headOf(line.sentence, place);
  const lemma = verb === null ? '' : (line.sentence.tokens[verb]?.lemma ?? '');
  if (verb !== null && page.harm.liesIn.has(lemma) && INSIDE.has(caseOf(line.sentence, place)))
    return subjectAbove(page, line, verb);
  if (verb === null || !page.harm.carries.has(lemma)) return null;
  const object = objectOf(line.sentence, verb);
  const isBrought = isPassive(line.sentence, verb) || (object === null && line.sentence.tokens[verb]?.tag === 'VBN');
  const person = isBrought ? nearerOf(subjectOf(line.sentence, verb), peopleBefore(page, line, verb)) : object;
  return person !== null && (line.quantities.has(person) || peopleAt(page, line, person).length > 0) ? person : null;
}

const INSIDE: ReadonlySet<string> = new Set(['in', 'at']);

/** "Grant | Medical Center": the word that the verb holds. */
function wholeName({ sentence }: Line, last: number): number {
  let at = last;
  while (IN_NAME.has(relationOf(sentence, at))) at = headOf(sentence, at) ?? at;
  return at;
}

const IN_NAME: ReadonlySet<string> = new Set(['compound', 'flat', 'appos']);

/** "One man was killed and another taken to a clinic": the subject that the verbs share is not who was taken. */
const nearerOf = (subject: number | null, before: number | null): number | null =>
  before !== null && (subject === null || before > subject) ? before : subject;

const isFatal = (page: Page, line: Line, wound: number): boolean =>
  dependents(line.sentence, wound).some((child) => page.harm.fatal.has(line.sentence.tokens[child]?.lower ?? ''));

function bearerOf(page: Page, line: Line, wound: number): number | null {
  const head = headOf(line.sentence, wound);
  const above = head === null ? undefined : line.sentence.tokens[head];
  if (head === null || above === undefined) return null;
  if (above.pos === 'VERB' && page.harm.sustains.has(above.lemma))
    return negationOf(line.sentence, head) === null ? subjectOf(line.sentence, head) : null;
  const sufferer = sustainsBefore(page, line, wound);
  if (sufferer !== null) return sufferer;
  if (caseOf(line.sentence, wound) !== 'with') return null;
  const beside = peopleBefore(page, line, phraseStart(line, wound) - 1);
  return beside ?? (above.pos === 'VERB' ? subjectOf(line.sentence, head) : head);
}

/** "while the second victim suffered injuries": the verb stands before its wound, whatever the tree makes of it. */
function sustainsBefore(page: Page, line: Line, wound: number): number | null {
  const { tokens } = line.sentence;
  for (let at = wound - 1; at >= Math.max(0, wound - MOST_BETWEEN); at -= 1) {
    const { pos, lemma, tag } = tokens[at] ?? NO_WORD;
    if (pos === 'VERB' && tag !== 'VBG' && page.harm.sustains.has(lemma)) return peopleBefore(page, line, at);
    if (!MAY_DESCRIBE.has(pos) && tag !== 'VBG') return null;
  }
  return null;
}

const MOST_BETWEEN = 5;
const NO_WORD = { pos: '', lemma: '', tag: '' };
const MAY_DESCRIBE: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'ADV', 'PUNCT']);

/** "His injuries were not life-threatening", "the guard's wounds": whose they are has them. */
function ownerOf(page: Page, line: Line, wound: number): number | null {
  const owner = dependents(line.sentence, wound, 'nmod:poss')[0];
  return owner !== undefined && peopleAt(page, line, owner).length > 0 ? owner : null;
}

/** Where the wound's phrase begins, its preposition included. */
function phraseStart(line: Line, wound: number): number {
  const [first = wound] = dependents(line.sentence, wound);
  return Math.min(first, wound) + 1;
}

/** The subject of the nearest verb above, or of the phrase itself ("she is in stable condition"). */
function subjectAbove(page: Page, line: Line, token: number): number | null {
  let at: number | null = token;
  for (let level = 0; at !== null && level < 3; level += 1) {
    const subject = subjectOf(line.sentence, at);
    if (subject !== null && peopleAt(page, line, subject).length > 0) return subject;
    at = headOf(line.sentence, at);
  }
  return null;
}
