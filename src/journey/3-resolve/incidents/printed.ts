/** Which of the incidents as read are printed: what is told, without what the model holds for talk; that is noted, not lost. */
import type { CodedIncident, CodedReport } from '../../../model/coded-report.ts';

/** From here on an incident of a kind that the confidence was fitted on is printed. Chosen on every fifth report of MUC-4 DEV and on TST1. */
const LIKELY = 0.45;
/** And from here on one that says who did what to whom, or counts the harmed, and where or when: in a short report, in a long one. */
const TOLD_WHOLE = { short: 0.2, long: 0.4 };
/** Longer reports recall other acts beside their own: of what is doubtful there, four in five were no act of the report (decision 230). */
const SHORT_SENTENCES = 6;
/** The likeliest incident of a report is printed from here on: a short report of one doubtful act is still a report of it (decision 250). */
const LIKELIEST = { short: 0.1, long: 0.35 };
/** Incidents of other kinds less likely than this are not printed: the review queue would drown in them. */
const LEAST = 0.1;

export interface Judged {
  readonly incident: CodedIncident;
  /** Of a kind that the confidence was fitted on; the weights of other kinds are set by hand. */
  readonly isFitted: boolean;
  /** In a note of a sentence or three, which is made of what happened. */
  readonly inNote: boolean;
}

export interface Printed {
  readonly incidents: readonly CodedIncident[];
  /** One note for each act that is told and too doubtful to be printed. */
  readonly notes: CodedReport['notes'];
}

/** `sentences`: how many the report has. */
export function printedIncidents(all: readonly Judged[], sentences: number): Printed {
  const toldWhole = sentences > SHORT_SENTENCES ? TOLD_WHOLE.long : TOLD_WHOLE.short;
  const told = all.filter(({ incident }) => incident.modality !== 'hypothetical');
  let best = sentences > SHORT_SENTENCES ? LIKELIEST.long : LIKELIEST.short;
  for (const { incident, isFitted } of told) if (isFitted && incident.confidence > best) best = incident.confidence;
  const isOut = (one: Judged): boolean => isPrinted(one, best, toldWhole);
  return {
    incidents: told.filter(isOut).map(({ incident }) => incident),
    notes: told.filter((one) => one.isFitted && !isOut(one)).map(({ incident }) => doubtOf(incident)),
  };
}

function doubtOf({ type, confidence, trigger: [span] }: CodedIncident): CodedReport['notes'][number] {
  const message = `Read as ${type} with confidence ${confidence}, too doubtful to be coded.`;
  return { code: 'incident/too-doubtful', message, ...(span === undefined ? {} : { span }) };
}

function isPrinted({ incident, isFitted, inNote }: Judged, best: number, toldWhole: number): boolean {
  if (!isFitted) return incident.confidence >= LEAST || isWhole(incident);
  if (incident.confidence >= Math.min(LIKELY, best)) return true;
  if (incident.confidence >= toldWhole && isWhole(incident) && (incident.place !== null || incident.time !== null))
    return true;
  return inNote && incident.modality === 'asserted';
}

/** Somebody did something to somebody, or people were harmed. */
const isWhole = (incident: CodedIncident): boolean =>
  (incident.perpetrators.length > 0 && incident.targets.length > 0) || Object.keys(incident.harm).length > 0;
