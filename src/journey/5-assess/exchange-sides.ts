/**
 * The same facts with the sides of an agreement exchanged, actor for actor by its list of counterparts: what the neutrality
 * run compares. Words and spans stay as they are; only who is meant changes.
 */
import type { Agreement } from '../../model/agreement.ts';
import type { CodedIncident, CodedReport, Participant } from '../../model/coded-report.ts';
import type { Incident } from '../../model/incident.ts';

export interface IncidentWithReports {
  readonly incident: Incident;
  readonly reports: ReadonlyMap<string, CodedReport>;
}

export function exchangeSides({ incident, reports }: IncidentWithReports, agreement: Agreement): IncidentWithReports {
  const other = new Map(
    agreement.counterparts.flatMap(
      ([one, two]) =>
        [
          [one, two],
          [two, one],
        ] as const,
    ),
  );
  const exchange = (actor: string | null): string | null => (actor === null ? null : (other.get(actor) ?? actor));
  return {
    incident: {
      ...incident,
      targets: incident.targets.map((target) => ({ ...target, actor: exchange(target.actor) })),
      attributions: incident.attributions.map((claim) => ({
        ...claim,
        accused: withActor(claim.accused, exchange),
        saidBy: claim.saidBy.map((sayer) => ({ ...sayer, actor: exchange(sayer.actor) })),
      })),
    },
    reports: new Map([...reports].map(([id, report]) => [id, exchangeInReport(report, exchange)])),
  };
}

type Exchange = (actor: string | null) => string | null;

const withActor = (participant: Participant, exchange: Exchange): Participant => ({
  ...participant,
  actor: exchange(participant.actor),
});

function exchangeInReport(report: CodedReport, exchange: Exchange): CodedReport {
  return {
    ...report,
    mentions: report.mentions.map((mention) =>
      mention.kind === 'actor' ? { ...mention, actor: exchange(mention.actor) } : mention,
    ),
    incidents: report.incidents.map((coded) => exchangeInIncident(coded, exchange)),
    statements: report.statements.map((statement) => ({
      ...statement,
      speaker: statement.speaker === null ? null : withActor(statement.speaker, exchange),
      addressees: statement.addressees.map((addressee) => withActor(addressee, exchange)),
    })),
  };
}

function exchangeInIncident(coded: CodedIncident, exchange: Exchange): CodedIncident {
  return {
    ...coded,
    perpetrators: coded.perpetrators.map((one) => withActor(one, exchange)),
    targets: coded.targets.map((target) => ({ ...target, actor: exchange(target.actor) })),
    attributedTo: coded.attributedTo.map((source) => ({ ...source, actor: exchange(source.actor) })),
  };
}
