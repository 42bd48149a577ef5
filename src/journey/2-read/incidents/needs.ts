/** Whether what a trigger needs stands with it: a weapon, people, held ground, a truce, help, a crowd. */

import type { Need } from '../../../knowledge/incident-words.ts';
import { matchHinted } from '../../../knowledge/phrase-table.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import { ARMED } from '../../../model/armed-roles.ts';
import type { Span } from '../../../model/span.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { caseOf, dependents, headOf, negationOf, objectOf, relationOf } from '../grammar/tree.ts';
import { hasLaid, hasWeapons, isSighted, isWhereDoerStands } from './emplaced.ts';
import type { Trigger } from './event-mention.ts';
import type { Framed, Proposal } from './filler-features.ts';
import { isAccusing, isHostile } from './hostile.ts';
import { losersOf } from './losers.ts';
import type { Line, Page } from './page.ts';

const OFFICIAL: ReadonlySet<WordedParticipant['role']> = new Set([
  'state',
  'political',
  'international_organisation',
  'non_state_armed_group',
]);

export function isMet(page: Page, line: Line, trigger: Trigger, filled: Framed): boolean {
  const need = filled.entry.needs;
  if (need === null) return true;
  if (need === 'weapon')
    return filled.entry.frame === 'place' ? hasLaid(line, filled.tokens) : hasWeapons(line, filled.tokens);
  if (need === 'emplaced') return hasWeapons(line, filled.tokens) && !isWhereDoerStands(line, trigger.token);
  if (need === 'sighted') return isSighted(line, trigger.token, (token) => isAmong(page, line, 'monitor', token));
  if (need === 'device') return isDevice(line, trigger, filled);
  const { framed } = filled;
  const hit = framed.filter(({ slot }) => slot === 'hit').map(({ participant }) => participant);
  // "one was killed and two were wounded": a number without its noun.
  if (need === 'people')
    return hit.some(({ kind }) => kind !== 'object') || filled.tokens.hit.some((token) => isBareNumber(line, token));
  if (need === 'object') return hit.some((participant) => participant.kind === 'object');
  if (need === 'civilians')
    return hit.some((participant) => participant.role === 'civilian' && participant.kind === 'group_of_people');
  if (need === 'territory')
    return framed.some(
      ({ slot, participant }) =>
        slot === 'hit' && (isGround(page, line, participant) || isTakenFrom(page, line, trigger, participant)),
    );
  if (need === 'crowd')
    return framed.some(
      ({ slot, participant }) => slot === 'doer' && !isFew(line, participant) && isOf(page, line, 'crowd', participant),
    );
  if (need === 'unofficial')
    return !framed.some(
      ({ slot, participant }) =>
        slot === 'doer' && OFFICIAL.has(participant.role) && !isOf(page, line, 'crowd', participant),
    );
  if (need === 'riotcontrol') return hasWeapon(line, filled, 'riot-control');
  if (need === 'withheld') return isWithheld(line, trigger.token) && topicSpans(page, line, 'aid').length > 0;
  if (need === 'moved') return isArmedObject(line, trigger, framed);
  if (need === 'hindered')
    return [...filled.tokens.hit, ...filled.tokens.linked].some((token) => isAmong(page, line, 'monitor', token));
  if (need === 'chemical') return hasWeapon(line, filled, 'chemical');
  if (need === 'official') return framed.some(({ participant }) => isOfficial(page, participant));
  if (need === 'visitor')
    return (
      hit.length > 0 &&
      !carriesThings(line, trigger) &&
      framed.some((one) => one.slot === 'doer' && isOfficial(page, one.participant))
    );
  if (need === 'guest') return hit.length > 0 && framed.some(({ participant }) => isOfficial(page, participant));
  if (need === 'enemy') return hit.some(({ role }) => ARMED.has(role));
  // "Warplanes destroyed an arms depot": from the air nothing is taken away.
  if (need === 'armoury' && framed.some(({ slot, participant }) => slot === 'doer' && isFlown(line, participant)))
    return false;
  if (need === 'armed' && isDismissal(line, trigger, filled)) return false;
  if (need === 'armed')
    return framed.some(({ participant }) => ARMED.has(participant.role)) || isStateLeaving(page, line, trigger, framed);
  if (need === 'gunpoint')
    return hit.some(({ kind }) => kind !== 'object') && namesTopic(page, line, trigger.token, need);
  if (need === 'hostile') return !isAccusing(line, trigger.token) && isHostile(page, line, filled);
  if (need === 'event') return filled.tokens.linked.length > 0;
  if (need === 'effect') return followed(page, line, trigger.token, 'effect');
  if (need === 'aid' && trigger.readings.some(({ frame }) => frame === 'receive'))
    return isReceived(page, line, trigger.token);
  if (need === 'arms' && filled.entry.frame === 'give' && handsOverOwn(line, trigger)) return false;
  return namesTopic(page, line, trigger.token, need);
}

/** "handed over its weapons to monitors": whoever gives up his own arms nobody. */
function handsOverOwn({ sentence: { tokens } }: Line, { token, lastToken }: Trigger): boolean {
  const first = tokens[lastToken + 1]?.lower === 'all' ? lastToken + 2 : lastToken + 1;
  return lastToken === token + 1 && tokens[token]?.lemma === 'hand' && tokens[first]?.tag === 'PRP$';
}

const isBareNumber = ({ sentence, quantities }: Line, token: number): boolean =>
  sentence.tokens[token]?.pos === 'NUM' && quantities.has(token);

/** A bomb or mine that lies somewhere. "Peasants set off a device" suffered it; attackers who set off a bomb did it. */
function isDevice({ sentence, weapons }: Line, { token }: Trigger, { framed }: Framed): boolean {
  const id = weapons.get(objectOf(sentence, token) ?? -1)?.entry.id ?? '';
  if (!LAID.has(id)) return false;
  const isSetOff = SETS_OFF.has(sentence.tokens[token]?.lemma ?? '');
  return (
    !isSetOff ||
    id === 'mine' ||
    framed.every(({ participant }) => participant.role === 'civilian' || participant.role === 'person')
  );
}
const SETS_OFF: ReadonlySet<string> = new Set(['set', 'trigger']);
const LAID: ReadonlySet<string> = new Set(['bomb', 'mine']);

/** "flew 12 tanks to Chad": what goes there is not who visits. */
const carriesThings = (line: Line, { token, lastToken }: Trigger): boolean =>
  lastToken > token && objectOf(line.sentence, token) !== null;

/** "Northland withdrew from the town": a state leaves ground with its forces; what it withdraws as an object is a bill or an envoy. */
const isStateLeaving = (page: Page, line: Line, { token }: Trigger, framed: readonly Proposal[]): boolean =>
  objectOf(line.sentence, token) === null &&
  framed.some(({ slot, participant }) => slot === 'doer' && participant.role === 'state') &&
  namesTopic(page, line, token, 'territory');

/** "moved an armoured division": soldiers whom another moves. */
function isArmedObject(line: Line, { token }: Trigger, framed: readonly Proposal[]): boolean {
  const object = objectOf(line.sentence, token);
  return (
    object !== null && framed.some(({ participant }) => participant.token === object && ARMED.has(participant.role))
  );
}

/** Officers who speak for their side: "generals from both armies talked for six hours". */
const COMMANDING: ReadonlySet<string> = new Set(['general', 'commander', 'admiral', 'chief']);

/** A body of a state, a party or an organisation, or who holds a public office or speaks for such a body. */
function isOfficial({ actors }: Page, { role, mention, head }: WordedParticipant): boolean {
  const actor = mention === null ? undefined : actors[mention];
  return (
    OFFICIAL.has(role) ||
    COMMANDING.has(head) ||
    (actor?.kind === 'person' && (actor.office || actor.affiliation !== null))
  );
}

/** "did not let the convoy in", "refused to allow the trucks through". */
function isWithheld(line: Line, verb: number): boolean {
  if (negationOf(line.sentence, verb) !== null) return true;
  const head = relationOf(line.sentence, verb) === 'xcomp' ? headOf(line.sentence, verb) : null;
  return head !== null && line.grammar.refuses.has(line.sentence.tokens[head]?.lemma ?? '');
}

const hasWeapon = (line: Line, { tokens }: Framed, id: string): boolean =>
  [...tokens.weapons, ...tokens.hit].some((token) => line.weapons.get(token)?.entry.id === id);

/** Ground that can be held: a named place, or a word for one. */
function isGround(page: Page, line: Line, participant: WordedParticipant): boolean {
  return (
    participant.sentence === line.sentence.index &&
    (isPlace(page, line, participant.token) || isOf(page, line, 'territory', participant))
  );
}

/** "captured Northford from the army": a name that no list has is ground where a side lost it. */
const isTakenFrom = (
  page: Page,
  line: Line,
  { token, nominal }: Trigger,
  { kind, mention }: WordedParticipant,
): boolean => !nominal && kind === 'object' && mention === null && losersOf(page, line, token).length > 0;

/** A named place; the name of a people is none. */
function isPlace(page: Page, line: Line, token: number): boolean {
  const use = page.places[line.placeAt.get(token) ?? -1]?.use;
  return use !== undefined && use !== 'demonym' && use !== 'adjectival';
}

/** "three people torched a car": no crowd. */
const FEW = 5;
const isFew = ({ quantities }: Line, { token }: WordedParticipant): boolean => {
  const claim = quantities.get(token)?.claim;
  return claim?.op === '=' && (claim.n ?? FEW) < FEW;
};

const FLOWN: ReadonlySet<string> = new Set(['aircraft', 'drone']);
const isFlown = (line: Line, { object, sentence, token }: WordedParticipant): boolean =>
  FLOWN.has(object ?? '') || (sentence === line.sentence.index && FLOWN.has(line.weapons.get(token)?.entry.id ?? ''));

/** The participant's head noun stands in the list of the need. */
function isOf(page: Page, line: Line, need: Need, participant: WordedParticipant): boolean {
  return participant.sentence === line.sentence.index && isAmong(page, line, need, participant.token);
}

function isAmong(page: Page, line: Line, need: Need, token: number): boolean {
  const table = page.words.needs.get(need);
  return table !== undefined && matchHinted(WORD_HINT.beside, table, line.sentence.tokens, token) !== null;
}

/** "the firing of the police chief": who is fired leaves an office, unless it is a weapon. */
const isDismissal = ({ sentence, weapons, grammar }: Line, { nominal, token }: Trigger, { tokens }: Framed): boolean =>
  nominal &&
  grammar.dismisses.has(sentence.tokens[token]?.lower ?? '') &&
  tokens.hit.some((hit) => !weapons.has(hit) && caseOf(sentence, hit) === 'of');

/** How far behind a truce its "in effect since" may stand. */
const EFFECT_REACH = 8;

function followed(page: Page, line: Line, token: number, need: Need): boolean {
  const table = page.words.needs.get(need);
  if (table === undefined) return false;
  for (let index = token + 1; index <= token + EFFECT_REACH; index += 1)
    if (matchHinted(WORD_HINT.beside, table, line.sentence.tokens, index) !== null) return true;
  return false;
}

/** Topics that a trigger only serves: their words are part of what makes it an incident. */
const NAMED: ReadonlySet<Need> = new Set(['truce', 'aid', 'airspace', 'monitor', 'meeting', 'effect']);

/** Words of a needed topic in the sentence. */
export function topicSpans(page: Page, line: Line, need: Need | null): Span[] {
  if (need === null || !NAMED.has(need)) return [];
  const table = page.words.needs.get(need);
  const { tokens } = line.sentence;
  if (table === undefined) return [];
  return tokens.flatMap((_, index) => {
    if (need === 'aid' && isOnlyAbout(line, index)) return [];
    const match = matchHinted(WORD_HINT.beside, table, tokens, index);
    const last = match === null ? undefined : tokens[match.lastToken];
    const first = tokens[index];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
}

/** "dropped the fuel tax", "the water talks": what is about help and no help itself. */
const isOnlyAbout = ({ sentence, grammar }: Line, token: number): boolean =>
  relationOf(sentence, token) === 'compound' &&
  grammar['no-help'].has(sentence.tokens[headOf(sentence, token) ?? -1]?.lemma ?? '');

/** "received food parcels", not "received medical treatment": what is received is itself help. */
function isReceived(page: Page, line: Line, verb: number): boolean {
  const table = page.words.needs.get('aid');
  const object = objectOf(line.sentence, verb);
  if (table === undefined || object === null) return false;
  return [object, ...dependents(line.sentence, object)].some(
    (token) =>
      relationOf(line.sentence, token) !== 'amod' &&
      matchHinted(WORD_HINT.beside, table, line.sentence.tokens, token) !== null,
  );
}

/** "withdrew under the terms of the truce": the truce is not what they withdrew. */
const isBesides = ({ sentence }: Line, token: number): boolean => BESIDES.has(caseOf(sentence, token));
const BESIDES: ReadonlySet<string> = new Set(['under', 'during', 'amid', 'despite', 'since', 'after', 'before', 'by']);

/** "three aid workers were released": whose trade it is. */
const isOfPeople = ({ sentence, actors }: Line, token: number): boolean => {
  const relation = relationOf(sentence, token);
  const kind = actors.get(headOf(sentence, token) ?? -1)?.kind;
  return (relation === 'compound' || relation === 'amod') && (kind === 'group_of_people' || kind === 'person');
};

const isOfClause = (line: Line, token: number): boolean => dependents(line.sentence, token, 'ccomp').length > 0;

/** A word of the needed topic among the trigger's dependents and theirs; help is often named further off in the sentence. */
function namesTopic(page: Page, line: Line, token: number, need: Need): boolean {
  const table = page.words.needs.get(need);
  if (table === undefined) return false;
  // "denied that the convoy was hit": what is denied there is a claim, not help.
  if (need === 'aid') return !isOfClause(line, token) && topicSpans(page, line, need).length > 0;
  // "destroyed by a charge of dynamite": what did it is no find.
  const below = dependents(line.sentence, token).filter(
    (child) => relationOf(line.sentence, child) !== 'obl:agent' && !(need === 'truce' && isBesides(line, child)),
  );
  const near = below
    .flatMap((child) => [child, ...dependents(line.sentence, child)])
    .filter((child) => !isOfPeople(line, child));
  const head = need === 'truce' ? headOf(line.sentence, token) : null;
  return [...near, ...(head === null ? [] : [head])].some(
    (index) => matchHinted(WORD_HINT.beside, table, line.sentence.tokens, index) !== null,
  );
}
