/** Reads incidents out of a parsed report: trigger, frame, harm, setting, modality; then groups mentions of one event. */
import type { LinearModel } from '../../../knowledge/linear-model.ts';
import type { Evidence, Modality, WordedIncident } from '../../../model/worded-incident.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';
import { composeIncident } from './compose.ts';
import { damaged } from './damage.ts';
import type { EventMention, HarmFact } from './event-mention.ts';
import { evidenceOf } from './evidence.ts';
import { incidentFeatures } from './features.ts';
import { harmOf } from './harm.ts';
import { mentionsOf } from './mentions.ts';
import { type IncidentInput, type Page, pageOf } from './page.ts';
import { groupMentions } from './same-event.ts';

/** Incidents as worded, in the order of their first mention. */
export function findIncidents(input: IncidentInput, sameEvent: LinearModel): WordedIncident[] {
  const { page, mentions } = readMentions(input);
  const groups = groupMentions(page, mentions, sameEvent);
  return groups.map((group) => {
    const incident = damaged(page, composeIncident(page, group));
    return { ...incident, features: incidentFeatures(page, incident, group) };
  });
}

/** The event mentions of a report before they are grouped: what the models of fillers and of same events are fitted on. */
export function readMentions(input: IncidentInput): { page: Page; mentions: EventMention[] } {
  const page = pageOf(input);
  const mentions: EventMention[] = [];
  const loose: HarmFact[] = [];
  for (const line of page.lines) {
    if (line.sentence.tree === null || line.sentence.kind === 'furniture') continue;
    const harm = harmOf(page, line);
    const found = mentionsOf(page, line, harm, mentions.length);
    mentions.push(...found);
    loose.push(...harm.filter((fact) => !found.some((mention) => mention.harm.includes(fact))));
    const evidence: Evidence[] = evidenceOf(page, line);
    if (evidence.length > 0) page.evidenceBySentence.set(line.sentence.index, evidence);
  }
  const told = mentions
    .filter((mention) => !mention.because.includes('modality/demanded'))
    .map((mention) => asStated(page, mention));
  return { page, mentions: withLooseHarm(told, loose) };
}

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
  const token = page.parsed.sentences[mention.sentence]?.tokens[mention.token];
  // A noun of violence names what has happened ("demanded an end to the raids"); one of contact or help what is wanted.
  if (token === undefined || token.tag === 'VBD' || token.tag === 'VBN') return mention;
  if (mention.nominal && page.words.types.get(mention.type)?.violent !== false) return mention;
  const statement = page.statements.find(
    (one) =>
      WISHED[one.kind] !== undefined &&
      one.parts.some((part) => part.start <= mention.span.start && mention.span.end <= part.end),
  );
  const modality = statement === undefined ? undefined : WISHED[statement.kind];
  return modality === undefined
    ? mention
    : { ...mention, modality, because: [...mention.because, `modality/in-${statement?.kind}`] };
}

/** Harm that stands under no trigger belongs to the nearest mention of its sentence, else of the sentence before. */
function withLooseHarm(mentions: readonly EventMention[], loose: readonly HarmFact[]): EventMention[] {
  const added = new Map<number, HarmFact[]>();
  for (const fact of loose) {
    const nearest = nearestMention(mentions, fact);
    if (nearest !== null) added.set(nearest.id, [...(added.get(nearest.id) ?? []), fact]);
  }
  return mentions.map((mention) => ({ ...mention, harm: [...mention.harm, ...(added.get(mention.id) ?? [])] }));
}

function nearestMention(mentions: readonly EventMention[], fact: HarmFact): EventMention | null {
  let best: EventMention | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const mention of mentions) {
    const sentences = fact.sentence - mention.sentence;
    if (sentences < 0 || sentences > 2 || (mention.aggregate && sentences > 0)) continue;
    const cost = sentences * 40 + (sentences === 0 ? Math.abs(mention.token - fact.token) : -mention.token / 100);
    if (cost < bestCost) {
      bestCost = cost;
      best = mention;
    }
  }
  return best;
}

export type { IncidentInput, Page };
