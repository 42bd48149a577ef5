/**
 * Who or what stands at a noun: an actor mention, an object of the lexicon, or a bare noun phrase; with its conjuncts and
 * the alternatives of "A or B".
 */
import type { ActorName } from '../../../model/actor-name.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { stateOf } from '../actors/state-names.ts';
import { caseOf, conjuncts, dependents, nounPhrase, relationOf } from '../grammar/tree.ts';
import { personGroup } from '../quantities/counted-noun.ts';
import type { Line, Page } from './page.ts';
import { isDoubtful, isThoseIn, nameAt, nounAsPeople, type Slot, stateAt, thingAt } from './phrase-participants.ts';

const PRONOUNS = new Set(['PRON', 'DET']);

const SLOTS: readonly Slot[] = ['doer', 'sufferer', 'hit', 'party'];

/**
 * All participants at `token`, its conjuncts included; empty where nobody and nothing stands there. Worked out once: every
 * trigger of a sentence, and each of its readings, asks for the same.
 */
export function participantsAt(page: Page, line: Line, token: number, slot: Slot): readonly WordedParticipant[] {
  const place = token * SLOTS.length + SLOTS.indexOf(slot);
  const known = line.participants.get(place);
  if (known !== undefined) return known;
  const found = allAt(page, line, token, slot);
  line.participants.set(place, found);
  return found;
}

function allAt(page: Page, line: Line, token: number, slot: Slot): WordedParticipant[] {
  const at = line.actors.has(token) ? token : (line.strayHeads.get(token) ?? namedBeforeTime(line, token) ?? token);
  const heads = withOthers(at, conjuncts(line.sentence, token), included(line, token));
  const alternatives = heads.length > 1 && joinedByOr(line, heads);
  const found: WordedParticipant[] = [];
  for (const head of heads) {
    const states = slot === 'doer' || slot === 'party' ? severalStates(page, line, head) : [];
    if (states.length > 0) {
      found.push(...states);
      continue;
    }
    const participant = participantAt(page, line, head, slot);
    if (
      participant === null ||
      found.some((other) => other.sentence === participant.sentence && other.token === participant.token)
    )
      continue;
    found.push(alternatives ? { ...participant, either: 0 } : participant);
  }
  return found;
}

/** Most stand alone. */
const withOthers = (at: number, joined: readonly number[], parts: readonly number[]): readonly number[] =>
  joined.length === 0 && parts.length === 0 ? [at] : [at, ...joined, ...parts];

/** "Syrian or Russian aircraft": one culprit of two; "Syrian and Russian aircraft": both; each with its own state. */
function severalStates(page: Page, line: Line, head: number): WordedParticipant[] {
  const { tokens } = line.sentence;
  const phrase = nounPhrase(line.sentence, head);
  const adjectives: number[] = [];
  let or = false;
  let and = false;
  for (let index = phrase.first; index < head; index += 1) {
    if (line.adjectives.has(index)) adjectives.push(index);
    if (line.grammar.alternative.has(tokens[index]?.lower ?? '')) or = true;
    if (tokens[index]?.lower === 'and') and = true;
  }
  const noun = tokens[head];
  if ((!or && !and) || adjectives.length < 2 || noun === undefined) return [];
  const whole = participantAt(page, line, head, 'doer');
  return adjectives.flatMap((index) => {
    const adjective = tokens[index];
    const state = line.adjectives.get(index);
    if (whole === null || adjective === undefined || state === undefined) return [];
    const spans = [
      { start: adjective.start, end: adjective.end },
      { start: noun.start, end: noun.end },
    ];
    return [
      {
        ...whole,
        name: `${adjective.text} ${noun.text}`,
        mention: null,
        actor: state,
        either: or ? 0 : null,
        token: index,
        spans,
      },
    ];
  });
}

/** "Norway today accepted": the parser takes the day for the subject, with the name before it as its modifier. */
function namedBeforeTime(line: Line, token: number): number | undefined {
  if (!line.timeAt.has(token)) return undefined;
  return dependents(line.sentence, token, 'compound').find((child) => line.actors.has(child));
}

function joinedByOr(line: Line, heads: readonly number[]): boolean {
  return heads.some((head) =>
    dependents(line.sentence, head, 'cc').some((cc) =>
      line.grammar.alternative.has(line.sentence.tokens[cc]?.lower ?? ''),
    ),
  );
}

/** "thousands of students", "crowds of thousands of students": the people and not their number. */
function counted(page: Page, line: Line, token: number): number {
  let at = token;
  for (let steps = 0; steps < 3 && !line.actors.has(at); steps += 1) {
    const { lemma = '', pos } = line.sentence.tokens[at] ?? {};
    // "five of the militiamen"
    const isNumber = pos === 'NUM';
    if (!isNumber && !line.grammar.counting.has(lemma)) return token;
    const next = dependents(line.sentence, at, 'nmod').find(
      (child) => child > at && (!isNumber || caseOf(line.sentence, child) === 'of'),
    );
    if (next === undefined) return token;
    at = next;
  }
  return line.actors.has(at) || isPeopleByName(page, line, at) ? at : token;
}

/** "20 people, including five children": the named part is a participant of its own. */
function included(line: Line, token: number): readonly number[] {
  const children = dependents(line.sentence, token);
  const isIncluded = (child: number): boolean =>
    dependents(line.sentence, child, 'case').some((mark) =>
      line.grammar.including.has(line.sentence.tokens[mark]?.lower ?? ''),
    );
  return children.some(isIncluded) ? children.filter(isIncluded) : NONE;
}

const NONE: readonly number[] = [];

function participantAt(page: Page, line: Line, at: number, slot: Slot): WordedParticipant | null {
  const token = counted(page, line, at);
  if (slot === 'party') return partyAt(page, line, token);
  const actor = line.actors.get(token);
  const built = line.objects.get(token);
  // "The embassy", "a camp for the displaced": where something is hit, the place and not the body that it houses.
  if (
    actor !== undefined &&
    built !== undefined &&
    slot === 'hit' &&
    actor.form === 'description' &&
    actor.kind === 'organisation'
  )
    return thingAt(line, token, built.entry.id, built.entry.protected);
  if (actor !== undefined) return isOfBody(line, token) ? null : actorAt(page, line, token, slot);
  const state = line.adjectives.get(token);
  if (state !== undefined && slot === 'doer') return stateAt(page, line, token, state);
  const head = line.sentence.tokens[token];
  if (slot !== 'doer' && isThoseIn(line.sentence, token)) return nounAsPeople(line, token);
  if (head === undefined || PRONOUNS.has(head.pos) || head.pos === 'NUM' || head.pos === 'VERB' || head.pos === 'PUNCT')
    return null;
  const place = line.placeAt.get(token);
  if (line.timeAt.has(token)) return null;
  const object = line.objects.get(token);
  if (object !== undefined) return thingAt(line, token, object.entry.id, object.entry.protected);
  const weapon = line.weapons.get(token);
  if (weapon !== undefined)
    return slot === 'doer' && weapon.entry.carrier ? thingAt(line, token, weapon.entry.id, false) : null;
  // "Kurds rallied in the square": a people, and no place.
  if (slot === 'doer' && isPeopleByName(page, line, token)) return nounAsPeople(line, token);
  if (place !== undefined)
    return slot === 'hit' && page.places[place]?.use !== 'embedded'
      ? thingAt(line, token, 'civilian_area', true)
      : null;
  if (head.pos === 'PROPN') return isInsideName(line, token) ? null : nameAt(line, token, slot);
  // "Thousands rallied in Oslo".
  if (slot === 'doer' && head.tag === 'NNS' && line.grammar.counting.has(head.lemma)) return nounAsPeople(line, token);
  if (head.pos !== 'NOUN' || line.grammar.abstract.has(head.lemma)) return null;
  return slot === 'hit' ? thingAt(line, token, null, false) : null;
}

/** "Kurds", "the Palestinians": those of a nation, where no list of actors has them. */
const isPeopleByName = (page: Page, line: Line, token: number): boolean => {
  const word = line.sentence.tokens[token];
  return word?.tag.endsWith('S') === true && word.text !== word.lower && personGroup(word, page.people) !== null;
};

/** "shot in the head": a part of the body, and no leader. */
const isOfBody = (line: Line, token: number): boolean =>
  line.actors.get(token)?.form === 'description' &&
  line.grammar.abstract.has(line.sentence.tokens[token]?.lemma ?? '') &&
  IN_BODY.has(caseOf(line.sentence, token));
const IN_BODY: ReadonlySet<string> = new Set(['in', 'to']);

/** Someone named, or a state whose name stands where its government is meant ("a visit to X", "aid to X"). */
function partyAt(page: Page, line: Line, token: number): WordedParticipant | null {
  const actor = line.actors.get(token);
  if (actor !== undefined) return actor.kind === 'object' ? null : actorAt(page, line, token, 'doer');
  const place = page.places[line.placeAt.get(token) ?? -1];
  if (isThoseIn(line.sentence, token)) return nounAsPeople(line, token);
  if (place === undefined || place.use === 'embedded')
    return place === undefined ? (ownerAt(page, line, token) ?? stateAround(page, line, token)) : null;
  const state = stateOf(place.text, page.register);
  // "withdrew from Gao in Mali".
  if (state === null) return stateAround(page, line, token);
  const participant = stateAt(page, line, token, state);
  return participant === null ? null : { ...participant, actor: state };
}

/** Words behind which the state stands that holds a place or lies beside it. */
const AROUND: ReadonlySet<string> = new Set(['in', 'near', 'off', 'inside']);

/** "from a border post in Chad", "into the airspace near Norway": the state that is left, entered or approached. */
function stateAround(page: Page, line: Line, token: number): WordedParticipant | null {
  for (const child of dependents(line.sentence, token, 'nmod')) {
    if (!AROUND.has(caseOf(line.sentence, child)) || !line.placeAt.has(child)) continue;
    const found = partyAt(page, line, child);
    if (found !== null) return found;
  }
  return null;
}

const OWNED_BY: ReadonlySet<string> = new Set(['by', 'of']);
const SHARED_WITH: ReadonlySet<string> = new Set(['with']);

/** "against Sweden's decision", "to the coast of Norway", "on the border with Sweden", "over the policy of the council": whose it is stands for it. */
function ownerAt(page: Page, line: Line, token: number): WordedParticipant | null {
  const marks = line.grammar.shared.has(line.sentence.tokens[token]?.lemma ?? '') ? SHARED_WITH : OWNED_BY;
  const owner = dependents(line.sentence, token).find(
    (child) =>
      (relationOf(line.sentence, child) === 'nmod:poss' || marks.has(caseOf(line.sentence, child))) &&
      (line.actors.has(child) || line.placeAt.has(child)),
  );
  return owner === undefined ? null : partyAt(page, line, owner);
}

function actorAt(page: Page, line: Line, token: number, slot: Slot): WordedParticipant | null {
  const mention = line.actors.get(token);
  if (mention === undefined) return null;
  if (mention.metonym && slot === 'sufferer') return null;
  const standing = page.actors[page.chains.representative[mention.id] ?? mention.id] ?? mention;
  if (slot === 'hit' && isReflexive(line, token)) return null;
  const worded = mention.form === 'pronoun' ? standing : mention;
  if (worded.form === 'pronoun') return null;
  if (slot === 'doer' && isNobody(line, mention)) return null;
  const object = line.objects.get(token);
  return {
    name: bare(line, worded.text),
    kind: isUnnamedBand(worded, standing, page) ? 'group_of_people' : worded.kind,
    mention: worded.id,
    role: worded.role,
    actor: null,
    object: worded.object ?? (worded.kind === 'object' ? (object?.entry.id ?? null) : null),
    protected: worded.protected,
    damage: null,
    attribution: slot === 'doer' && isDoubtful(line, worded.text.split(/\s+/)) ? 'suspected' : 'stated',
    either: null,
    subset: worded.subset,
    head: lastWord(worded.name ?? worded.text, line.sentence.tokens[token]?.lemma ?? ''),
    sentence: mention.sentence,
    token,
    spans: [{ start: mention.start, end: mention.end }],
  };
}

/** "No group has claimed it": whoever is meant, it is none of them. */
const isNobody = ({ sentence, grammar }: Line, { firstToken }: ActorName): boolean =>
  grammar.nobody.has(sentence.tokens[firstToken]?.lower ?? '');

/** "an armed group", "rebel columns": a band without a name is some people, and no organisation that one could write to. */
function isUnnamedBand(
  { kind, form, role, sentence, firstToken }: ActorName,
  standing: ActorName,
  page: Page,
): boolean {
  if (kind !== 'organisation' || form !== 'description' || standing.form === 'name' || !BANDS.has(role)) return false;
  const first = page.parsed.sentences[sentence]?.tokens[firstToken];
  return first !== undefined && !page.grammar.definite.has(first.lower) && first.tag !== 'PRP$';
}
const BANDS: ReadonlySet<ActorName['role']> = new Set(['non_state_armed_group', 'militia', 'unknown']);

/** "blew himself up": who did it is no target of his own act. */
const isReflexive = (line: Line, token: number): boolean =>
  line.sentence.tokens[token]?.pos === 'PRON' && /sel(?:f|ves)$/.test(line.sentence.tokens[token]?.lower ?? '');

/** For a name its last word; for a description the lemma of its head. */
const lastWord = (name: string, lemma: string): string =>
  lemma !== '' ? lemma : (name.toLowerCase().split(/\s+/).at(-1) ?? '');

/** With single spaces, and without an article in front. */
const bare = (line: Line, text: string): string => {
  const words = /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
  const cut = words.indexOf(' ');
  return cut !== -1 && line.grammar.leading.has(words.slice(0, cut).toLowerCase()) ? words.slice(cut + 1) : words;
};

/** A word in the middle of an actor's wording ("Islamic State fighters") is nobody by itself. */
const isInsideName = (line: Line, token: number): boolean =>
  [...line.actors.values()].some(
    ({ firstToken, lastToken, head }) => head !== token && firstToken <= token && token <= lastToken,
  );
