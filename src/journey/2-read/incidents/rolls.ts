/**
 * Those whom another sentence names: "The dead were identified as Ana Mora and Omar Haddad", "Among the wounded are …", "Their names
 * are …", "One of them is …". They took part in the act where the people told without a name did.
 */
import type { ActorName } from '../../../model/actor-name.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { subjectOf } from '../grammar/tree.ts';
import type { Candidate, EventMention, FillerSlot } from './event-mention.ts';
import type { Line, Page } from './page.ts';
import { isBareHarm } from './pair-features.ts';
import { participantsAt } from './participants.ts';
import { keyOf } from './standing.ts';

/** Whom a roll names, and by what words they were told of before. */
interface Roll {
  readonly line: Line;
  /** First token behind the cue. */
  readonly from: number;
  /** The people or pronoun that are named; null where words like "the dead" stand, or "the other". */
  readonly told: ActorName | null;
  /** "Their names are": of whom a pronoun tells. */
  readonly isTheirs: boolean;
}

/** Where those named stand in an act told before. */
interface Place {
  readonly act: EventMention;
  readonly slot: FillerSlot;
  readonly attribution: WordedParticipant['attribution'];
  /** Log-odds that one who is named so took part. */
  readonly score: number;
}

/** The least such log-odds. */
const NAMED = 1;

/** Sentences between the act and the names at most. */
const REACH = 8;

export function withThoseNamed(page: Page, mentions: readonly EventMention[]): readonly EventMention[] {
  const added = new Map<EventMention, Candidate[]>();
  for (const line of page.lines) {
    if (line.actors.size === 0 || line.sentence.kind === 'furniture') continue;
    const roll = rollOf(page, line);
    if (roll === null) continue;
    const place = placeOf(page, mentions, roll);
    if (place === null) continue;
    const named = peopleFrom(page, roll, place).map((participant) => asCandidate(place, participant));
    added.set(place.act, [...(added.get(place.act) ?? []), ...named]);
  }
  if (added.size === 0) return mentions;
  return mentions.map((mention) => withCandidates(mention, added.get(mention) ?? []));
}

const asCandidate = ({ slot, score }: Place, participant: WordedParticipant): Candidate => ({
  slot,
  participant,
  inFrame: true,
  tell: (marks) => marks.mark('named-later'),
  score,
});

function withCandidates(mention: EventMention, more: readonly Candidate[]): EventMention {
  if (more.length === 0) return mention;
  const of = (slot: FillerSlot): WordedParticipant[] =>
    more.filter((one) => one.slot === slot).map(({ participant }) => participant);
  return {
    ...mention,
    perpetrators: [...mention.perpetrators, ...of('doer')],
    targets: [...mention.targets, ...of('hit')],
    candidates: [...mention.candidates, ...more],
    allCandidates: () => [...mention.allCandidates(), ...more],
  };
}

/** How many tokens a cue may spread over ("identified by the police as", "among the many wounded there are"). */
const SPREAD = 5;

function rollOf(page: Page, line: Line): Roll | null {
  const { tokens } = line.sentence;
  const { grammar } = line;
  for (const { index, lower } of tokens) {
    if (grammar.identifies.has(lower)) {
      const as = behind(line, index, (word) => word === 'as');
      const told = namedSubject(page, line, index);
      const isOfHarmed = tokens
        .slice(Math.max(0, index - SPREAD), index)
        .some((one) => grammar.stricken.has(one.lower));
      if (as !== null && (told !== null || isOfHarmed)) return { line, from: as + 1, told, isTheirs: false };
    }
    const isAmong = lower === 'among';
    const isOne = lower === 'one' && tokens[index + 1]?.lower === 'of';
    if (isAmong || (isOne && index === 0)) {
      const people = behind(line, index, (word) => grammar.stricken.has(word) || word === 'them');
      const verb = people === null ? null : behind(line, people, (word) => grammar.lists.has(word));
      if (people !== null && verb !== null && isNamedAt(page, line, verb + 1))
        return { line, from: verb + 1, told: actorAt(page, line, people), isTheirs: tokens[people]?.lower === 'them' };
    }
    const isListed = grammar.stricken.has(lower) || grammar.names.has(lower);
    if (isListed && index <= 2 && grammar.lists.has(tokens[index + 1]?.lower ?? '') && isNamedAt(page, line, index + 2))
      return { line, from: index + 2, told: lastBefore(page, line, index), isTheirs: grammar.names.has(lower) };
  }
  return null;
}

/** Index of the next word of a kind, a few tokens on. */
function behind({ sentence: { tokens } }: Line, from: number, is: (word: string) => boolean): number | null {
  for (let at = from + 1; at <= from + SPREAD && at < tokens.length; at += 1)
    if (is(tokens[at]?.lower ?? '')) return at;
  return null;
}

const actorAt = (page: Page, { actors }: Line, token: number): ActorName | null => {
  const id = actors.get(token)?.id;
  return id === undefined ? null : (page.actors[id] ?? null);
};

/** "The men who took part in the theft were identified as": whom the tree gives to the verb, else who stands right before it. */
function namedSubject(page: Page, line: Line, verb: number): ActorName | null {
  const subject = line.sentence.tree === null ? null : subjectOf(line.sentence, verb);
  const actor = subject === null ? null : actorAt(page, line, subject);
  return actor !== null && isPeople(actor) ? actor : lastBefore(page, line, verb);
}

/** The people told of nearest before a cue. */
function lastBefore(page: Page, line: Line, token: number): ActorName | null {
  for (let at = token; at >= Math.max(0, token - SPREAD); at -= 1) {
    const actor = actorAt(page, line, at);
    if (actor !== null && isPeople(actor) && actor.form !== 'name') return actor;
  }
  return null;
}

const isPeople = ({ kind }: ActorName): boolean => kind === 'person' || kind === 'group_of_people';

const isName = ({ kind, form }: ActorName): boolean => kind === 'person' && form === 'name';

/** "Among the wounded are three nurses" names nobody. */
const isNamedAt = (page: Page, line: Line, from: number): boolean =>
  [...line.actors.values()].some(({ id, firstToken }) => {
    const actor = page.actors[id];
    return actor !== undefined && isName(actor) && firstToken >= from && firstToken <= from + 1;
  });

/** The latest act in which those who are named took part, or, where only words like "the dead" stand, which may have harmed people. */
function placeOf(page: Page, mentions: readonly EventMention[], { line, told, isTheirs }: Roll): Place | null {
  const near = mentions
    .filter(
      ({ sentence, aggregate, modality, type }) =>
        sentence <= line.sentence.index &&
        line.sentence.index - sentence <= REACH &&
        !aggregate &&
        (modality === 'asserted' || modality === 'alleged') &&
        page.words.types.get(type)?.violent === true,
    )
    .reverse();
  const known = told === null ? null : placeOfKnown(page, near, told);
  if (isTheirs || told?.form === 'pronoun') return placeOfPronoun(near, known);
  if (known !== null) return known;
  const isOpen = told === null || isAnyVictim(line, told);
  // Behind "the dead" stands the act itself rather than what came of it.
  const acts = near.filter((act) => !isBareHarm(act));
  const act = isOpen ? (acts.find(hasPeopleHit) ?? acts[0] ?? near[0]) : undefined;
  return act === undefined ? null : { act, slot: 'hit', attribution: 'stated', score: NAMED };
}

/** Where the report tells of the same people before; doers by name are those whom somebody holds to be them. */
function placeOfKnown(page: Page, near: readonly EventMention[], told: ActorName): Place | null {
  for (const act of near)
    for (const { slot, inFrame, score, participant } of act.candidates)
      if (inFrame && score > 0 && isOf(page, participant, told) && (slot === 'hit' || act.sentence < told.sentence))
        return { act, slot, attribution: slot === 'doer' ? 'suspected' : 'stated', score: Math.max(score, NAMED) };
  return null;
}

/**
 * "They were identified as …": of doers and of several who were hit the pronoun is held for these, so that nobody is blamed by it;
 * those who are only suspected are named by it where nobody else is meant.
 */
function placeOfPronoun(near: readonly EventMention[], known: Place | null): Place | null {
  if (known?.slot === 'hit') return known;
  const act = known === null ? near.find(hasSeveralHit) : hasSeveralHit(known.act) ? known.act : undefined;
  if (act !== undefined) return { act, slot: 'hit', attribution: 'stated', score: NAMED };
  return known?.attribution === 'suspected' ? known : suspectedIn(near);
}

function suspectedIn(near: readonly EventMention[]): Place | null {
  const act = near.find(({ perpetrators }) =>
    perpetrators.some(({ kind, attribution }) => kind === 'group_of_people' && attribution === 'suspected'),
  );
  return act === undefined ? null : { act, slot: 'doer', attribution: 'suspected', score: NAMED };
}

const hasPeopleHit = ({ targets, harm }: EventMention): boolean =>
  harm.length > 0 || targets.some(({ kind }) => kind !== 'object');

const hasSeveralHit = ({ targets }: EventMention): boolean => targets.some(({ kind }) => kind === 'group_of_people');

/** "the two men … the men": one chain, or one noun. */
function isOf(page: Page, participant: WordedParticipant, told: ActorName): boolean {
  if (participant.kind === 'object') return false;
  if (participant.mention !== null && chainOf(page, participant.mention) === chainOf(page, told.id)) return true;
  return (
    told.form === 'description' && participant.head === page.parsed.sentences[told.sentence]?.tokens[told.head]?.lemma
  );
}

const chainOf = (page: Page, id: number): number => page.chains.representative[id] ?? id;

const isAnyVictim = ({ grammar, sentence: { tokens } }: Line, { firstToken, lastToken }: ActorName): boolean =>
  tokens.slice(firstToken, lastToken + 1).some(({ lower }) => grammar.stricken.has(lower));

/** Between two names of one roll there is a comma, a semicolon or "and", an age or a trade, and no verb. */
const GAP = 12;

function peopleFrom(page: Page, { line, from }: Roll, { act, slot, attribution }: Place): WordedParticipant[] {
  const { tokens } = line.sentence;
  const known = new Set(act.candidates.filter((one) => one.inFrame).map(({ participant }) => keyOf(page, participant)));
  const found: WordedParticipant[] = [];
  let end = from;
  for (const { id, firstToken, lastToken, head } of [...line.actors.values()].sort(
    (a, b) => a.firstToken - b.firstToken,
  )) {
    const actor = page.actors[id];
    if (actor === undefined || firstToken < end || !isName(actor)) continue;
    const between = tokens.slice(end, firstToken);
    if (between.length > GAP || (found.length > 0 && !between.some(({ text }) => JOINS.has(text.toLowerCase())))) break;
    const one = participantsAt(page, line, head, slot === 'doer' ? 'doer' : 'sufferer').find(
      ({ mention }) => mention === id,
    );
    if (one !== undefined && !known.has(keyOf(page, one))) found.push({ ...one, attribution });
    end = lastToken + 1;
  }
  return found;
}

const JOINS: ReadonlySet<string> = new Set([',', ';', 'and']);
