/** The clause tests in force, in the order of the clause types. The other types say how these are read, and test nothing. */
import type { Clause, ClauseType } from '../../model/agreement.ts';
import type { ClauseTest } from './clause-test.ts';
import { detainees } from './clause-tests/detainees.ts';
import { exclusivePresence } from './clause-tests/exclusive-presence.ts';
import { freezeInPlace } from './clause-tests/freeze-in-place.ts';
import { humanitarianAccess } from './clause-tests/humanitarian-access.ts';
import { monitorAccess } from './clause-tests/monitor-access.ts';
import { noTerritorialGain } from './clause-tests/no-territorial-gain.ts';
import { politicalStep } from './clause-tests/political-step.ts';
import { prevention } from './clause-tests/prevention.ts';
import { prohibitedAct } from './clause-tests/prohibited-act.ts';
import { protectedPersons } from './clause-tests/protected-persons.ts';
import { redeployment } from './clause-tests/redeployment.ts';
import { selfDefence } from './clause-tests/self-defence.ts';
import { speechDuty } from './clause-tests/speech-duty.ts';
import { withdrawalDistance } from './clause-tests/withdrawal-distance.ts';
import { plain, type Said } from './reason.ts';

export const CLAUSE_TESTS: readonly ClauseTest[] = [
  prohibitedAct,
  selfDefence,
  withdrawalDistance,
  freezeInPlace,
  noTerritorialGain,
  redeployment,
  exclusivePresence,
  humanitarianAccess,
  protectedPersons,
  detainees,
  politicalStep,
  speechDuty,
  prevention,
  monitorAccess,
];

const BY_TYPE: ReadonlyMap<ClauseType, ClauseTest> = new Map(CLAUSE_TESTS.map((test) => [test.type, test]));

/** The test that weighs clauses of this type; null for types that no event can be tested against. */
export const testOf = (clause: Clause): ClauseTest | null => BY_TYPE.get(clause.type) ?? null;

/** Why no event could ever be tested against a clause; null when one could. */
export function whyUntestable(clause: Clause): Said | null {
  if (clause.type === 'permitted-act' || clause.type === 'excluded-actors') return plain('untestable/exception');
  if (!BY_TYPE.has(clause.type)) return plain('untestable/reads-others');
  if (clause.acts.length + clause.fulfils.length === 0) return plain('untestable/no-act');
  if (clause.bearers.length === 0) return plain('untestable/no-bearer');
  return null;
}
