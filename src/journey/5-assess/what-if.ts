/**
 * "What if" runs: the same incident under one assumption at a time, to show a reader what hangs on what. An assumption settles one
 * open limb one way, takes one registrar's list as the right one, or puts the incident at another place. Nothing of this is ever
 * stored as a finding.
 */
import type { ActorRegister } from '../../knowledge/actors.ts';
import type { AssessmentCodebook } from '../../knowledge/assessment-codebook.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';
import type { Reason } from '../../model/reason.ts';
import { assessor } from './assess.ts';
import { plain, type Said, say } from './reason.ts';
import { edgesOf, movedTo, type SupposedPlace } from './supposed-place.ts';
import { type Hypothesis, LIMB_NAMES } from './terms.ts';

type Reports = ReadonlyMap<string, CodedReport>;
type Outcome = Finding['outcome'] | 'no finding';

interface Change {
  readonly clause: string;
  readonly from: Outcome;
  readonly to: Outcome;
}

export interface Supposition {
  /** "if counterparty is met", "if only the list of the Russian co-chair counts". */
  readonly assumption: string;
  /** The same as data, for pages in other languages. */
  readonly reason: Reason;
  /** Clauses whose outcome would be another. */
  readonly changes: readonly Change[];
}

/** A clause with the incident at another place, whether or not its outcome would be another. */
export interface Elsewhere extends Change {
  /** What became of the limb of the zone; null when there is no finding there. */
  readonly zone: Pick<Finding['limbs']['zone'], 'value' | 'because' | 'reason'> | null;
}

/** Suppositions that would change at least one outcome: limbs in order, then edges of the place, then registrars. */
export function whatIf(
  incident: Incident,
  reports: Reports,
  agreement: Agreement,
  actors: ActorRegister,
  codebook: AssessmentCodebook,
): Supposition[] {
  const assess = assessor(agreement, actors, codebook);
  const actual = assess(incident, reports);
  const under = ({ said, hypothesis }: { said: Said; hypothesis: Hypothesis }): Supposition[] =>
    suppositions(said, changesBetween(actual, assessor(agreement, actors, codebook, hypothesis)(incident, reports)));
  const atEdges = edgesOf(incident).map(({ bearing, place }) => ({
    bearing: plain(bearing),
    changes: changesBetween(actual, assess(movedTo(place, incident), reports)),
  }));
  return [
    ...limbsOpenIn(actual).flatMap(under),
    ...sameChanges(atEdges).flatMap(({ bearings, changes }) => suppositions(edgeWords(incident, bearings), changes)),
    ...registrarsOf(agreement).flatMap(under),
  ];
}

/** What each clause comes to with the incident at another place, in the agreement's order. */
export function whatIfElsewhere(
  place: SupposedPlace,
  incident: Incident,
  reports: Reports,
  agreement: Agreement,
  actors: ActorRegister,
  codebook: AssessmentCodebook,
): Elsewhere[] {
  const assess = assessor(agreement, actors, codebook);
  const supposed = assess(movedTo(place, incident), reports);
  const zones = new Map(supposed.map(({ clause, limbs }) => [clause, answerOf(limbs.zone)]));
  const order = new Map(agreement.clauses.map(({ id }, at) => [id, at]));
  return turnsBetween(assess(incident, reports), supposed)
    .map((turn) => ({ ...turn, zone: zones.get(turn.clause) ?? null }))
    .sort((a, b) => (order.get(a.clause) ?? 0) - (order.get(b.clause) ?? 0));
}

/** Without words of reports: none of them says that it lies there. */
const answerOf = ({ value, because, reason }: Finding['limbs']['zone']): NonNullable<Elsewhere['zone']> =>
  reason === undefined ? { value, because } : { value, because, reason };

const suppositions = ({ text, reason }: Said, changes: readonly Change[]): Supposition[] =>
  changes.length === 0 ? [] : [{ assumption: text, reason, changes }];

const changesBetween = (actual: readonly Finding[], supposed: readonly Finding[]): Change[] =>
  turnsBetween(actual, supposed).filter(({ from, to }) => from !== to);

/** Clauses with a finding before or after. One that would only be found to lie outside its scope is not worth a word. */
function turnsBetween(actual: readonly Finding[], supposed: readonly Finding[]): Change[] {
  const [before, after] = [outcomesOf(actual), outcomesOf(supposed)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((clause) => ({
      clause,
      from: before.get(clause) ?? ('no finding' as const),
      to: after.get(clause) ?? ('no finding' as const),
    }))
    .filter(({ from, to }) => from !== 'no finding' || to !== 'outside-scope');
}

const outcomesOf = (findings: readonly Finding[]): Map<string, Outcome> =>
  new Map(findings.map(({ clause, outcome }) => [clause, outcome]));

function limbsOpenIn(findings: readonly Finding[]): { said: Said; hypothesis: Hypothesis }[] {
  const open = LIMB_NAMES.filter((name) => findings.some(({ limbs }) => limbs[name].value === 'unknown'));
  const each = open.flatMap((name) => [
    { said: plain(`what-if/${name}-met`), hypothesis: { limbs: { [name]: 'met' as const } } },
    { said: plain(`what-if/${name}-not-met`), hypothesis: { limbs: { [name]: 'not-met' as const } } },
  ]);
  return findings.some(hasSeveralOpen) ? [...each, WORST] : each;
}

const hasSeveralOpen = ({ limbs }: Finding): boolean =>
  LIMB_NAMES.filter((name) => limbs[name].value === 'unknown').length > 1;

/** Where several limbs of a clause are open, no single one of them turns it into a breach. */
const WORST: { said: Said; hypothesis: Hypothesis } = {
  said: plain('what-if/all-against'),
  hypothesis: {
    limbs: Object.fromEntries(LIMB_NAMES.map((name) => [name, name === 'exception' ? 'not-met' : 'met'])),
  },
};

const registrarsOf = ({ registrars }: Agreement): { said: Said; hypothesis: Hypothesis }[] =>
  registrars.map(({ id, name }) => ({ said: say('what-if/registrar', { name }), hypothesis: { registrar: id } }));

interface AtEdges {
  readonly bearings: readonly Said[];
  readonly changes: readonly Change[];
}

/** Edges that come to the same are told together. */
function sameChanges(edges: readonly { readonly bearing: Said; readonly changes: readonly Change[] }[]): AtEdges[] {
  return [...Map.groupBy(edges, ({ changes }) => JSON.stringify(changes)).values()].map((alike) => ({
    bearings: alike.map(({ bearing }) => bearing),
    changes: alike[0]?.changes ?? [],
  }));
}

const edgeWords = ({ place, placeRadiusKm }: Incident, bearings: readonly Said[]): Said =>
  say('what-if/edge', {
    place: place?.name ?? plain('zone/the-place'),
    km: Math.round(placeRadiusKm ?? 0),
    bearings,
  });
