/** Whom a verb of harm harmed: read off the tree, else off the words beside it. */

import type { HarmKind, HarmVerb } from '../../../knowledge/harm-words.ts';
import { ARMED } from '../../../model/armed-roles.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import { caseOf, dependents, headOf, isPassive, isRelation, objectOf, relationOf, subjectOf } from '../grammar/tree.ts';
import { isBarePassive } from './bare-passives.ts';
import { peopleAlong, peopleListed } from './harm-along.ts';
import { addSufferers, type HarmCollector } from './harm-collector.ts';
import { jointAt } from './joint-harm.ts';
import type { Line, Page } from './page.ts';
import { peopleAfter, peopleAt, peopleBefore, standsForPeople, whoIs } from './people-near.ts';

/** The verb alone, or with the words after it ("gunned down", "passed away", "gunned three men down"). */
export function harmVerbAt(page: Page, line: Line, at: number): HarmVerb | undefined {
  const { tokens } = line.sentence;
  const lemma = tokens[at]?.lemma ?? '';
  const phrase = page.harm.verbPhrases
    .get(lemma)
    ?.find(
      ({ rest }) =>
        rest.every((word, step) => tokens[at + 1 + step]?.lower === word) ||
        (rest.length === 1 &&
          dependents(line.sentence, at, 'compound').some((child) => tokens[child]?.lower === rest[0])),
    );
  return phrase ?? page.harm.byVerb.get(lemma) ?? struckOrWorse(page, line, at);
}

function struckOrWorse(page: Page, line: Line, at: number): HarmVerb | undefined {
  const isToDeath = page.harm.toDeath.has(line.sentence.tokens[at]?.lemma ?? '') && isFatal(page, line, at);
  if (isToDeath || losesFighters(page, line, at)) return KILLED;
  return isStruck(page, line, at) ? STRUCK : undefined;
}

/** "The rebels said they had lost six fighters": of armed people who are counted, a death. */
function losesFighters({ harm }: Page, { sentence, actors, quantities }: Line, at: number): boolean {
  const object = harm.losesLives.has(sentence.tokens[at]?.lemma ?? '') ? objectOf(sentence, at) : null;
  return object !== null && quantities.has(object) && ARMED.has(actors.get(object)?.role ?? 'unknown');
}

const KILLED: HarmVerb = { measure: 'killed', suffers: false };

const STRUCK: HarmVerb = { measure: 'hit', suffers: false };

/** "was hit by gunfire", "the bullet struck her", "fired shots, striking two men". */
function isStruck({ harm }: Page, line: Line, at: number): boolean {
  const { tokens } = line.sentence;
  if (!harm.strikes.has(tokens[at]?.lemma ?? '')) return false;
  if (tokens[at]?.tag === 'VBG') return tokens.slice(0, at).some(({ lemma }) => harm.missiles.has(lemma));
  const isMissile = (child: number): boolean =>
    harm.missiles.has(tokens[child]?.lemma ?? '') && tokens[child]?.pos !== 'VERB';
  return dependents(line.sentence, at).some(
    (child) =>
      !isRelation(relationOf(line.sentence, child), 'obj') &&
      // "One of the bullets struck her."
      (isMissile(child) || (tokens[child]?.pos === 'NUM' && dependents(line.sentence, child, 'nmod').some(isMissile))),
  );
}

export function verbHarm(collector: HarmCollector, verb: number, entry: HarmVerb): void {
  const { page, line } = collector;
  if ((entry.measure === 'hit' && isAimed(line, verb)) || isCounted(page, line, verb)) return;
  const joint = jointAt(page, line, verb);
  const measure = joint === 'first' ? 'casualties' : outcomeOf(page, line, verb, entry.measure);
  const shown = joinedTo(collector, verb) ?? sharedAfter(page, line, verb, joint) ?? inTree(page, line, verb, entry);
  const harmed = shown !== null && isPeople(page, line, shown) ? shown : beside(page, line, verb, entry, shown);
  if (harmed === null) return;
  collector.harmedBy.set(verb, harmed);
  if (joint === 'second' && collector.harmedBy.get(verb - 2) === harmed) return;
  const along = APART_HARM.has(measure) ? null : peopleAlong(page, line, harmed, verb);
  const others = [
    ...furtherSubjects(page, line, verb, harmed),
    ...(measure === 'hit' ? [] : killedWith(page, line, verb, harmed)),
    ...(along === null ? [] : [along]),
    ...(harmed > verb ? peopleListed(page, line, harmed) : []),
  ];
  for (const person of new Set([harmed, ...others])) addSufferers(collector, verb, person, measure);
}

/** Who flees or is missed along with others is told apart. */
const APART_HARM: ReadonlySet<HarmKind> = new Set(['displaced', 'missing']);

/** "Guards shot at the car", "they were shot at and fled": nobody is told to have been hit. */
export function isAimed({ sentence }: Line, verb: number): boolean {
  const { tokens } = sentence;
  if (tokens[verb + 1]?.lower !== 'at') return false;
  // "two people shot at a checkpoint" is where, "were shot at while driving" is no place.
  if (dependents(sentence, verb, 'aux').length > 0) return !OPENS_PLACE.has(tokens[verb + 2]?.pos ?? '');
  return !isRelation(relationOf(sentence, verb), 'acl') || tokens[verb]?.tag === 'VBG' || subjectIsOwn(sentence, verb);
}

/** "the victim that he shot at" */
const subjectIsOwn = (sentence: Sentence, verb: number): boolean => dependents(sentence, verb, 'nsubj').length > 0;

const OPENS_PLACE: ReadonlySet<string> = new Set(['DET', 'NOUN', 'PROPN', 'NUM', 'ADJ', 'ADV', 'PRON', 'SYM']);

/** "A woman and her daughter were killed": where the tree makes each of them a subject of its own. */
const furtherSubjects = (page: Page, line: Line, verb: number, harmed: number): number[] =>
  [
    ...dependents(line.sentence, verb, 'nsubj:pass'),
    // "Woman and child killed": of those before the verb who were harmed.
    ...(harmed < verb ? dependents(line.sentence, verb, 'nsubj') : []),
  ].filter(
    (subject) =>
      !isOfWhose(line, harmed) && subject !== harmed && subject < verb && standsForPeople(page, line, subject),
  );

/** "was killed along with his wife and two sons": people of his, told by whose they are. */
const killedWith = (page: Page, line: Line, verb: number, harmed: number): number[] =>
  dependents(line.sentence, verb, 'obl').filter(
    (child) =>
      child > verb &&
      child !== harmed &&
      // "died with her injuries"
      !page.harm.wounds.has(line.sentence.tokens[child]?.lemma ?? '') &&
      line.grammar.with.has(caseOf(line.sentence, child)) &&
      dependents(line.sentence, child, 'nmod:poss').length > 0 &&
      standsForPeople(page, line, child),
  );

/** "16 killed more than 100 wounded": a state between two numbers that each have their own. */
export function isCounted(page: Page, line: Line, verb: number): boolean {
  const { tag } = line.sentence.tokens[verb] ?? { tag: '' };
  if (tag !== 'VBD' && tag !== 'VBN') return false;
  const numbers = [...line.quantities].map(([head, quantity]) => ({
    quantity,
    end: Math.max(head, quantity.lastToken),
  }));
  return (
    numbers.some(({ end }) => end === verb - 1) &&
    numbers.some(
      ({ quantity, end }) =>
        quantity.firstToken === verb + 1 &&
        [end, end + 1].some((at) => page.harm.byState.has(line.sentence.tokens[at]?.lower ?? '')),
    )
  );
}

/** "was shot and killed", "shot, wounded": whom the verb right before it harmed. */
function joinedTo({ line, page, harmedBy }: HarmCollector, verb: number): number | null {
  const mark = line.sentence.tokens[verb - 1]?.lower;
  if (mark !== 'and' && mark !== ',') return null;
  // In "wounding two and killing three" each has its own.
  return standsForPeople(page, line, verb + 1) ? null : (harmedBy.get(verb - 2) ?? null);
}

/** "killed and wounded 20 people": whom the second verb has as its object. */
const sharedAfter = (page: Page, line: Line, verb: number, joint: 'first' | 'second' | null): number | null => {
  const object = joint === 'first' ? objectOf(line.sentence, verb + 2) : null;
  return object !== null && objectOf(line.sentence, verb) === null && isPeople(page, line, object) ? object : null;
};

const isPeople = (page: Page, line: Line, token: number): boolean =>
  (line.quantities.has(token) && !isFired(page, line, token)) ||
  peopleAt(page, line, token).some(({ kind }) => kind !== 'organisation');

/** "shot several rounds into a wall" */
const isFired = ({ harm }: Page, { sentence }: Line, token: number): boolean =>
  harm.missiles.has(sentence.tokens[token]?.lemma ?? '');

function inTree(page: Page, line: Line, verb: number, entry: HarmVerb): number | null {
  const modified = modifiedBy(line, verb);
  const passive = isHarmedSubject(line, verb) || modified !== null;
  if (entry.suffers || passive) return nearerSubject(page, line, verb) ?? modified;
  const object = objectOf(line.sentence, verb);
  // "shot himself": who did it is who was hit.
  const { lower = '', lemma = '' } = (object === null ? undefined : line.sentence.tokens[object]) ?? {};
  if (page.harm.selves.has(lower)) return subjectOf(line.sentence, verb) ?? object;
  // "the bullet grazed her face": whose it is was hit.
  const owner = object === null || !page.harm.limbs.has(lemma) ? undefined : ownerOf(line, object);
  return owner ?? object;
}

/**
 * "A man was arrested after two people were shot": who stands right before the verb comes before a subject that it only
 * shares; "the suspect, who was shot": whom the pronoun stands for.
 */
function nearerSubject(page: Page, line: Line, verb: number): number | null {
  const kin = dependents(line.sentence, verb, 'nsubj').find((child) => isOfWhose(line, child));
  if (kin !== undefined) return kin;
  const subject = subjectOf(line.sentence, verb);
  if (subject === null) return null;
  if (headOf(line.sentence, subject) === verb) return whoIs(page, line, subject);
  const before = isPassive(line.sentence, verb) ? peopleBefore(page, line, verb) : null;
  return before !== null && before > subject ? before : subject;
}

const ownerOf = (line: Line, limb: number): number | undefined =>
  dependents(line.sentence, limb, 'nmod:poss')[0] ??
  dependents(line.sentence, limb, 'nmod').find((child) => caseOf(line.sentence, child) === 'of');

/** "the admiral, whose daughter was murdered": the tree may make both subjects. */
const isOfWhose = ({ sentence }: Line, token: number): boolean =>
  dependents(sentence, token, 'nmod:poss').some((child) => sentence.tokens[child]?.lower === 'whose');

/** A passive; a form that has an object and no auxiliary is none, whatever the label of its subject. */
const isHarmedSubject = (line: Line, verb: number): boolean =>
  isJoinedToPassive(line, verb) ||
  isCutOff(line, verb) ||
  isTaggedPast(line, verb) ||
  (isPassive(line.sentence, verb) &&
    (dependents(line.sentence, verb, 'obj').every((object) => isBracketed(line, object)) ||
      dependents(line.sentence, verb, 'aux').length > 0));

/** "Five people were hurt when …": a state that the tagger takes for a simple past. */
const isTaggedPast = ({ sentence }: Line, verb: number): boolean =>
  dependents(sentence, verb, 'cop').length > 0 && dependents(sentence, verb, 'obj').length === 0;

/** "Driver killed, identity unknown": what stands behind the mark is no object. */
const isCutOff = (line: Line, verb: number): boolean =>
  line.sentence.tokens[verb + 1]?.pos === 'PUNCT' && isBarePassive(line, verb);

/** "was shot in the head and killed": a form that the tagger takes for a simple past, with nobody of its own on either side. */
function isJoinedToPassive({ sentence }: Line, verb: number): boolean {
  const first = relationOf(sentence, verb) === 'conj' ? headOf(sentence, verb) : null;
  return (
    first !== null &&
    sentence.tokens[verb]?.tag === 'VBD' &&
    sentence.tokens[first]?.tag === 'VBN' &&
    ['nsubj', 'obj', 'aux'].every((own) => dependents(sentence, verb, own).length === 0) &&
    isPassive(sentence, first)
  );
}

/** "35 killed, 37 wounded. (gov)", "8 wounded - medics": whose word it is stands in brackets or behind a dash. */
const isBracketed = (line: Line, token: number): boolean =>
  BEFORE_SOURCE.has(line.sentence.tokens[token - 1]?.text ?? '');
const BEFORE_SOURCE: ReadonlySet<string> = new Set(['(', '-', '–', '—']);

const HIGHEST = 4;

/** "A man who was shot in an attempted robbery died": the people that the clause hangs on. */
function peopleAbove(page: Page, line: Line, verb: number): number | null {
  let at = headOf(line.sentence, verb);
  for (let level = 0; at !== null && level < HIGHEST; level += 1) {
    if (at < verb && standsForPeople(page, line, at)) return at;
    at = headOf(line.sentence, at);
  }
  return null;
}

/** "the wounded soldiers", "soldiers killed in clashes": the noun that the participle stands at. */
function modifiedBy(line: Line, verb: number): number | null {
  const relation = relationOf(line.sentence, verb);
  const tag = line.sentence.tokens[verb]?.tag;
  return (relation === 'amod' || relation === 'acl') && tag !== 'VBG' ? headOf(line.sentence, verb) : null;
}

/** Where the tree shows nobody: who dies stands before the verb, who is harmed after it, or before it where it is passive in form. */
function beside(page: Page, line: Line, verb: number, entry: HarmVerb, shown: number | null): number | null {
  if (entry.suffers) return peopleBefore(page, line, verb) ?? peopleAbove(page, line, verb);
  if (isHarmedSubject(line, verb)) return peopleBefore(page, line, verb);
  // "executed a search warrant": the object is a thing.
  if (shown !== null) return null;
  return peopleAfter(page, line, verb) ?? (readsAsParticiple(page, line, verb) ? peopleBefore(page, line, verb) : null);
}

/** "A man fatally shot on Monday", "Boy shot, injured": a past form with nothing after it that could be its object. */
function readsAsParticiple(page: Page, line: Line, verb: number): boolean {
  const { tokens } = line.sentence;
  const { tag } = tokens[verb] ?? { tag: '' };
  if (tag === 'VBN') return true;
  const before = tokens[verb - 1]?.lower ?? '';
  const next = tokens[verb + 1];
  if (tag !== 'VBD' && tag !== 'NN' && tag !== 'JJ') return false;
  // "Child killed, mother wounded when a shell fell": nobody kills or wounds without an object.
  if (tag === 'VBD' && page.harm.byVerb.get(tokens[verb]?.lemma ?? '')?.measure !== 'hit' && isNoObject(next))
    return true;
  return page.harm.fatally.has(before) || next === undefined || next.text === ',' || page.harm.byState.has(next.lower);
}

const isNoObject = (next: Token | undefined): boolean =>
  next === undefined || ENDS_VERB.has(next.pos) || next.tag.startsWith('W');
const ENDS_VERB: ReadonlySet<string> = new Set(['ADP', 'SCONJ', 'PUNCT', 'CCONJ']);

/** Of whoever is "shot dead" or "fatally wounded" the death is told. */
export function outcomeOf(page: Page, line: Line, word: number, measure: HarmKind): HarmKind {
  if (measure === 'injured') return isFatally(page, line, word) ? 'killed' : 'injured';
  return measure === 'hit' && isFatal(page, line, word) ? 'killed' : measure;
}

const isFatally = ({ harm }: Page, { sentence: { tokens } }: Line, word: number): boolean =>
  [word - 1, word + 1].some((at) => harm.fatally.has(tokens[at]?.lower ?? ''));

/** "fatally shot", "stabbed to death", "shot dead". */
function isFatal(page: Page, line: Line, verb: number): boolean {
  const { tokens } = line.sentence;
  const next = tokens[verb + 1]?.lower ?? '';
  if (page.harm.fatally.has(tokens[verb - 1]?.lower ?? '') || page.harm.fatally.has(next) || page.harm.dead.has(next))
    return true;
  if (next === 'to' && page.harm.death.has(tokens[verb + 2]?.lower ?? '')) return true;
  return dependents(line.sentence, verb).some((child) => {
    const token = tokens[child];
    return (
      token !== undefined &&
      (page.harm.fatally.has(token.lower) ||
        page.harm.dead.has(token.lower) ||
        (page.harm.death.has(token.lemma) && caseOf(line.sentence, child) === 'to'))
    );
  });
}
