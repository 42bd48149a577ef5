/**
 * At whom a statement is directed when its cue names nobody spoken to: who is obliged in what is said, else the first other
 * actor or state named there. A phrase that is no actor ("an immediate end") is nobody spoken to.
 */
import type { ActorName } from '../../../model/actor-name.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty, WordedStatement } from '../../../model/worded-statement.ts';
import type { StateName } from '../actors/state-names.ts';
import { caseOf, dependents, headOf, isRelation, relationOf } from '../grammar/tree.ts';
import type { Cue } from './cue.ts';
import { bindingWord, OBLIGES } from './kind.ts';
import { partyOf, type StatementPage } from './page.ts';
import { sentenceAt } from './sentence-at.ts';

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
/** Kinds in which who is to act is the subject of what is said. */
const ASKED: ReadonlySet<WordedStatement['kind']> = new Set(['demand', 'appeal']);

export interface Direction {
  readonly kind: WordedStatement['kind'];
  /** The act itself has a code: a decision, praise, a lifted ban. */
  readonly isAct: boolean;
  readonly speaker: StatementParty | null;
  /** Those that the cue names, as worded. */
  readonly named: readonly StatementParty[];
  readonly parts: readonly Span[];
  readonly content: readonly Token[];
  readonly cue: Cue | null;
  /** Where the cue ends; what stands behind it in its sentence may name the other party too. */
  readonly cueEnd: number | null;
}

export function addresseesOf(page: StatementPage, direction: Direction): readonly StatementParty[] {
  const { kind, isAct, named } = direction;
  if (!DIRECTED.has(kind) && !isAct) return named;
  const people = named.filter((party) => party.state !== undefined || isOtherParty(page, direction, party));
  if (people.length > 0) return withBodies(page, direction, people);
  const found =
    obligedIn(page, direction) ??
    askedIn(page, direction) ??
    besideCue(page, direction) ??
    withinNamed(page, direction) ??
    firstOther(page, direction) ??
    behindCue(page, direction);
  return found === null ? named : withBodies(page, direction, [found]);
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
  const speaks = direction.speaker?.mention == null ? null : page.actors[direction.speaker.mention]?.affiliation;
  return [...parties, ...bodies.filter(({ state }) => state !== speaks)];
}

/** Before whom an act is done: "granted asylum to", "imposed a ban on"; these name the other party before the object does. */
const TO_WHOM: ReadonlySet<string> = new Set(['to', 'with', 'against', 'on', 'upon']);
/** "demanded an apology from", "an admission by". */
const FROM_WHOM: ReadonlySet<string> = new Set(['from', 'by', 'for', 'between']);

/** Whom the tree puts beside the cue or beside what it takes: nearer to it than whoever else is named. */
function besideCue(page: StatementPage, direction: Direction): StatementParty | null {
  const { cue, isAct } = direction;
  if (cue === null || !isAct) return null;
  const { sentence, token } = cue;
  // "allowed the observers to enter": whom it befalls is the subject of what is allowed.
  const allowed = ['ccomp', 'xcomp'].flatMap((relation) =>
    dependents(sentence, token, relation).flatMap((clause) => dependents(sentence, clause, 'nsubj')),
  );
  const objects = [...dependents(sentence, token, 'obj'), ...allowed];
  const beside = [...dependents(sentence, token), ...objects.flatMap((object) => dependents(sentence, object))]
    .filter((child) => child > token)
    .sort((a, b) => a - b);
  const marked = (marks: ReadonlySet<string>): number[] => beside.filter((child) => marks.has(caseOf(sentence, child)));
  const given = beside.filter((child) => isRelation(relationOf(sentence, child), 'iobj'));
  for (const child of [...given, ...marked(TO_WHOM), ...objects, ...marked(FROM_WHOM)]) {
    const mention = (page.mentions.get(sentence.index) ?? []).find(({ head }) => head === child);
    if (mention !== undefined && isOther(page, direction, mention)) return partyOf(mention);
    const state = (page.states.get(sentence.index) ?? []).find(({ lastToken }) => lastToken === child);
    if (state !== undefined) return partyOfState(state);
  }
  return null;
}

const isOtherParty = (page: StatementPage, direction: Direction, { mention }: StatementParty): boolean =>
  mention !== null && !isSpeaker(page, direction, page.actors[mention]);

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
  const bound = boundIn(direction);
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

/** Verbs whose object is moved or handed over. */
const GIVES = new Set(
  'send contribute provide deploy withdraw dispatch supply deliver return evacuate offer commit transfer station pull'.split(
    ' ',
  ),
);

/** "will send 400 troops to Chad": what is given is not given to. */
const isGiven = (sentence: Sentence, head: number): boolean =>
  relationOf(sentence, head) === 'obj' && GIVES.has(sentence.tokens[headOf(sentence, head) ?? -1]?.lemma ?? '');

const partyOfState = ({ state, start, end, text }: StateName): StatementParty => ({
  mention: null,
  state,
  span: { start, end },
  text,
});

const WHEREABOUTS = new Set(['in', 'at', 'near', 'inside', 'across', 'around']);
const NOBODY: ReadonlySet<ActorName['role']> = new Set(['unknown', 'civilian', 'person']);

/** A name, a body or a force, or a state that is not only where something is. */
function isLikely(each: ActorName | StateName, sentence: Sentence): boolean {
  if ('state' in each) return !WHEREABOUTS.has(sentence.tokens[each.firstToken - 1]?.lower ?? '');
  return (each.actor ?? each.affiliation) !== null || each.form === 'name' || !NOBODY.has(each.role);
}

/** The token that binds the subject of a promise or threat ("it will", "is ready to"); whoever stands before it is the one bound. */
function boundIn({ kind, content }: Direction): number {
  if (kind !== 'commitment' && kind !== 'threat' && kind !== 'denial') return -1;
  return content[bindingWord(content)]?.index ?? -1;
}

function inOrder(mentions: readonly ActorName[], states: readonly StateName[]): (ActorName | StateName)[] {
  return states.length === 0 ? [...mentions] : [...mentions, ...states].sort((a, b) => a.start - b.start);
}

const OWN = new Set(['its', 'their', 'his', 'her', 'our', 'my']);

const isOther = (page: StatementPage, direction: Direction, mention: ActorName): boolean =>
  mention.form !== 'pronoun' &&
  mention.kind !== 'object' &&
  !isSpeaker(page, direction, mention) &&
  (!OWN.has(wordAt(page, mention, mention.firstToken)) ||
    TOWARDS.has(wordAt(page, mention, mention.firstToken - 1)) ||
    wordAt(page, mention, mention.firstToken - 1) === 'that');

/** "a dispute with its partners", "demanded that its partners refuse": others, though they are called the speaker's. */
const TOWARDS = new Set(['with', 'against', 'to', 'between']);

const wordAt = (page: StatementPage, { sentence }: ActorName, token: number): string =>
  page.parsed.sentences[sentence]?.tokens[token]?.lower ?? '';

function isSpeaker(page: StatementPage, { speaker }: Direction, mention: ActorName | undefined): boolean {
  if (mention === undefined || speaker?.mention == null) return false;
  return page.chains.representative[speaker.mention] === page.chains.representative[mention.id];
}
