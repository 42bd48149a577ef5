/** Reads incidents out of a parsed report: trigger, frame, harm, setting, modality; then groups mentions of one event. */
import type { LinearModel } from '../../../knowledge/linear-model.ts';
import type { Evidence, Modality, WordedIncident, WordedParticipant } from '../../../model/worded-incident.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';
import { withBareClaims } from './bare-claims.ts';
import { withCaptivesFreed } from './captives.ts';
import { composeIncident } from './compose.ts';
import { damaged } from './damage.ts';
import type { EventMention, HarmFact } from './event-mention.ts';
import { asHeld } from './event-type.ts';
import { evidenceOf } from './evidence.ts';
import { incidentFeatures } from './features.ts';
import { harmOf } from './harm.ts';
import { mayBring } from './may-harm.ts';
import { mentionsOf } from './mentions.ts';
import { isPlainDeath, tellsNoViolence } from './mishap.ts';
import { type IncidentInput, type Line, type Page, pageOf } from './page.ts';
import { withThoseNamed } from './rolls.ts';
import { groupMentions } from './same-event.ts';
import { standingsOf } from './standing.ts';
import { withToldMeans } from './told-means.ts';
import { asWounding } from './wounding.ts';

/** Incidents as worded, in the order of their first mention. */
export function findIncidents(input: IncidentInput, sameEvent: LinearModel): WordedIncident[] {
  const { page, mentions } = readMentions(input);
  const all = groupMentions(page, mentions, sameEvent);
  const groups = tellsNoViolence(page, mentions) ? all.filter((group) => !isPlainDeath(group.mentions)) : all;
  const standings = standingsOf(page, mentions);
  const report = { mentions: mentions.length, incidents: groups.length };
  return groups.map((group) => {
    const incident = damaged(page, composeIncident(page, group, standings));
    const features = incidentFeatures(page, incident, group, report);
    return withToldMeans(page, { ...asWounding(page, incident, group.mentions), features }, group);
  });
}

/** The event mentions of a report before they are grouped: what the models of fillers and of same events are fitted on. */
export function readMentions(input: IncidentInput): { page: Page; mentions: EventMention[] } {
  const page = pageOf(input);
  const mentions: EventMention[] = [];
  const loose: HarmFact[] = [];
  const told = new Set<string>();
  for (const line of page.lines) {
    if (line.sentence.tree === null || line.sentence.kind === 'furniture' || isRepeated(page, line, told)) continue;
    const harm = harmOf(page, line);
    const found = mentionsOf(page, line, harm, mentions.length);
    mentions.push(...withoutBorrowedHarm(page, found).map(asHeld));
    loose.push(...harm.filter((fact) => !found.some((mention) => mention.harm.includes(fact))));
    const evidence: Evidence[] = evidenceOf(page, line);
    if (evidence.length > 0) page.evidenceBySentence.set(line.sentence.index, evidence);
  }
  const meant = withThoseNamed(page, withCaptivesFreed(page, withBareClaims(page, mentions)))
    .filter((mention) => !mention.because.includes('modality/demanded'))
    .map((mention) => asStated(page, mention));
  const zero = meant.filter(isExplicitZero);
  if (zero.length === meant.length) return { page, mentions: withLooseHarm(page, meant, loose) };
  const acts = meant.filter((mention) => !zero.includes(mention));
  return { page, mentions: withLooseHarm(page, acts, [...loose, ...zero.flatMap(({ harm }) => harm)]) };
}

/** Shorter ones may be told twice and mean two things ("No casualties were reported."). */
const REPEATED_TOKENS = 7;

/** Pages hold their own text twice (a summary and the article): what stands word for word before it is no further act. */
function isRepeated({ parsed }: Page, { sentence: { start, end, tokens } }: Line, told: Set<string>): boolean {
  if (tokens.length < REPEATED_TOKENS) return false;
  const text = parsed.text.slice(start, end);
  if (told.has(text)) return true;
  told.add(text);
  return false;
}

/** "The UN suspended deliveries after a raid killed 20": harm that an act of violence tells is not that of a calm act, nor of the taking of ground. */
function withoutBorrowedHarm(page: Page, mentions: readonly EventMention[]): readonly EventMention[] {
  // "captured two villages and killed dozens", "destroyed two tanks and killed eleven soldiers": ground and things suffer nobody's death.
  const isViolent = ({ type }: EventMention): boolean =>
    page.words.types.get(type)?.violent === true && type !== 'territory_seizure' && type !== 'property_destruction';
  const violent = mentions.filter(isViolent);
  if (violent.length === 0 || violent.length === mentions.length) return mentions;
  const held = new Set(violent.flatMap(({ harm }) => harm));
  return mentions.map((mention) =>
    isViolent(mention) ? mention : { ...mention, harm: mention.harm.filter((fact) => !held.has(fact)) },
  );
}

/** "No fatalities were reported." is no act denied, but what came of the act told before it. */
const isExplicitZero = ({ nominal, modality, harm }: EventMention): boolean =>
  nominal && modality === 'denied' && harm.length > 0 && harm.every(({ quantity }) => quantity?.claim.n === 0);

const WISHED: Partial<Record<WordedStatement['kind'], Modality>> = {
  demand: 'hypothetical',
  appeal: 'hypothetical',
  expectation: 'hypothetical',
  warning: 'hypothetical',
  threat: 'threatened',
  commitment: 'planned',
  denial: 'denied',
};

/** What somebody only demands, hopes, warns of or promises has not happened, unless the words tell it as past. */
function asStated(page: Page, mention: EventMention): EventMention {
  if (mention.modality !== 'asserted' && mention.modality !== 'alleged') return mention;
  // A refusal to let help in is what keeps it out.
  if (mention.entry.needs === 'withheld') return mention;
  const token = page.parsed.sentences[mention.sentence]?.tokens[mention.token];
  // A noun of violence names what has happened ("demanded an end to the raids"); one of contact or help what is wanted.
  if (token === undefined || token.tag === 'VBD' || token.tag === 'VBN') return mention;
  if (mention.nominal && page.words.types.get(mention.type)?.violent !== false) return mention;
  const statement = page.statements.find(
    (one) =>
      WISHED[one.kind] !== undefined &&
      // "did not respect the truce and kept bombing": what somebody did not do denies nothing else.
      !(one.kind === 'denial' && one.because.includes('statement/act')) &&
      one.parts.some((part) => part.start <= mention.span.start && mention.span.end <= part.end),
  );
  const modality = statement === undefined ? undefined : WISHED[statement.kind];
  return modality === undefined
    ? mention
    : { ...mention, modality, because: [...mention.because, `modality/in-${statement?.kind}`] };
}

/** Harm that stands under no trigger belongs to the act told nearest to it, or of one of its people. */
function withLooseHarm(page: Page, mentions: readonly EventMention[], loose: readonly HarmFact[]): EventMention[] {
  const added = new Map<number, HarmFact[]>();
  for (const fact of loose) {
    const nearest = mentionOfVictim(page, mentions, fact) ?? nearestMention(page, mentions, fact);
    if (nearest !== null) added.set(nearest.id, [...(added.get(nearest.id) ?? []), fact]);
  }
  return mentions.map((mention) => ({ ...mention, harm: [...mention.harm, ...(added.get(mention.id) ?? [])] }));
}

/** "A driver was shot. … The driver was pronounced dead.": the latest act before that tells of the same person. */
function mentionOfVictim(page: Page, mentions: readonly EventMention[], fact: HarmFact): EventMention | null {
  const chains = new Set(fact.sufferers.flatMap((person) => chainOf(page, person) ?? []));
  if (chains.size === 0) return null;
  const isHarmed = (person: WordedParticipant): boolean => {
    const chain = chainOf(page, person);
    return chain !== null && chains.has(chain);
  };
  return (
    mentions.findLast(
      (mention) =>
        mention.sentence <= fact.sentence &&
        !mention.aggregate &&
        (mention.targets.some(isHarmed) || mention.harm.some(({ sufferers }) => sufferers.some(isHarmed))),
    ) ?? null
  );
}

const chainOf = (page: Page, { mention }: WordedParticipant): number | null =>
  mention === null ? null : (page.chains.representative[mention] ?? mention);

/** How many sentences after an act its harm may be told, and how many before it ("One man is dead. … The shooting"). */
const HARM_AFTER = 3;
const HARM_BEFORE = 2;

function nearestMention(page: Page, mentions: readonly EventMention[], fact: HarmFact): EventMention | null {
  let best: EventMention | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const mention of mentions) {
    if (!mayBring(page, mention.type, fact.measure)) continue;
    const sentences = fact.sentence - mention.sentence;
    if (sentences < -HARM_BEFORE || sentences > HARM_AFTER || (mention.aggregate && sentences !== 0)) continue;
    const cost = costOf(mention, fact, sentences);
    if (cost < bestCost) {
      bestCost = cost;
      best = mention;
    }
  }
  return best;
}

/** Within the sentence the nearest words, else the nearest sentence, those before it first. */
function costOf(mention: EventMention, fact: HarmFact, sentences: number): number {
  if (sentences === 0) return Math.abs(mention.token - fact.token);
  return sentences > 0 ? sentences * 40 - mention.token / 100 : 200 - sentences * 40 + mention.token / 100;
}

export type { IncidentInput, Page };
