/** Builds the event mentions of one sentence: chooses the reading of each trigger, fills its frame, reads how it is put. */
import type { TriggerEntry } from '../../../knowledge/incident-words.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { caseOf, dependents, isPassive } from '../grammar/tree.ts';
import { isAsideOf, replyAbove } from './answered.ts';
import { behind } from './behind.ts';
import { isConduct } from './conduct-frames.ts';
import { culpritsOf, whoLaid } from './culprits.ts';
import type { EventMention, FrameTokens, HarmFact, Trigger } from './event-mention.ts';
import { exactType } from './event-type.ts';
import { isCast } from './features.ts';
import { isFigure } from './figures.ts';
import type { ActRead, Framed } from './filler-features.ts';
import {
  actRead,
  type Candidates,
  candidatesOf,
  chosenFillers,
  type Filling,
  framedFillers,
  framedProposals,
  withCulprits,
} from './fillers.ts';
import { frameTokens } from './frames.ts';
import { isNeither } from './harm-collector.ts';
import { losersOf } from './losers.ts';
import { isActBefore, isActOfHit, isHarmOf, mayBring } from './may-harm.ts';
import { isMishap } from './mishap.ts';
import { isAggregate, puttingOf } from './modality.ts';
import { isMet, topicSpans } from './needs.ts';
import { ownClaim } from './own-claims.ts';
import type { Line, Page } from './page.ts';
import { mayAct } from './parties.ts';
import { withoutPhrase, withParticle } from './phrase-tokens.ts';
import { placesOf, timesOfPhrase } from './setting.ts';
import { isHabit, overLongTime, overManyActs, overSeparateActs } from './sums.ts';
import { triggersOf } from './triggers.ts';

interface Filled extends Filling {
  act: ActRead;
  tokens: FrameTokens;
  candidates: Candidates;
}

/** Mentions of the sentence in order; `harm` are the harm facts read in the same sentence. */
export function mentionsOf(page: Page, line: Line, harm: readonly HarmFact[], firstId: number): EventMention[] {
  if (line.sentence.tree === null || line.sentence.kind === 'furniture') return [];
  const triggers = triggersOf(page, line);
  if (triggers.length === 0) return [];
  const tokens = new Set(triggers.map((trigger) => trigger.token));
  const mentions: EventMention[] = [];
  for (const trigger of triggers) {
    const filling = readingOf(page, line, trigger, (token) => token !== trigger.token && tokens.has(token));
    if (filling === null) continue;
    const mention = mentionOf(page, line, trigger, filling, harm, { id: firstId + mentions.length, acts: tokens });
    if (mention !== null) mentions.push(mention);
  }
  return mentions;
}

/** The first reading whose need is met; a reading that needs something specific goes before one that needs nothing. */
function readingOf(page: Page, line: Line, trigger: Trigger, isTrigger: (token: number) => boolean): Filled | null {
  let plain: Framed | null = null;
  for (const entry of trigger.readings) {
    if (entry.needs === null && plain !== null) continue;
    const bare = withoutPhrase(frameTokens(line, trigger.token, trigger.nominal, entry.frame, isTrigger), trigger);
    const tokens = withParticle(line, bare, trigger);
    const reading: Framed = { entry, tokens, framed: framedProposals(page, line, entry, tokens) };
    if (entry.needs === null) plain = reading;
    else if (isMet(page, line, trigger, reading)) return filled(page, line, trigger, reading);
  }
  return plain === null ? null : filled(page, line, trigger, plain);
}

function filled(page: Page, line: Line, trigger: Trigger, { entry, tokens, framed }: Framed): Filled {
  const act = actRead(line, trigger, entry);
  const candidates = candidatesOf(page, act, framed);
  const filling = isCast(page, entry.type) ? chosenFillers(candidates.all()) : framedFillers(candidates.framed);
  return { act, tokens, candidates, ...filling };
}

function mentionOf(
  page: Page,
  line: Line,
  trigger: Trigger,
  filling: Filled,
  harm: readonly HarmFact[],
  { id, acts }: { id: number; acts: ReadonlySet<number> },
): EventMention | null {
  const { act, tokens } = filling;
  const { entry } = act;
  const answered = replyAbove(line, trigger.token);
  const isOther = (token: number): boolean =>
    token !== trigger.token &&
    acts.has(token) &&
    (isAsideOf(page, line, entry.type, token) ||
      (!tokens.linked.includes(token) &&
        (replyAbove(line, token) !== answered || BEFORE.has(caseOf(line.sentence, token)))));
  const isOwn = (near: { lastToken: number } | undefined): boolean =>
    near !== undefined && (answered === null || replyAbove(line, near.lastToken) === answered);
  const word = line.sentence.tokens[trigger.token];
  const last = line.sentence.tokens[trigger.lastToken];
  if (word === undefined || last === undefined) return null;
  // What is in effect is so, whatever the clause around it says of efforts to keep it; what is not let in is kept out.
  const putting =
    entry.needs === 'effect' || entry.needs === 'withheld'
      ? { modality: 'asserted' as const, completed: true, demanded: false, because: [] }
      : puttingOf(page, line, trigger.token);
  // "who could not flee": nobody was displaced.
  if (entry.type === 'forced_displacement' && entry.frame === 'suffer' && putting.modality === 'denied') return null;
  const culprits = [
    ...culpritsOf(page, line, trigger.token),
    ...ownClaim(page, line, trigger.token, { entry, modality: putting.modality }),
    ...(isByWeapon(page, entry) ? whoLaid(page, line) : []),
  ];
  // Who finds or defuses a bomb did not plant it.
  const doers = entry.foiled ? [] : filling.doers;
  const perpetrators = joined(
    doers.filter((doer) => mayAct(page, doer)),
    culprits,
  );
  const weapons = [...tokens.weapons, ...tellingWeapons(page, line, entry)].flatMap((token) => {
    const match = line.weapons.get(token);
    const first = match === undefined ? undefined : line.sentence.tokens[match.firstToken];
    const end = match === undefined ? undefined : line.sentence.tokens[match.lastToken];
    return match === undefined || first === undefined || end === undefined
      ? []
      : [{ ...match.entry, term: match.entry.id, span: { start: first.start, end: end.end } }];
  });
  if (entry.frame === 'happen' && weapons.length === 0 && entry.needs === 'weapon') return null;
  if (isMishap(page, line, entry, perpetrators) || isOutcome(page, line, trigger, entry, harm)) return null;
  if (isFigure(page, line, trigger, entry, tokens, harm) || isWordOfSpeech(page, trigger, entry, word.start))
    return null;
  if (isUnhurt(page, line, trigger, perpetrators, filling.hit, putting.because)) return null;
  const armedAs = perpetrators.flatMap(({ sentence, token }) =>
    sentence === trigger.sentence ? (line.weapons.get(token)?.entry ?? []) : [],
  );
  const open = weapons.length === 0 && aloft(page, line, trigger, entry) ? 'air_strike' : entry.type;
  const exact = exactType(open, weapons, perpetrators, armedAs);
  const candidates = withCulprits(page, act, filling.candidates, culprits);
  return {
    id,
    candidates: candidates.framed,
    allCandidates: candidates.all,
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
    perpetrators: [...perpetrators, ...perpetrators.flatMap((one) => behind(page, line, one))],
    targets: withBodies(page, line, entry, [
      ...reciprocal(entry, perpetrators, filling.hit),
      ...(entry.type === 'territory_seizure' && !trigger.nominal ? losersOf(page, line, trigger.token) : []),
    ]),
    weapons: weapons.map((weapon) => ({ term: weapon.term, implies: weapon.implies, span: weapon.span })),
    linked: tokens.linked,
    harm: harm.filter(
      (fact) =>
        mayBring(page, exact.type, fact.measure) &&
        replyAbove(line, fact.token) === answered &&
        isHarmOf(
          line,
          trigger.token,
          fact,
          (at) =>
            isOther(at) ||
            (acts.has(at) && (isActOfHit(line, tokens.hit, at) || (entry.frame !== 'suffer' && isActBefore(line, at)))),
        ),
    ),
    modality:
      putting.modality === 'asserted' &&
      culprits.some((culprit) => culprit.attribution === 'suspected') &&
      perpetrators.length === culprits.length
        ? 'asserted'
        : putting.modality,
    completed: putting.completed && !entry.foiled,
    aggregate:
      isAggregate(page, line, trigger.token) ||
      isHabit(line, trigger.token) ||
      overLongTime(page, line, harm) ||
      overManyActs(page, line, harm) ||
      overSeparateActs(page, line, harm),
    places: placesOf(page, line, trigger.token, isOther).filter(({ index }) => isOwn(page.places[index])),
    times: timesOfPhrase(page, line, trigger, isOther).filter(({ index }) => isOwn(page.times[index])),
    because: [
      `trigger/${entry.phrase.replaceAll(' ', '-')}`,
      ...exact.because,
      ...putting.because,
      ...(putting.demanded ? ['modality/demanded'] : []),
    ],
  };
}

/** "…, the lawyers protested": a clause stands before it, and nobody took to the street. */
const isWordOfSpeech = ({ statements }: Page, { nominal }: Trigger, { type }: TriggerEntry, start: number): boolean =>
  type === 'protest' &&
  !nominal &&
  statements.some(({ cue, because }) => cue?.start === start && because.includes('statement/before'));

/** Acts that a weapon may have done by itself: people killed, things hit. */
const isByWeapon = (page: Page, { type, foiled }: TriggerEntry): boolean =>
  !foiled && page.words.types.get(type)?.violent === true;

/** How far behind "left" what became of people may stand. */
const OUTCOME_REACH = 8;

/** "the blast left two guards dead", "shells left by the army": nobody went anywhere. */
const isOutcome = (
  page: Page,
  line: Line,
  { nominal, token }: Trigger,
  { frame }: TriggerEntry,
  harm: readonly HarmFact[],
): boolean =>
  frame === 'move' &&
  !nominal &&
  page.words.outcome.has(line.sentence.tokens[token]?.lemma ?? '') &&
  (isPassive(line.sentence, token) || harm.some((fact) => fact.token > token && fact.token - token <= OUTCOME_REACH));

/** "The girl was not injured": an end that nobody claims, and no act that somebody denies. */
const isUnhurt = (
  { harm }: Page,
  line: Line,
  { nominal, token }: Trigger,
  doers: readonly WordedParticipant[],
  hit: readonly WordedParticipant[],
  because: readonly string[],
): boolean =>
  !nominal &&
  doers.length === 0 &&
  harm.byVerb.get(line.sentence.tokens[token]?.lemma ?? '')?.measure === 'injured' &&
  (because.includes('modality/negated') || hit.some((one) => isNeither(line, one.token, token)));

/** Weapons that say what an attack was wherever they stand in its sentence: poison, a bomber who dies with the bomb. */
const TELLING = new Set(['chemical', 'suicide-bomb']);

function tellingWeapons(page: Page, line: Line, { type, foiled }: TriggerEntry): number[] {
  const family = page.words.types.get(type)?.family;
  if (foiled || line.weapons.size === 0 || (family !== 'attack' && family !== 'explosive')) return [];
  return [...line.weapons]
    .filter(([token, { entry, lastToken }]) => token === lastToken && TELLING.has(entry.id))
    .map(([token]) => token);
}

/** "A and B met": with nobody else named each of them is the other party too. */
function reciprocal(
  entry: TriggerEntry,
  doers: readonly WordedParticipant[],
  others: readonly WordedParticipant[],
): readonly WordedParticipant[] {
  const isSeveral = doers.length > 1 || doers.some(({ kind }) => kind === 'group_of_people');
  return entry.frame === 'contact' && others.length === 0 && isSeveral ? doers : others;
}

/** "met leaders of Norway's government": of acts between parties, the bodies that the people speak for are parties too. */
function withBodies(
  page: Page,
  line: Line,
  entry: TriggerEntry,
  others: readonly WordedParticipant[],
): readonly WordedParticipant[] {
  if (!isConduct(entry.frame) && entry.codes?.cameo?.startsWith('16') !== true) return others;
  const known = new Set(others.map(({ token }) => token));
  const bodies = others.flatMap((one) => behind(page, line, one)).filter(({ token }) => !known.has(token));
  return bodies.length === 0 ? others : [...others, ...bodies];
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

/** The culprit named apart replaces the same one found in the frame, since its wording says how sure it is. */
function joined(doers: readonly WordedParticipant[], culprits: readonly WordedParticipant[]): WordedParticipant[] {
  const named = culprits.filter(
    (culprit, index) => culprits.findIndex((other) => other.token === culprit.token) === index,
  );
  return [...doers.filter((doer) => !named.some((culprit) => culprit.token === doer.token)), ...named];
}

/** "burned houses after an ambush in which five died": what stands before the act is another. */
const BEFORE: ReadonlySet<string> = new Set(['after', 'following', 'before', 'since']);
