/** Means that the word for the act tells by itself: an air strike is flown by aircraft, whether or not they are named. */
import type { IncidentType } from '../../../model/coded-report.ts';
import type { Span } from '../../../model/span.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';
import { dependents } from '../grammar/tree.ts';
import type { EventMention, MentionGroup } from './event-mention.ts';
import type { Page } from './page.ts';

/** Id of the weapon by the type that its word says outright. */
const MEANS: Partial<Record<IncidentType, string>> = { air_strike: 'aircraft' };

/** The incident with the means of its noun, where no weapon was read. */
export function withToldMeans(page: Page, incident: WordedIncident, { mentions }: MentionGroup): WordedIncident {
  const term = MEANS[incident.type];
  if (term === undefined || incident.weapons.length > 0) return incident;
  const spans = mentions
    .filter(({ nominal, entry }) => nominal && entry.type === incident.type)
    .map((mention) => wholeOf(page, mention));
  return spans.length === 0 ? incident : { ...incident, weapons: [{ term, spans }] };
}

/** "air strikes", and not "strikes" alone. */
function wholeOf({ parsed }: Page, { sentence, token, span }: EventMention): Span {
  const inside = parsed.sentences[sentence];
  const own = inside === undefined ? [] : dependents(inside, token, 'compound').filter((child) => child < token);
  return {
    start: Math.min(span.start, ...own.map((child) => inside?.tokens[child]?.start ?? span.start)),
    end: span.end,
  };
}
