/**
 * `npm run text-quality`: how much of the coding of our own notes survives when their text comes in another casing or quality.
 * Each note of `test/notes/notes.yaml` is coded as written and as garbled; a field counts as kept when the garbled coding holds an
 * incident of the same report with the same value. Prints the table of docs/reference/text-quality.md.
 */
import { type Knowledge, loadKnowledge } from '../src/knowledge/knowledge.ts';
import type { CodedIncident } from '../src/model/coded-report.ts';
import { codeNote, loadNotes, type Note } from '../test/notes/note-faults.ts';
import { GARBLINGS } from './garblings.ts';

const FIELDS: Record<string, (incident: CodedIncident) => string | null> = {
  incidents: ({ type }) => type,
  killed: ({ harm }) => counted(harm.killed),
  injured: ({ harm }) => counted(harm.injured),
  places: ({ place }) => place?.place ?? null,
  days: ({ time }) => time?.start?.slice(0, 10) ?? null,
  perpetrators: ({ perpetrators }) => perpetrators[0]?.name.toLowerCase() ?? null,
};

const counted = (count: CodedIncident['harm']['killed']): string | null =>
  count === undefined ? null : `${count.min}/${count.best ?? ''}/${count.max ?? ''}`;

const knowledge = loadKnowledge('knowledge');
const notes = loadNotes();
console.log(`| text | ${Object.keys(FIELDS).join(' | ')} |\n|---|${'--:|'.repeat(Object.keys(FIELDS).length)}`);
for (const [name, garble] of Object.entries(GARBLINGS)) {
  const shares = Object.values(FIELDS).map((field) => {
    const kept = notes.map((note) => keptOf(note, garble, field, knowledge));
    const told = kept.reduce((sum, [, all]) => sum + all, 0);
    return `${Math.round((100 * kept.reduce((sum, [same]) => sum + same, 0)) / Math.max(1, told))} %`;
  });
  console.log(`| ${name} | ${shares.join(' | ')} |`);
}

/** How many values of a field the garbled text keeps, and how many the clean text has. */
function keptOf(
  note: Note,
  garble: (text: string) => string,
  field: (incident: CodedIncident) => string | null,
  all: Knowledge,
): [kept: number, told: number] {
  const valuesOf = (text: string): string[] =>
    codeNote({ ...note, text }, all)
      .incidents.filter(({ modality }) => modality === 'asserted' || modality === 'alleged')
      .flatMap((incident) => field(incident) ?? []);
  const clean = valuesOf(note.text);
  const garbled = valuesOf(garble(note.text));
  const left = [...garbled];
  const kept = clean.filter((value) => {
    const at = left.indexOf(value);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  return [kept.length, clean.length];
}
