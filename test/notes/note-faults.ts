/** Short notes with what a reader would code from them, and what a coding lacks of it. The notes stand in `notes.yaml` (English) and `notes-ar.yaml`. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { code } from '../../src/journey/journey.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { CodedIncident, CodedReport, Count, Participant } from '../../src/model/coded-report.ts';
import { plainReport } from '../plain-report.ts';

const expectation = z.strictObject({
  /** Any of these types is right. */
  type: z.array(z.string()).optional(),
  place: z.string().optional(),
  country: z.string().optional(),
  /** The day it began. */
  day: z.string().optional(),
  killed: z.number().optional(),
  injured: z.number().optional(),
  perpetrator: z.string().optional(),
  target: z.string().optional(),
  /** No incident may be put in another way than one of these. */
  only: z.array(z.string()).optional(),
});
const note = z.strictObject({ id: z.string(), published: z.string(), text: z.string(), expect: expectation });
export type Note = z.infer<typeof note> & { language: string };

const FILES = { en: 'notes.yaml', ar: 'notes-ar.yaml' };

export const loadNotes = (): Note[] =>
  Object.entries(FILES).flatMap(([language, file]) =>
    z
      .array(note)
      .parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')))
      .map((one) => ({ ...one, language })),
  );

export function codeNote({ id, published, text, language }: Note, knowledge: Knowledge): CodedReport {
  return code(plainReport(text, published, { id, language }), knowledge);
}

/** How many fields a note expects something of. */
export const fieldCount = ({ expect }: Note): number => Object.keys(expect).length;

/** Faults as "field: what was found" of the incident that has fewest; none when the coding holds all that is expected. */
export function noteFaults({ expect }: Note, coded: CodedReport): string[] {
  if (expect.only !== undefined) {
    const other = coded.incidents.find(({ modality }) => !expect.only?.includes(modality));
    return other === undefined ? [] : [`only: ${other.type} ${other.modality}`];
  }
  const told = coded.incidents.filter(({ modality }) => modality === 'asserted' || modality === 'alleged');
  const faults = told.map((incident) => incidentFaults(expect, incident, coded.text));
  return faults.sort((a, b) => a.length - b.length)[0] ?? Object.keys(expect).map((field) => `${field}: no incident`);
}

function incidentFaults(expect: Note['expect'], incident: CodedIncident, text: string): string[] {
  const { type, place, time, harm, perpetrators, targets } = incident;
  const faults: [field: string, isMet: boolean, found: string | number | null | undefined][] = [
    ['type', expect.type === undefined || expect.type.includes(type), type],
    ['place', isPlace(expect.place, place, text), place?.name],
    ['country', expect.country === undefined || place?.country === expect.country, place?.country],
    ['day', expect.day === undefined || time?.start?.slice(0, 10) === expect.day, time?.start],
    ['killed', expect.killed === undefined || figure(harm.killed) === expect.killed, figure(harm.killed)],
    ['injured', expect.injured === undefined || figure(harm.injured) === expect.injured, figure(harm.injured)],
    ['perpetrator', isNamed(expect.perpetrator, perpetrators), names(perpetrators)],
    ['target', isNamed(expect.target, targets), names(targets)],
  ];
  return faults.filter(([, isMet]) => !isMet).map(([field, , found]) => `${field}: ${found ?? 'none'}`);
}

/** As the gazetteer prints it or as the note words it. */
const isPlace = (wanted: string | undefined, place: CodedIncident['place'], text: string): boolean =>
  wanted === undefined ||
  place?.name === wanted ||
  (place?.spans.some(({ start, end }) => text.slice(start, end).includes(wanted)) ?? false);

const figure = (count: Count | undefined): number | null => count?.best ?? count?.min ?? null;
const names = (all: readonly Participant[]): string => all.map(({ name }) => name).join('; ');

const isNamed = (wanted: string | undefined, all: readonly Participant[]): boolean =>
  wanted === undefined ||
  all.some(({ name, also }) => [name, ...(also ?? [])].some((wording) => wording.includes(wanted)));
