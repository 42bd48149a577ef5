/**
 * What the police did in a report, in the labels of IndiaPoliceEvents, read off a coding: KILL (police killed), ARREST, FORCE (any
 * violence by police), ANY_ACTION (any act by police or against those they arrest). FAIL (the police did not act) is no incident of
 * the contract and is never given.
 */
import type { CodedIncident, CodedReport } from '../src/model/coded-report.ts';
import type { Span } from '../src/model/span.ts';

type Label = 'KILL' | 'ARREST' | 'FORCE' | 'ANY_ACTION';

export interface PoliceRow {
  id: string;
  labels: Label[];
  sentences: { id: string; labels: Label[] }[];
}

/** Sentences are given as the corpus cuts them; an incident counts for each that holds one of its words. */
export function policeRow(coded: CodedReport, sentences: readonly { id: string | number; text: string }[]): PoliceRow {
  const acts = coded.incidents
    .filter(({ modality, completed }) => (modality === 'asserted' || modality === 'alleged') && completed)
    .map((incident) => ({ incident, labels: labelsOf(incident) }));
  let from = 0;
  return {
    id: coded.id,
    labels: [...new Set(acts.flatMap(({ labels }) => labels))],
    sentences: sentences.map(({ id, text }) => {
      const at = coded.text.indexOf(text, from);
      const start = at === -1 ? from : at;
      from = at === -1 ? from : at + text.length;
      const isHere = (word: Span): boolean => at !== -1 && word.start >= start && word.end <= from;
      const here = acts.flatMap(({ incident, labels }) =>
        incident.trigger.some(isHere) ? labels.filter((label) => label !== 'KILL' || tellsDeath(incident, isHere)) : [],
      );
      return { id: String(id), labels: [...new Set(here)] };
    }),
  };
}

/** A death counts for the sentence that tells it, not for every sentence about the same event. */
const tellsDeath = ({ harm }: CodedIncident, isHere: (span: Span) => boolean): boolean =>
  harm.killed === undefined || harm.killed.spans.some(isHere);

/** Arrests are the police's where the report names no other force. */
function labelsOf({ type, perpetrators, harm }: CodedIncident): Label[] {
  const byPolice = perpetrators.some(({ role }) => role === 'police');
  if (type === 'arbitrary_detention') return byPolice || perpetrators.length === 0 ? ['ARREST', 'ANY_ACTION'] : [];
  if (!byPolice) return [];
  const isForce = VIOLENT.has(type);
  const kills = harm.killed !== undefined && harm.killed.min > 0;
  return [
    ...(kills || type === 'killing' ? (['KILL'] as const) : []),
    ...(isForce ? (['FORCE'] as const) : []),
    'ANY_ACTION',
  ];
}

const VIOLENT: ReadonlySet<CodedIncident['type']> = new Set([
  'shooting',
  'ground_attack',
  'killing',
  'armed_clash',
  'torture',
  'execution',
  'sniper_fire',
]);
