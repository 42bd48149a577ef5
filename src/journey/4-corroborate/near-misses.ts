/** Incidents that were not held to be one but come near to it: what a person may want to put together, with the evidence. */
import type { CodedReport } from '../../model/coded-report.ts';
import type { Incident } from '../../model/incident.ts';
import { compareText } from './order.ts';
import { type Profile, profileOf } from './profile.ts';
import { likeness } from './same-incident.ts';

export interface NearMiss {
  readonly incident: Incident;
  /** 0 to 1: the likeliest pair of accounts. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Accounts of one incident that are compared; the first ones stand for the rest. */
const ACCOUNTS_AT_MOST = 12;
const NAMED_AT_MOST = 10;

/** `coded` holds the reports of all of them by id; an incident whose reports are missing is compared with nothing. */
export function nearMisses(
  incident: Incident,
  others: readonly Incident[],
  coded: ReadonlyMap<string, CodedReport>,
  least: number,
): NearMiss[] {
  const own = profilesOf(incident, coded);
  return others
    .filter(({ id }) => id !== incident.id)
    .map((other) => likeliest(other, own, profilesOf(other, coded)))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || compareText(a.incident.id, b.incident.id))
    .slice(0, NAMED_AT_MOST);
}

function likeliest(incident: Incident, own: readonly Profile[], others: readonly Profile[]): NearMiss {
  let best: NearMiss = { incident, score: 0, reasons: [] };
  for (const one of own) {
    for (const other of others) {
      const { score, reasons } = likeness(one, other);
      if (score > best.score) best = { incident, score, reasons };
    }
  }
  return best;
}

function profilesOf({ links }: Incident, reports: ReadonlyMap<string, CodedReport>): Profile[] {
  return links.slice(0, ACCOUNTS_AT_MOST).flatMap((link) => {
    const report = reports.get(link.report);
    const coded = report?.incidents.find(({ id }) => id === link.coded);
    return report === undefined || coded === undefined
      ? []
      : [profileOf({ index: 0, report, coded, origin: link.origin })];
  });
}
