/** A finding as one plain paragraph: what was tested, the outcome, what it rests on, what is missing. */
import type { Clause, Zone } from '../../model/agreement.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Weighing } from './clause-test.ts';
import type { Facts } from './facts.ts';
import { typeName } from './limbs/act.ts';
import { perFacts } from './per-facts.ts';
import { LIMB_NAMES, type LimbName, type Terms } from './terms.ts';

const CAPITAL: Record<LimbName, string> = {
  bearer: 'Bearer',
  counterparty: 'Counterparty',
  act: 'Act',
  means: 'Means',
  zone: 'Zone',
  time: 'Time',
  exception: 'Exception',
};

const OPENING: Record<Weighing['outcome'], string> = {
  'breach-indicated': 'a breach is indicated: every limb is met and no exception is raised',
  consistent: 'consistent with the clause',
  'outside-scope': 'outside the scope of the clause',
  'exception-claimed': 'an exception is claimed, and not shown',
  indeterminate: 'indeterminate',
};

/** Built by adding to one text: it is made for every finding. */
export function summaryOf(facts: Facts, clause: Clause, { limbs, outcome }: Weighing, terms: Terms): string {
  const isAgainst = outcome === 'outside-scope' || outcome === 'consistent';
  const wanted = isAgainst ? 'not-met' : 'unknown';
  const told: LimbName[] = [];
  for (const name of LIMB_NAMES)
    if (limbs[name].value === wanted && !(isAgainst && name === 'exception')) told.push(name);
  let text = terms.clauseWords(clause) + OPENING[outcome];
  if (told.length > 0) text += `, by ${told.join(' and ')}`;
  text += `. Tested: ${headline(facts)}. `;
  for (const name of told) text += `${CAPITAL[name]}: ${limbs[name].because}. `;
  if (outcome === 'breach-indicated')
    text += `Bearer: ${limbs.bearer.because}. Counterparty: ${limbs.counterparty.because}. `;
  if (limbs.exception.value === 'not-met' && limbs.exception.spans.length > 0)
    text += `Exception: ${limbs.exception.because}. `;
  if (outcome === 'indeterminate' || outcome === 'exception-claimed') text += settles(limbs);
  if (!clause.checked) text += 'This clause is background knowledge that could not be checked against a source. ';
  if (isSketch(terms.zone(clause.zone)))
    text += 'The zone of the clause is a sketch that could not be checked against a source. ';
  return `${text}It rests on ${restsOn(facts)}. A determination is a person's act.`;
}

/** Drawn by us; zones of whole countries and provinces are theirs. */
const isSketch = (zone: Zone | null): boolean => zone !== null && !zone.checked && zone.paths.length > 0;

const headlines = perFacts<string>();

/** Said of every clause that the incident is tested against. */
const headline = (facts: Facts): string => headlines.get(facts, 0) ?? headlines.keep(facts, 0, headlineOf(facts));

function headlineOf({ incident, accused }: Facts): string {
  const culprits = new Set<string>();
  let isEither = false;
  for (const { certainty, name, either } of accused) {
    if (certainty !== 'denied_by_itself') culprits.add(name);
    if (either !== null) isEither = true;
  }
  const by =
    culprits.size === 0 ? 'by nobody named' : `said to be by ${[...culprits].join(isEither ? ' or ' : ' and ')}`;
  const where = incident.place?.name ?? incident.place?.country ?? 'a place that is not told';
  const when = incident.time?.start ?? 'a time that is not told';
  return `${typeName(incident.type)} at ${where}, ${when}, ${by}`;
}

function settles(limbs: Weighing['limbs']): string {
  const wanted = new Set<string>();
  for (const name of LIMB_NAMES) {
    const { value, wouldSettle } = limbs[name];
    if (value === 'unknown' && wouldSettle !== undefined) wanted.add(wouldSettle);
  }
  return wanted.size === 0 ? '' : `What would settle it: ${[...wanted].join('; ')}. `;
}

const rests = perFacts<string>();

const restsOn = (facts: Facts): string => rests.get(facts, 0) ?? rests.keep(facts, 0, reportsAndOrigins(facts));

function reportsAndOrigins({ incident, reports, report }: Facts): string {
  const origins = incident.origins === 1 ? 'one origin' : `${incident.origins} independent origins`;
  const shown = reports.slice(0, 5).map((id) => sourceWords(id, report(id)));
  if (reports.length > 5) shown.push(`and ${reports.length - 5} more`);
  return `${reports.length === 1 ? 'one report' : `${reports.length} reports`} (${origins}): ${shown.join('; ')}`;
}

/** "Orontes Wire, 2016-04-19 [97a729653825]"; what a report does not tell of itself is left out. */
function sourceWords(id: string, report: CodedReport | undefined): string {
  const known = [report?.source, report?.published?.slice(0, 10)].filter((part) => typeof part === 'string');
  return known.length === 0 ? shortId(id) : `${known.join(', ')} [${shortId(id)}]`;
}

/** Twelve digits of a hash tell reports apart for a reader; the finding itself keeps the whole id. */
const shortId = (id: string): string => (/^[0-9a-f]{64}$/.test(id) ? id.slice(0, 12) : id);
