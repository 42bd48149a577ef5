/** The ordered list of stages, from a report to its coding, from codings to incidents, from incidents to findings. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { CodedReport } from '../model/coded-report.ts';
import type { Refusal, Report } from '../model/report.ts';
import { read } from './2-read/read.ts';
import { resolve } from './3-resolve/resolve.ts';

/** The version of the coding engine: raised whenever a golden changes. */
export const CODER = { name: 'trucewatch', version: '0.1.0' } as const;

export interface CodeOptions {
  /** Adds `explain` to the coding: what was read and what was left out, and why. */
  readonly explain?: boolean;
}

/** Reads and resolves one report: the same report and knowledge give the same bytes. */
export function code(
  report: Report,
  knowledge: Knowledge,
  options: CodeOptions = {},
): CodedReport & { explain?: Explanation } {
  const reading = read(report, knowledge);
  const coded = resolve(reading, knowledge, CODER);
  if (options.explain !== true) return coded;
  return { ...coded, explain: explanationOf(reading, coded) };
}

export interface Explanation {
  sentences: { text: string; kind: string; parsed: boolean }[];
  incidents: { trigger: string; because: string[]; features: Record<string, number>; printed: boolean }[];
}

function explanationOf(reading: ReturnType<typeof read>, coded: CodedReport): Explanation {
  const { text } = reading.report;
  const printed = new Set(coded.incidents.map((incident) => incident.trigger[0]?.start));
  return {
    sentences: reading.parsed.sentences.map((sentence) => ({
      text: text.slice(sentence.start, sentence.end),
      kind: sentence.kind,
      parsed: sentence.tree !== null,
    })),
    incidents: reading.incidents.map((incident) => ({
      trigger: incident.trigger.map((span) => text.slice(span.start, span.end)).join(' … '),
      because: incident.because,
      features: incident.features,
      printed: printed.has(incident.trigger[0]?.start ?? -1),
    })),
  };
}

/** The coding of input that was refused: nothing coded, the reason in its notes. */
export function emptyCoding(id: string, refusal: Refusal, knowledge: Knowledge): CodedReport {
  return {
    schema: 'coded-report/1',
    id,
    title: null,
    text: '',
    language: 'und',
    published: null,
    publishedBasis: null,
    mentions: [],
    incidents: [],
    statements: [],
    notes: [{ code: refusal.code, message: refusal.message }],
    coder: { ...CODER, knowledge: knowledge.version },
  };
}
