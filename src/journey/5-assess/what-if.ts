/**
 * "What if" runs: the same incident under one assumption at a time, to show a reader what hangs on what. Each assumption
 * settles one open limb one way, or takes one registrar's list as the right one. Nothing of this is ever stored as a finding.
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
import type { Hypothesis, LimbName } from './terms.ts';

export interface Supposition {
  /** "if counterparty is met", "if only the list of the Russian co-chair counts". */
  readonly assumption: string;
  /** The same as data, for pages in other languages. */
  readonly reason: Reason;
  readonly hypothesis: Hypothesis;
  /** Clauses whose outcome would be another. */
  readonly changes: readonly {
    readonly clause: string;
    readonly from: Finding['outcome'];
    readonly to: Finding['outcome'] | 'no finding';
  }[];
}

/** Suppositions that would change at least one outcome, limbs in order, then registrars. */
export function whatIf(
  incident: Incident,
  reports: ReadonlyMap<string, CodedReport>,
  agreement: Agreement,
  actors: ActorRegister,
  codebook: AssessmentCodebook,
): Supposition[] {
  const actual = assessor(agreement, actors, codebook)(incident, reports);
  return hypothesesFor(actual, agreement).flatMap(({ said, hypothesis }) => {
    const supposed = new Map(
      assessor(
        agreement,
        actors,
        codebook,
        hypothesis,
      )(incident, reports).map((finding) => [finding.clause, finding.outcome]),
    );
    const changes = actual
      .map(({ clause, outcome }) => ({ clause, from: outcome, to: supposed.get(clause) ?? ('no finding' as const) }))
      .filter(({ from, to }) => from !== to);
    return changes.length === 0 ? [] : [{ assumption: said.text, reason: said.reason, hypothesis, changes }];
  });
}

function hypothesesFor(
  findings: readonly Finding[],
  { registrars }: Agreement,
): { said: Said; hypothesis: Hypothesis }[] {
  const open = new Set<LimbName>();
  for (const { limbs } of findings) {
    for (const name of Object.keys(limbs) as LimbName[]) if (limbs[name].value === 'unknown') open.add(name);
  }
  const byLimb = [...open].flatMap((name) => [
    { said: plain(`what-if/${name}-met`), hypothesis: { limbs: { [name]: 'met' as const } } },
    { said: plain(`what-if/${name}-not-met`), hypothesis: { limbs: { [name]: 'not-met' as const } } },
  ]);
  const byRegistrar = registrars.map(({ id, name }) => ({
    said: say('what-if/registrar', { name }),
    hypothesis: { registrar: id },
  }));
  return [...byLimb, ...byRegistrar];
}
