/** A finding as one plain paragraph: what was tested, the outcome, what it rests on, what is missing. */
import type { Clause } from '../../model/agreement.ts';
import type { Weighing } from './clause-test.ts';
import type { Facts } from './facts.ts';
import { typeName } from './limbs/act.ts';
import type { LimbName, Terms } from './terms.ts';

const ORDER: readonly LimbName[] = ['bearer', 'counterparty', 'act', 'means', 'zone', 'time', 'exception'];

const OPENING: Record<Weighing['outcome'], string> = {
  'breach-indicated': 'a breach is indicated: every limb is met and no exception is raised',
  consistent: 'consistent with the clause',
  'outside-scope': 'outside the scope of the clause',
  'exception-claimed': 'an exception is claimed, and not shown',
  indeterminate: 'indeterminate',
};

export function summaryOf(facts: Facts, clause: Clause, weighing: Weighing, { agreement }: Terms): string {
  const { limbs, outcome } = weighing;
  const open = ORDER.filter((name) => limbs[name].value === 'unknown');
  const against = ORDER.filter((name) => limbs[name].value === 'not-met' && name !== 'exception');
  const told = outcome === 'outside-scope' || outcome === 'consistent' ? against : open;
  const named = told.length > 0 ? `, by ${told.join(' and ')}` : '';
  const sentences = [
    `${clause.id} (${clause.title}) of ${agreement.name}: ${OPENING[outcome]}${named}`,
    `Tested: ${headline(facts)}`,
    ...told.map((name) => `${capital(name)}: ${limbs[name].because}`),
    ...(outcome === 'breach-indicated'
      ? [`Bearer: ${limbs.bearer.because}`, `Counterparty: ${limbs.counterparty.because}`]
      : []),
    ...(limbs.exception.value === 'not-met' && limbs.exception.spans.length > 0
      ? [`Exception: ${limbs.exception.because}`]
      : []),
    ...settles(weighing, open),
    ...(clause.checked ? [] : ['This clause is background knowledge that could not be checked against a source']),
    `It rests on ${restsOn(facts)}; a determination is a person's act`,
  ];
  return sentences.map((sentence) => `${sentence}.`).join(' ');
}

function headline({ incident, accused }: Facts): string {
  const culprits = [...new Set(accused.filter((one) => one.certainty !== 'denied_by_itself').map((one) => one.name))];
  const by =
    culprits.length === 0
      ? 'by nobody named'
      : `said to be by ${culprits.join(accused.some((one) => one.either !== null) ? ' or ' : ' and ')}`;
  const where = incident.place?.name ?? incident.place?.country ?? 'a place that is not told';
  const when = incident.time?.start ?? 'a time that is not told';
  return `${typeName(incident.type)} at ${where}, ${when}, ${by}`;
}

function settles({ limbs, outcome }: Weighing, open: readonly LimbName[]): string[] {
  const wanted = [...new Set(open.flatMap((name) => limbs[name].wouldSettle ?? []))];
  const isOpen = outcome === 'indeterminate' || outcome === 'exception-claimed';
  return isOpen && wanted.length > 0 ? [`What would settle it: ${wanted.join('; ')}`] : [];
}

function restsOn({ incident, reports }: Facts): string {
  const origins = incident.origins === 1 ? 'one origin' : `${incident.origins} independent origins`;
  const shown =
    reports.slice(0, 5).map(shortId).join(', ') + (reports.length > 5 ? ` and ${reports.length - 5} more` : '');
  return `${reports.length === 1 ? 'report' : 'reports'} ${shown} (${origins})`;
}

/** Twelve digits of a hash tell reports apart for a reader; the finding itself keeps the whole id. */
const shortId = (id: string): string => (/^[0-9a-f]{64}$/.test(id) ? id.slice(0, 12) : id);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
