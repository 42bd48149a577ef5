/** What an incident is computed from: its coded incidents, each with its report and the link that holds it. */
import type { CodedIncident, CodedReport } from '../../model/coded-report.ts';
import type { IncidentLink } from '../../model/incident.ts';

/** A coded incident with the report it stands in. */
export interface Member {
  readonly report: CodedReport;
  readonly coded: CodedIncident;
  readonly link: IncidentLink;
}
