/** The door of resolving: what a report words into names, dates, places and ranges, in the public shape `coded-report/1`. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { ResolvedPlace } from '../../model/place-name.ts';
import { reliedOnDate } from '../../model/publication-date.ts';
import type { Reading } from '../../model/reading.ts';
import { groupsOf, resolveActors } from './actors.ts';
import { codeIncident, type ResolvedSettings } from './incidents/code-incident.ts';
import { actsOf } from './incidents/other-acts.ts';
import { printedIncidents } from './incidents/printed.ts';
import { placedNames } from './incidents/where.ts';
import { mentionsOf } from './mentions.ts';
import { resolvePlaces } from './places.ts';
import { resolveStatements, withAims } from './statements.ts';
import { timeContext } from './time-context.ts';
import { resolveTimes } from './times.ts';

export interface Coder {
  readonly name: string;
  readonly version: string;
}

export function resolve(as: Reading, knowledge: Knowledge, coder: Coder): CodedReport {
  const { report, parsed } = as;
  // What is told is not counted from a date that cannot be right.
  const read: Reading = { ...as, report: { ...report, published: reliedOnDate(report) } };
  const places = resolvePlaces(read.places, parsed, knowledge.gazetteer, {
    groups: groupsOf(read.actors, knowledge.actors),
  });
  const named = resolveActors(read.actors, knowledge.actors, {
    countries: countriesOf(places),
    published: read.report.published,
  });
  const reading: Reading = { ...read, actors: named.actors };
  const times = resolveTimes(reading.times, parsed, timeContext(reading, places, knowledge));
  const settings: ResolvedSettings = {
    places,
    placed: placedNames(reading, places),
    times,
    acts: actsOf(reading, knowledge.gazetteer),
    grammar: knowledge.incidentGrammar,
    words: knowledge.incidentWords,
    wording: knowledge.countWording,
    confidence: knowledge.incidentConfidence,
  };
  const { incidents, notes } = incidentsOf(reading, settings);
  return {
    schema: 'coded-report/1',
    id: report.id,
    title: report.title,
    text: report.text,
    language: report.language,
    published: report.published,
    publishedBasis: report.publishedBasis,
    ...(report.source === null ? {} : { source: report.source }),
    ...(report.pictures === undefined ? {} : { pictures: report.pictures }),
    mentions: mentionsOf(reading, places, times, knowledge.countWording),
    incidents,
    statements: resolveStatements(reading, times, incidents, knowledge.speechWords),
    notes: [...reading.notes, ...named.notes, ...notes],
    coder: { ...coder, knowledge: knowledge.version },
  };
}

/** The countries of a report's places, the most often named first. */
function countriesOf(places: readonly ResolvedPlace[]): string[] {
  const counts = new Map<string, number>();
  for (const { country } of places) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([country]) => country);
}

/** Only what is told: an act that is merely imagined is left out; one that the model holds for a misreading is only noted. */
function incidentsOf(reading: Reading, settings: ResolvedSettings): Pick<CodedReport, 'incidents' | 'notes'> {
  const judged = reading.incidents.map((worded) => ({
    incident: codeIncident(reading, worded, '', settings),
    isFitted: worded.features.bias === 1,
    inNote: worded.features.note === 1,
  }));
  const { incidents, notes } = printedIncidents(judged, reading.parsed.sentences.length);
  const numbered = incidents.map((incident, index) => ({ ...incident, id: `i${index + 1}` }));
  return { incidents: withAims(reading, numbered), notes };
}
