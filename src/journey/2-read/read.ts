/** The door of reading: a report's text into everything it words, each with its place in the text; nothing is resolved here. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { NamesInScript } from '../../knowledge/names-in-script.ts';
import type { PatternWords } from '../../knowledge/pattern-words.ts';
import { reliedOnDate } from '../../model/publication-date.ts';
import type { Reading } from '../../model/reading.ts';
import type { Note, Report } from '../../model/report.ts';
import type { Token } from '../../model/sentence.ts';
import { findActors } from './actors/actors.ts';
import { linkMentions } from './actors/link-mentions.ts';
import { findStateNames } from './actors/state-names.ts';
import { hashText } from './grammar/hashing.ts';
import { parseText } from './grammar/parse-text.ts';
import { harmTrigger } from './incidents/harm.ts';
import { findIncidents, type IncidentInput } from './incidents/incidents.ts';
import { incidentTrigger } from './incidents/triggers.ts';
import { readPatterns } from './patterns/read-patterns.ts';
import { findPlaces } from './places/places.ts';
import { findQuantities } from './quantities/quantities.ts';
import { speechTrigger } from './statements/speech-trigger.ts';
import { findStatements } from './statements/statements.ts';
import { noteMess } from './text/note-mess.ts';
import { findTimes } from './times/find-times.ts';

/** Reads one report. Only sentences that may hold something to code are parsed. Linear in the length of the text. */
export function read(report: Report, knowledge: Knowledge): Reading {
  const language = report.language.split('-')[0] ?? '';
  // The tables of other languages are opened when one of their reports comes.
  if (language !== knowledge.language) {
    const [patterns, names] = [knowledge.patternWords.get(language), knowledge.namesInScript.get(language)];
    if (patterns !== undefined && names !== undefined) return readByWords(report, patterns, names, knowledge);
  }
  const input = readingInput(report, knowledge);
  const { parsed, actors, chains, places, times, quantities, statements, notes } = input;
  const incidents = findIncidents(input, knowledge.sameEvent);
  return {
    report,
    parsed,
    notes: [...report.notes, ...notes],
    actors,
    chains,
    places,
    times,
    quantities,
    incidents,
    statements,
  };
}

/** A report of a language without a grammar. */
function readByWords(
  report: Report,
  words: PatternWords,
  names: NamesInScript,
  { gazetteer, furniture }: Knowledge,
): Reading {
  const mess = noteMess(report.text, report.title, furniture);
  const parsed = parseText(report.text, null, { furniture: mess.furniture });
  return {
    report,
    parsed,
    notes: [...report.notes, ...mess.notes],
    actors: [],
    chains: { representative: [], members: [] },
    quantities: [],
    statements: [],
    ...readPatterns(parsed, words, { gazetteer, names }),
  };
}

/** Everything that the incident rules are given. */
export function readingInput(report: Report, knowledge: Knowledge): IncidentInput & { notes: readonly Note[] } {
  const mess = noteMess(report.text, report.title, knowledge.furniture);
  const wants = (tokens: readonly Token[]): boolean =>
    incidentTrigger(tokens, knowledge.incidentWords) ||
    harmTrigger(tokens, knowledge.harmWords) ||
    speechTrigger(tokens, knowledge.speechWords);
  const parsed = parseText(report.text, knowledge.grammar, {
    furniture: mess.furniture,
    wants,
    hints: knowledge.wordHints,
  });
  const places = findPlaces(
    parsed,
    knowledge.gazetteer,
    knowledge.placeWords,
    (word) => knowledge.grammar.lexicon.find(hashText(word)) !== -1,
  );
  const times = findTimes(parsed, knowledge.timeWords);
  const quantities = findQuantities(parsed, knowledge.quantityWords);
  const actors = findActors(parsed, knowledge.actors, knowledge.actorWords, {
    places: places.filter((place) => place.use !== 'embedded'),
  });
  const chains = linkMentions(parsed, actors, knowledge.harmWords.byVerb);
  const states = findStateNames(places, actors, knowledge.actors);
  const statements = findStatements(parsed, actors, chains, times, knowledge.speechWords, states);
  return {
    parsed,
    actors,
    chains,
    places,
    times,
    quantities,
    statements,
    notes: mess.notes,
    register: knowledge.actors,
    gazetteer: knowledge.gazetteer,
    words: knowledge.incidentWords,
    grammar: knowledge.incidentGrammar,
    figures: knowledge.figures,
    harm: knowledge.harmWords,
    people: knowledge.quantityWords,
    modality: knowledge.modalityWords,
    evidence: knowledge.evidenceWords,
    lexicon: knowledge.grammar.lexicon,
    fillers: knowledge.incidentFillers,
    published: reliedOnDate(report)?.slice(0, 10) ?? null,
    cast: knowledge.incidentCast,
  };
}
