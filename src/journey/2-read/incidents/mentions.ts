/** Builds the event mentions of one sentence: chooses the reading of each trigger, fills its frame, reads how it is put. */
import type { Need, TriggerEntry } from '../../../knowledge/incident-words.ts';
import { matchPhrase } from '../../../knowledge/phrase-table.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import type { Span } from '../../../model/span.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { dependents, headOf, relationOf } from '../grammar/tree.ts';
import { culpritsOf } from './culprits.ts';
import type { Candidate, EventMention, FrameTokens, HarmFact, Trigger } from './event-mention.ts';
import { exactType } from './event-type.ts';
import { candidatesOf, chosenFillers, type Filling } from './fillers.ts';
import { frameTokens } from './frames.ts';
import { isAggregate, puttingOf } from './modality.ts';
import type { Line, Page } from './page.ts';
import { placesOf, timesOf } from './setting.ts';
import { triggersOf } from './triggers.ts';

const ARMED = new Set(['military', 'non_state_armed_group', 'militia', 'police']);

interface Filled extends Filling {
  entry: TriggerEntry;
  tokens: FrameTokens;
  candidates: readonly Candidate[];
}

/** Mentions of the sentence in order; `harm` are the harm facts read in the same sentence. */
export function mentionsOf(page: Page, line: Line, harm: readonly HarmFact[], firstId: number): EventMention[] {
  if (line.sentence.tree === null || line.sentence.kind === 'furniture') return [];
  const triggers = triggersOf(page, line);
  const tokens = new Set(triggers.map((trigger) => trigger.token));
  const mentions: EventMention[] = [];
  for (const trigger of triggers) {
    const filled = readingOf(page, line, trigger, (token) => token !== trigger.token && tokens.has(token));
    if (filled === null) continue;
    const mention = mentionOf(page, line, trigger, filled, harm, firstId + mentions.length);
    if (mention !== null) mentions.push(mention);
  }
  return mentions;
}

/** The first reading whose need is met; a reading that needs something specific goes before one that needs nothing. */
function readingOf(page: Page, line: Line, trigger: Trigger, isTrigger: (token: number) => boolean): Filled | null {
  let plain: Filled | null = null;
  for (const entry of trigger.readings) {
    if (entry.needs === null && plain !== null) continue;
    const tokens = withoutPhrase(frameTokens(line, trigger.token, trigger.nominal, entry.frame, isTrigger), trigger);
    const candidates = candidatesOf(page, line, trigger, entry, tokens);
    const filled: Filled = { entry, tokens, candidates, ...chosenFillers(candidates, page.fillers) };
    if (entry.needs === null) plain = filled;
    else if (isMet(page, line, trigger, filled)) return filled;
  }
  return plain;
}

/** "opened fire": the noun of the phrase is no one who was hit. */
function withoutPhrase(tokens: FrameTokens, trigger: Trigger): FrameTokens {
  if (trigger.nominal || trigger.lastToken === trigger.token) return tokens;
  return {
    ...tokens,
    hit: tokens.hit.filter((token) => token !== trigger.lastToken),
    weapons: tokens.weapons.filter((token) => token !== trigger.lastToken),
  };
}

function isMet(page: Page, line: Line, trigger: Trigger, filled: Filled): boolean {
  const need = filled.entry.needs;
  if (need === null) return true;
  if (need === 'weapon')
    return filled.tokens.weapons.length > 0 || filled.tokens.hit.some((token) => line.weapons.has(token));
  const framed = filled.candidates.filter((candidate) => candidate.inFrame);
  const hit = framed.filter((candidate) => candidate.slot === 'hit').map((candidate) => candidate.participant);
  if (need === 'people') return hit.some((participant) => participant.kind !== 'object');
  if (need === 'object') return hit.some((participant) => participant.kind === 'object');
  if (need === 'civilians')
    return hit.some((participant) => participant.role === 'civilian' && participant.kind === 'group_of_people');
  if (need === 'territory')
    return framed.some(({ slot, participant }) => slot === 'hit' && isGround(page, line, participant));
  if (need === 'crowd')
    return framed.some(({ slot, participant }) => slot === 'doer' && isOf(page, line, 'crowd', participant));
  if (need === 'armed') return framed.some(({ participant }) => ARMED.has(participant.role));
  if (need === 'hostile') return isHostile(page, line, filled);
  if (need === 'event') return filled.tokens.linked.length > 0;
  if (need === 'effect') return followed(page, line, trigger.token, 'effect');
  return namesTopic(page, line, trigger.token, need);
}

/** Ground that can be held: a named place, or a word for one. */
function isGround(page: Page, line: Line, participant: WordedParticipant): boolean {
  return (
    participant.sentence === line.sentence.index &&
    (line.placeAt.has(participant.token) || isOf(page, line, 'territory', participant))
  );
}

/** The participant's head noun stands in the list of the need. */
function isOf(page: Page, line: Line, need: Need, participant: WordedParticipant): boolean {
  const table = page.words.needs.get(need);
  return (
    table !== undefined &&
    participant.sentence === line.sentence.index &&
    matchPhrase(table, line.sentence.tokens, participant.token) !== null
  );
}

function isHostile(page: Page, line: Line, filled: Filled): boolean {
  if (filled.tokens.weapons.length > 0 || line.weapons.size > 0) return true;
  if (filled.candidates.some(({ inFrame, participant }) => inFrame && ARMED.has(participant.role))) return true;
  return line.sentence.tokens.some((token) => page.harm.byVerb.has(token.lemma) || page.harm.byState.has(token.lower));
}

/** How far behind a truce its "in effect since" may stand. */
const EFFECT_REACH = 8;

function followed(page: Page, line: Line, token: number, need: Need): boolean {
  const table = page.words.needs.get(need);
  if (table === undefined) return false;
  for (let index = token + 1; index <= token + EFFECT_REACH; index += 1)
    if (matchPhrase(table, line.sentence.tokens, index) !== null) return true;
  return false;
}

/** Topics that a trigger only serves: their words are part of what makes it an incident. */
const NAMED: ReadonlySet<Need> = new Set(['truce', 'aid', 'airspace', 'monitor', 'meeting', 'effect']);

/** Words of a needed topic in the sentence. */
function topicSpans(page: Page, line: Line, need: Need | null): Span[] {
  if (need === null || !NAMED.has(need)) return [];
  const table = page.words.needs.get(need);
  const { tokens } = line.sentence;
  if (table === undefined) return [];
  return tokens.flatMap((_, index) => {
    const match = matchPhrase(table, tokens, index);
    const last = match === null ? undefined : tokens[match.lastToken];
    const first = tokens[index];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
}

/** A word of the needed topic among the trigger's dependents and theirs; help is often named further off in the sentence. */
function namesTopic(page: Page, line: Line, token: number, need: Need): boolean {
  const table = page.words.needs.get(need);
  if (table === undefined) return false;
  if (need === 'aid') return topicSpans(page, line, need).length > 0;
  const near = dependents(line.sentence, token).flatMap((child) => [child, ...dependents(line.sentence, child)]);
  const head = need === 'truce' ? headOf(line.sentence, token) : null;
  return [...near, ...(head === null ? [] : [head])].some(
    (index) => matchPhrase(table, line.sentence.tokens, index) !== null,
  );
}

function mentionOf(
  page: Page,
  line: Line,
  trigger: Trigger,
  filled: Filled,
  harm: readonly HarmFact[],
  id: number,
): EventMention | null {
  const { entry, tokens } = filled;
  const word = line.sentence.tokens[trigger.token];
  const last = line.sentence.tokens[trigger.lastToken];
  if (word === undefined || last === undefined) return null;
  // What is in effect is so, whatever the clause around it says of efforts to keep it.
  const putting =
    entry.needs === 'effect'
      ? { modality: 'asserted' as const, completed: true, demanded: false, because: [] }
      : puttingOf(page, line, trigger.token);
  const culprits = culpritsOf(page, line, trigger.token);
  // Who finds or defuses a bomb did not plant it.
  const doers = entry.foiled ? [] : filled.doers;
  const perpetrators = joined(
    doers.filter((doer) => doer.kind !== 'object' || isCarrier(doer)),
    culprits,
  );
  const weapons = tokens.weapons.flatMap((token) => {
    const match = line.weapons.get(token);
    const first = match === undefined ? undefined : line.sentence.tokens[match.firstToken];
    const end = match === undefined ? undefined : line.sentence.tokens[match.lastToken];
    return match === undefined || first === undefined || end === undefined
      ? []
      : [{ ...match.entry, term: match.entry.id, span: { start: first.start, end: end.end } }];
  });
  if (entry.frame === 'happen' && weapons.length === 0 && entry.needs === 'weapon') return null;
  const exact = exactType(aloft(page, line, trigger, entry) ? 'air_strike' : entry.type, weapons, perpetrators);
  return {
    id,
    candidates: filled.candidates,
    sentence: trigger.sentence,
    token: trigger.token,
    span: { start: Math.min(word.start, last.start), end: Math.max(word.end, trigger.nominal ? last.end : word.end) },
    beside: [...weapons.map((weapon) => weapon.span), ...topicSpans(page, line, entry.needs)],
    entry,
    type: exact.type,
    nominal: trigger.nominal,
    plural: trigger.nominal && (word.tag === 'NNS' || word.tag === 'NNPS'),
    definite:
      trigger.nominal &&
      dependents(line.sentence, trigger.token, 'det').some((child) =>
        line.grammar.definite.has(line.sentence.tokens[child]?.lower ?? ''),
      ),
    perpetrators: perpetrators.map((one) => ({ ...one, actor: branchOf(page, one.actor, exact.type) })),
    targets: filled.hit,
    weapons: weapons.map((weapon) => ({ term: weapon.term, implies: weapon.implies, span: weapon.span })),
    linked: tokens.linked,
    harm: harm.filter((fact) => belongs(line, trigger.token, fact)),
    modality:
      putting.modality === 'asserted' &&
      culprits.some((culprit) => culprit.attribution === 'suspected') &&
      perpetrators.length === culprits.length
        ? 'asserted'
        : putting.modality,
    completed: putting.completed && !entry.foiled,
    aggregate: isAggregate(page, line, trigger.token) || isHabit(line, trigger.token) || overLongTime(page, line, harm),
    places: placesOf(page, line, trigger.token),
    times: timesOf(page, line, trigger.token),
    because: [
      `trigger/${entry.phrase.replaceAll(' ', '-')}`,
      ...exact.because,
      ...putting.because,
      ...(putting.demanded ? ['modality/demanded'] : []),
    ],
  };
}

/** How many sentences away aircraft may be named for a "raid" to be one from the air. */
const AIRCRAFT_REACH = 4;

/** "raids" in a report that names aircraft nearby. */
function aloft(page: Page, line: Line, trigger: Trigger, entry: TriggerEntry): boolean {
  if (!line.grammar.aloft.has(entry.phrase)) return false;
  const from = Math.max(0, trigger.sentence - AIRCRAFT_REACH);
  const near = page.lines.slice(from, trigger.sentence + AIRCRAFT_REACH + 1);
  return near.some((other) => [...other.weapons.values()].some((match) => match.entry.id === 'aircraft'));
}

const BRANCH: Partial<Record<IncidentType, string>> = {
  air_strike: 'airforce',
  drone_strike: 'airforce',
  shelling: 'army',
  ground_attack: 'army',
  missile_strike: 'army',
};

/** The branch that such an act is the work of, where the register has it; else the state. */
function branchOf(page: Page, actor: string | null, type: IncidentType): string | null {
  const branch = BRANCH[type];
  if (actor === null || branch === undefined || !actor.endsWith('.gov')) return actor;
  const id = actor.replace(/gov$/, branch);
  return page.register.actors.has(id) ? id : actor;
}

const LONG: ReadonlySet<string> = new Set(['week', 'month', 'quarter', 'season', 'year', 'decade']);

/** From this many days on, a stretch of time holds several events. */
const _LONG_DAYS = 5;

/** A number told "since the truce began", "over the past week", "in May": a sum, whatever noun it stands with. */
function overLongTime(page: Page, line: Line, harm: readonly HarmFact[]): boolean {
  if (!harm.some((fact) => fact.quantity !== null && (fact.quantity.claim.n ?? 0) > 4)) return false;
  return line.times.some((index) => {
    const time = page.times[index];
    if (time === undefined) return false;
    const { meaning, signal } = time;
    if (meaning.kind === 'named') return signal === 'since' || meaning.edge === 'start';
    if (meaning.kind === 'duration')
      return (
        signal !== 'for' &&
        meaning.parts.some((part) => LONG.has(part.unit) || (part.unit === 'day' && (part.amount ?? 0) >= LONG_DAYS))
      );
    if (time.rangeWith !== null && (signal === 'between' || signal === 'from')) return true;
    if (meaning.kind !== 'calendar') return false;
    const whole = meaning.shift?.whole && LONG.has(meaning.shift.unit);
    const month =
      meaning.fields.month !== undefined && meaning.fields.day === undefined && meaning.fields.weekday === undefined;
    return (
      whole ||
      (month && (signal === 'in' || signal === 'during')) ||
      (signal === 'since' && meaning.fields.hour === undefined)
    );
  });
}

/** "kept bombing", "continue to shell": an act told as a habit and not as one event. */
function isHabit(line: Line, token: number): boolean {
  const head = headOf(line.sentence, token);
  const relation = relationOf(line.sentence, token);
  return (
    head !== null &&
    (relation === 'xcomp' || relation === 'ccomp') &&
    line.grammar.habits.has(line.sentence.tokens[head]?.lemma ?? '')
  );
}

const isCarrier = (participant: WordedParticipant): boolean =>
  participant.object === 'aircraft' ||
  participant.object === 'drone' ||
  participant.object === 'tank' ||
  participant.object === 'ship';

/** The culprit named apart replaces the same one found in the frame, since its wording says how sure it is. */
function joined(doers: readonly WordedParticipant[], culprits: readonly WordedParticipant[]): WordedParticipant[] {
  const named = culprits.filter(
    (culprit, index) => culprits.findIndex((other) => other.token === culprit.token) === index,
  );
  return [...doers.filter((doer) => !named.some((culprit) => culprit.token === doer.token)), ...named];
}

/** Harm whose words are the trigger itself, or stand below it in the tree ("a blast killing 12"). */
function belongs(line: Line, token: number, fact: HarmFact): boolean {
  let at: number | null = fact.token;
  for (let steps = 0; at !== null && steps < 6; steps += 1) {
    if (at === token) return true;
    const relation = relationOf(line.sentence, at);
    if (steps > 0 && relation === 'conj') return false;
    at = headOf(line.sentence, at);
  }
  return false;
}
