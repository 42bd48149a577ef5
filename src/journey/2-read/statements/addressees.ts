/**
 * At whom a statement is directed when its cue names nobody spoken to: who is obliged in what is said, else the first other
 * actor or state named there. A phrase that is no actor ("an immediate end") is nobody spoken to.
 */

import type { ActorName } from '../../../model/actor-name.ts';
import { ARMED } from '../../../model/armed-roles.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty, WordedStatement } from '../../../model/worded-statement.ts';
import type { StateName } from '../actors/state-names.ts';
import { caseOf, conjuncts, dependents, headOf, relationOf, subjectOf } from '../grammar/tree.ts';
import { besideVerb, isGiven } from './beside-verb.ts';
import { bindingWord } from './binding-word.ts';
import { OBLIGES } from './kind.ts';
import { ASKED, type Direction, isAmong, isAskedFor, isOther, isSpeaker, partyOfState } from './other-party.ts';
import { partyAt, partyOf, type StatementPage } from './page.ts';
import { partnerOf, receiversOf, sideAt, sidesOfForces } from './partner.ts';
import { sentenceAt } from './sentence-at.ts';
import { isPassiveCue, partiesAt, speakerToken } from './speaker.ts';

/** Kinds that are directed at someone: asked, threatened, accused, promised something. */
const DIRECTED: ReadonlySet<WordedStatement['kind']> = new Set([
  'demand',
  'warning',
  'appeal',
  'threat',
  'accusation',
  'condemnation',
  'denial',
  'commitment',
]);

export function addresseesOf(page: StatementPage, direction: Direction): readonly StatementParty[] {
  const { kind, isAct, named } = direction;
  if (!DIRECTED.has(kind) && !isAct) return named;
  if (named.some(isEachOther)) return eachOther(page, direction);
  const others = named.filter(
    (party) =>
      party.state !== undefined || isOtherParty(page, direction, party) || isUnknownName(page, direction, party),
  );
  const audience = others.filter((party) => isAudience(page, direction, party));
  const people = others.filter((party) => !audience.includes(party));
  if (people.length > 0) return withBodies(page, direction, people);
  if (named.some(isEverySide)) return named;
  const away = { ...direction, heard: new Set(audience.map(({ mention }) => mention)) };
  const found = directedAt(page, away);
  if (found === null) return named;
  const receivers = receiversOf(page, away).filter(({ span }) => span.start !== found.span.start);
  return withBodies(page, direction, [...audience, ...withJoined(page, away, found), ...receivers]);
}

const isEachOther = ({ text }: StatementParty): boolean => /^(?:each other|one another)$/i.test(text);

/** "A and B blamed each other": those behind the one who is printed as speaker. */
function eachOther(page: StatementPage, { cue, speaker }: Direction): readonly StatementParty[] {
  const token = cue === null ? null : speakerToken(cue);
  const both = token === null || cue === null ? [] : partiesAt(page, cue.sentence, token);
  return both.filter(({ mention, span }) => mention !== speaker?.mention || span.start !== speaker?.span.start);
}

/** "asked both sides", "urged all parties": no actor of a name, and yet those who are spoken to. */
const isEverySide = ({ text }: StatementParty): boolean => SIDES.has(text.toLowerCase().split(/\s+/).at(-1) ?? '');
const SIDES: ReadonlySet<string> = new Set(['sides', 'parties', 'factions', 'belligerents', 'everyone', 'everybody']);

/** The first that holds, the surest first. */
const directedAt = (page: StatementPage, direction: Direction): StatementParty | null =>
  obligedIn(page, direction) ??
  sidesOfForces(page, direction) ??
  besideCue(page, direction) ??
  askedIn(page, direction) ??
  ownerOfSubject(page, direction) ??
  partnerOf(page, direction) ??
  besidePromised(page, direction) ??
  withinNamed(page, direction) ??
  firstOther(page, direction) ??
  behindCue(page, direction) ??
  bodyOf(page, direction);

/** "recognised A and B", "a meeting with A, B and C": whoever is joined to the other party is one too. */
function withJoined(page: StatementPage, direction: Direction, found: StatementParty): readonly StatementParty[] {
  const sentence = sentenceAt(page.parsed, found.span.start);
  if (sentence === undefined) return [found];
  const actor = found.mention === null ? undefined : page.actors[found.mention];
  const head =
    actor?.head ??
    sentence.tokens.findLast(({ start, end }) => start >= found.span.start && end <= found.span.end)?.index;
  const joined = head === undefined ? [] : conjuncts(sentence, head);
  return joined.length === 0
    ? [found]
    : [found, ...joined.flatMap((token) => sideAt(page, direction, sentence, token) ?? [])];
}

/** "told reporters", "complained to the council about …": those named only hear it. */
const isAudience = (page: StatementPage, { kind }: Direction, { mention }: StatementParty): boolean => {
  const actor = mention === null ? undefined : page.actors[mention];
  const sentence = page.parsed.sentences[actor?.sentence ?? -1];
  if (actor === undefined || sentence === undefined) return false;
  return (
    isAmong(page, page.words.audience, actor) || (kind === 'condemnation' && caseOf(sentence, actor.head) === 'to')
  );
};

/** Whom the act itself names beside its verb. */
const besideCue = (page: StatementPage, direction: Direction): StatementParty | null =>
  direction.cue === null || !direction.isAct
    ? null
    : besideVerb(page, direction, direction.cue.sentence, direction.cue.token);

/** "threatened to expel the oil company", "an inquiry into the bank": a body, though nobody is mentioned there. */
function bodyOf(page: StatementPage, direction: Direction): StatementParty | null {
  const asked = askedBodyOf(page, direction);
  if (asked !== null) return asked;
  for (const { start, index, pos, lemma } of direction.content) {
    const sentence = pos === 'NOUN' && page.words.bodies.has(lemma) ? sentenceAt(page.parsed, start) : undefined;
    if (sentence === undefined || /^(?:compound|nsubj)/.test(relationOf(sentence, index))) continue;
    return partyAt(page, sentence, index);
  }
  return null;
}

/** "closed two newspapers", "threw out a team": what the reading asks for. */
function askedBodyOf(page: StatementPage, { cue, root }: Direction): StatementParty | null {
  if (cue === null || root !== '17') return null;
  const { sentence, token, readings } = cue;
  const object = dependents(sentence, token, 'obj')[0];
  const lemma = sentence.tokens[object ?? -1]?.lemma ?? '';
  const isAsked = readings.some(
    ({ cameo, beside }) => cameo?.startsWith('172') && beside.some((group) => group.has(lemma)),
  );
  return object === undefined || !isAsked || NO_BODIES.has(lemma) ? null : partyAt(page, sentence, object);
}
const NO_BODIES: ReadonlySet<string> = new Set(['restriction', 'ban', 'blackout', 'censorship', 'quarantine']);

/** "X's offer was accepted by Y and Z": whose it is, is answered. */
function ownerOfSubject(page: StatementPage, direction: Direction): StatementParty | null {
  const { cue } = direction;
  if (cue === null || !isPassiveCue(cue.sentence, cue.token)) return null;
  const { sentence } = cue;
  const subject = subjectOf(sentence, cue.token);
  const owner = subject === null ? undefined : dependents(sentence, subject, 'nmod:poss')[0];
  return owner === undefined ? null : (sideAt(page, direction, sentence, owner) ?? null);
}

/** Kinds whose content is what the speaker itself will or will not do to somebody. */
const BINDING: ReadonlySet<WordedStatement['kind']> = new Set(['threat', 'commitment', 'denial']);

/** "agreed to provide aid for Norway", "threatened to kill the engineers unless troops left". */
function besidePromised(page: StatementPage, direction: Direction): StatementParty | null {
  const { cue, kind } = direction;
  if (cue === null || !BINDING.has(kind)) return null;
  const { sentence, token } = cue;
  const verb = ['xcomp', 'ccomp'].flatMap((relation) => dependents(sentence, token, relation))[0];
  return verb === undefined || sentence.tokens[verb]?.pos !== 'VERB'
    ? null
    : besideVerb(page, direction, sentence, verb);
}

/** "expelled inspectors of the agency": the body that people belong to is a party with them. */
function withBodies(
  page: StatementPage,
  direction: Direction,
  parties: readonly StatementParty[],
): readonly StatementParty[] {
  const bodies = parties.flatMap(({ mention }) => {
    const actor = mention === null ? undefined : page.actors[mention];
    const owner = actor === undefined || actor.kind === 'organisation' ? null : actor.owner;
    if (owner === null || owner.affiliation === null) return [];
    const { start, end } = owner;
    return [
      { mention: null, state: owner.affiliation, span: { start, end }, text: page.parsed.text.slice(start, end) },
    ];
  });
  const behind = parties.flatMap((party) => bodyBehind(page, direction, party));
  const speaks = direction.speaker?.mention == null ? null : page.actors[direction.speaker.mention]?.affiliation;
  return [...parties, ...bodies.filter(({ state }) => state !== speaks), ...behind];
}

const OF_STATE: ReadonlySet<ActorName['role']> = new Set(['state', 'military', 'police', 'political']);

/** "a delegation from the council", "two generals in Norway": the body or state that they are told to be of. */
function bodyBehind(page: StatementPage, direction: Direction, { mention }: StatementParty): StatementParty[] {
  const actor = mention === null ? undefined : page.actors[mention];
  const sentence = page.parsed.sentences[actor?.sentence ?? -1];
  const mark = (actor?.lastToken ?? -1) + 1;
  const word = sentence?.tokens[mark]?.lower;
  if (actor === undefined || sentence === undefined || (word !== 'from' && word !== 'in')) return [];
  // "the departure of soldiers from a camp": forces leave places, envoys come from bodies.
  if (word === 'in' ? !OF_STATE.has(actor.role) : ARMED.has(actor.role)) return [];
  const noun = headOf(sentence, mark);
  const body = (page.mentions.get(sentence.index) ?? []).find(({ head }) => head === noun);
  if (body !== undefined) return body.kind === 'organisation' && isOther(page, direction, body) ? [partyOf(body)] : [];
  const state = (page.states.get(sentence.index) ?? []).find(({ lastToken }) => lastToken === noun);
  return state === undefined ? [] : [partyOfState(state)];
}

/** "Olsen was urged to resign": a name that nothing else is known of is spoken to all the same. */
const isUnknownName = ({ parsed }: StatementPage, { kind }: Direction, { mention, span }: StatementParty): boolean => {
  if (mention !== null || !ASKED.has(kind)) return false;
  const words = sentenceAt(parsed, span.start)?.tokens.filter(
    ({ start, end }) => start >= span.start && end <= span.end,
  );
  return words !== undefined && words.length > 0 && words.every(({ pos }) => pos === 'PROPN');
};

const isOtherParty = (page: StatementPage, direction: Direction, { mention }: StatementParty): boolean =>
  mention !== null &&
  !isSpeaker(page, direction, page.actors[mention]) &&
  !isAskedFor(page, direction, page.actors[mention]);

/** "Ankara must stop", "the council needs to understand": the one obliged is the one spoken to. */
function obligedIn(page: StatementPage, { content, parts }: Direction): StatementParty | null {
  const modal = content.find((token) => OBLIGES.has(token.lower));
  const sentence = modal === undefined ? undefined : sentenceAt(page.parsed, modal.start);
  const from = parts[0]?.start ?? 0;
  if (modal === undefined || sentence === undefined) return null;
  const obliged = (page.mentions.get(sentence.index) ?? []).find(
    (mention) => mention.lastToken === modal.index - 1 && mention.start >= from && mention.form !== 'pronoun',
  );
  return obliged === undefined ? null : partyOf(obliged);
}

/** "demanded that the council reopen the road": the subject of what is asked. */
function askedIn(page: StatementPage, direction: Direction): StatementParty | null {
  const [first] = direction.content;
  const sentence = first === undefined || !ASKED.has(direction.kind) ? undefined : sentenceAt(page.parsed, first.start);
  if (sentence === undefined) return null;
  const subject = direction.content.find((token) => relationOf(sentence, token.index).startsWith('nsubj'));
  if (subject === undefined) return null;
  const mention = (page.mentions.get(sentence.index) ?? []).find(({ head }) => head === subject.index);
  return mention === undefined || !isOther(page, direction, mention) ? null : partyOf(mention);
}

/** "demanded a meeting of the council", "an admission by Ankara": who stands inside the phrase that the cue takes. */
function withinNamed(page: StatementPage, direction: Direction): StatementParty | null {
  for (const { mention, span } of direction.named) {
    const found = mention === null ? firstIn(page, direction, span, true) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The first actor or state in what is said who is not the speaker; someone known before someone only described. */
function firstOther(page: StatementPage, direction: Direction): StatementParty | null {
  for (const part of direction.parts) {
    const found = firstIn(page, direction, part, false);
    if (found !== null) return found;
  }
  return null;
}

/** "issued a reminder to Iraq", "denounced as a crime …": behind the cue and outside the content. */
function behindCue(page: StatementPage, direction: Direction): StatementParty | null {
  const { cueEnd } = direction;
  const sentence = cueEnd === null ? undefined : sentenceAt(page.parsed, cueEnd);
  return cueEnd === null || sentence === undefined
    ? null
    : firstIn(page, direction, { start: cueEnd, end: sentence.end }, true);
}

function firstIn(page: StatementPage, direction: Direction, part: Span, isOutside: boolean): StatementParty | null {
  let unlikely: StatementParty | null = null;
  const bound = boundIn(page, direction);
  for (let index = sentenceAt(page.parsed, part.start)?.index ?? 0; ; index++) {
    const sentence = page.parsed.sentences[index];
    if (sentence === undefined || sentence.start >= part.end) return unlikely;
    for (const each of inOrder(page.mentions.get(index) ?? [], page.states.get(index) ?? [])) {
      // Who promises is not promised to.
      if (each.start < part.start || each.end > part.end || each.lastToken < bound) continue;
      if (!('state' in each) && !isOther(page, direction, each)) continue;
      if (!('state' in each) && isGiven(sentence, each.head)) continue;
      // Another's subject behind the content speaks or acts on its own.
      if (isOutside && !('state' in each) && relationOf(sentence, each.head).startsWith('nsubj')) continue;
      const party = 'state' in each ? partyOfState(each) : partyOf(each);
      if (isLikely(each, sentence)) return party;
      unlikely ??= party;
    }
  }
}

const WHEREABOUTS = new Set(['in', 'at', 'near', 'inside', 'across', 'around']);
const NOBODY: ReadonlySet<ActorName['role']> = new Set(['unknown', 'civilian', 'person']);

/** A name, a body or a force, or a state that is not only where something is. */
function isLikely(each: ActorName | StateName, sentence: Sentence): boolean {
  if ('state' in each) return !WHEREABOUTS.has(sentence.tokens[each.firstToken - 1]?.lower ?? '');
  return (each.actor ?? each.affiliation) !== null || each.form === 'name' || !NOBODY.has(each.role);
}

/** The token that binds the subject of a promise or threat ("it will", "is ready to"); whoever stands before it is the one bound. */
function boundIn({ words }: StatementPage, { kind, content }: Direction): number {
  if (kind !== 'commitment' && kind !== 'threat' && kind !== 'denial') return -1;
  return content[bindingWord(content, words)]?.index ?? -1;
}

function inOrder(mentions: readonly ActorName[], states: readonly StateName[]): (ActorName | StateName)[] {
  return states.length === 0 ? [...mentions] : [...mentions, ...states].sort((a, b) => a.start - b.start);
}
