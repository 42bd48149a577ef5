/** Whether both sides are measured alike: what is reported, corroborated and adjudicated about each, side by side. */
import type { ActorRegister } from '../../../knowledge/actors.ts';
import type { Agreement } from '../../../model/agreement.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Reason } from '../../../model/reason.ts';
import { type PlainCode, plain, say } from '../reason.ts';
import { partyKin } from '../statements/party-kin.ts';

/** Every actor of the register that belongs to a side, sorted; the side that names the nearest member of its chain counts. */
export function sideActors({ sides }: Pick<Agreement, 'sides'>, register: ActorRegister): Map<string, string[]> {
  const kin = partyKin(register);
  const found = new Map<string, string[]>(sides.map(({ id }) => [id, []]));
  const known = new Set([
    ...register.actors.keys(),
    ...sides.flatMap(({ members, under }) => [...members, ...Object.keys(under)]),
  ]);
  for (const actor of [...known].sort()) {
    const chain = kin.chain(actor);
    const member = chain.find((id) => sides.some((side) => side.members.includes(id) || Object.hasOwn(side.under, id)));
    const side = sides.find(
      ({ members, under }) => member !== undefined && (members.includes(member) || Object.hasOwn(under, member)),
    );
    if (side !== undefined) found.get(side.id)?.push(actor);
  }
  return found;
}

export interface SideCounts {
  side: string;
  /** Incident ids are behind every figure's list; here the counts. */
  reported: number;
  corroborated: number;
  adjudicated: number;
  outcomes: Partial<Record<Finding['outcome'], number>>;
}

export interface ParityDoubt {
  about: 'corroboration' | 'adjudication' | 'indeterminacy';
  says: string;
  /** The same as data, for pages in other languages. */
  reason: Reason;
}

/** Shares that differ by more than chance would; says nothing of why. Below this many incidents no share is compared. */
const LEAST_INCIDENTS = 10;

export function parityDoubts(sides: readonly (SideCounts & { name: string })[]): ParityDoubt[] {
  const compared: [ParityDoubt['about'], PlainCode, (side: SideCounts) => number][] = [
    ['corroboration', 'parity/corroborated', ({ corroborated, adjudicated }) => corroborated + adjudicated],
    ['adjudication', 'parity/determined', ({ adjudicated }) => adjudicated],
    ['indeterminacy', 'parity/indeterminate', ({ outcomes }) => outcomes.indeterminate ?? 0],
  ];
  const total = ({ reported, corroborated, adjudicated }: SideCounts): number => reported + corroborated + adjudicated;
  const enough = sides.filter((side) => total(side) >= LEAST_INCIDENTS);
  return compared.flatMap(([about, what, count]) =>
    enough.flatMap((one, index) =>
      enough.slice(index + 1).flatMap((other): ParityDoubt[] => {
        const [a, b] = [count(one) / total(one), count(other) / total(other)];
        if (!differ(count(one), total(one), count(other), total(other))) return [];
        const { text, reason } = say('parity/apart', {
          share: percent(a),
          one: one.name,
          what: plain(what),
          others: percent(b),
          other: other.name,
        });
        return [{ about, says: text, reason }];
      }),
    ),
  );
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Two shares that lie more than 2.58 standard errors apart (one chance in a hundred). */
function differ(a: number, ofA: number, b: number, ofB: number): boolean {
  const pooled = (a + b) / (ofA + ofB);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / ofA + 1 / ofB));
  return error > 0 && Math.abs(a / ofA - b / ofB) / error > 2.58;
}
