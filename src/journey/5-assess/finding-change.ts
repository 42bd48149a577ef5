/** Why findings are no longer what they were: what brought the change about, and which limbs turned. */
import type { Finding } from '../../model/finding.ts';
import { plain, type Said, say } from './reason.ts';
import { LIMB_NAMES } from './terms.ts';

export type ChangeCause = 'linked-anew' | 'dissolved' | 'clauses-or-program';

/** One plain paragraph, and the same as data. `by` is a person when a decision of theirs set it off. */
export function changeReason(
  before: readonly Finding[],
  after: readonly Finding[],
  cause: ChangeCause,
  by: string | null,
): Said {
  const now = new Map(after.map((finding) => [keyOf(finding), finding]));
  const then = new Set(before.map(keyOf));
  const changes = [
    ...before.flatMap((finding) => changeOf(finding, now.get(keyOf(finding)))),
    ...after
      .filter((finding) => !then.has(keyOf(finding)))
      .map((finding) => say('change/new', { clause: keyOf(finding), outcome: outcomeOf(finding) })),
  ];
  const why = plain(`change/${cause}`);
  const rest = changes.length === 0 ? why : say('change/whole', { cause: why, changes });
  return by === null ? rest : say('change/after-decision', { by, rest });
}

const keyOf = ({ agreement, clause }: Finding): string => `${agreement}/${clause}`;
const outcomeOf = ({ outcome }: Finding): Said => plain(`outcome/${outcome}`);

function changeOf(before: Finding, after: Finding | undefined): Said[] {
  const clause = keyOf(before);
  if (after === undefined) return [say('change/gone', { clause, outcome: outcomeOf(before) })];
  const limbs = LIMB_NAMES.filter((name) => before.limbs[name].value !== after.limbs[name].value).map((name) =>
    say('change/limb', {
      limb: plain(`limb/${name}`),
      from: plain(`limb-value/${before.limbs[name].value}`),
      to: plain(`limb-value/${after.limbs[name].value}`),
    }),
  );
  if (before.outcome !== after.outcome) {
    const turn = { clause, from: outcomeOf(before), to: outcomeOf(after) };
    return [limbs.length === 0 ? say('change/turned', turn) : say('change/turned-by', { ...turn, limbs })];
  }
  const outcome = outcomeOf(after);
  if (limbs.length > 0) return [say('change/still', { clause, outcome, limbs })];
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [say('change/other-grounds', { clause, outcome })];
}
