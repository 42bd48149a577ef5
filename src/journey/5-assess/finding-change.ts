/** Why findings are no longer what they were, in words: what brought the change about, and which limbs turned. */
import type { Finding } from '../../model/finding.ts';
import type { LimbName } from './terms.ts';

export type ChangeCause = 'linked-anew' | 'dissolved' | 'clauses-or-program';

const CAUSES: Record<ChangeCause, string> = {
  'linked-anew': 'The incident changed: its reports were coded or linked anew.',
  dissolved: 'The incident is no more: its accounts belong to others now.',
  'clauses-or-program': 'The incident is as it was: the clauses, the parties or the program changed.',
};

/** One plain paragraph. `by` is a person when a decision of theirs set it off. */
export function changeReason(
  before: readonly Finding[],
  after: readonly Finding[],
  cause: ChangeCause,
  by: string | null,
): string {
  const now = new Map(after.map((finding) => [keyOf(finding), finding]));
  const then = new Set(before.map(keyOf));
  const changes = [
    ...before.flatMap((finding) => changeOf(finding, now.get(keyOf(finding)))),
    ...after
      .filter((finding) => !then.has(keyOf(finding)))
      .map((finding) => `${keyOf(finding)}: new, ${finding.outcome}`),
  ];
  return [by === null ? '' : `After a decision by ${by}.`, CAUSES[cause], changes.join('; ')]
    .filter((part) => part !== '')
    .join(' ');
}

const keyOf = ({ agreement, clause }: Finding): string => `${agreement}/${clause}`;

function changeOf(before: Finding, after: Finding | undefined): string[] {
  if (after === undefined) return [`${keyOf(before)}: was ${before.outcome}, does not concern it any more`];
  const limbs = (Object.keys(before.limbs) as LimbName[]).filter(
    (name) => before.limbs[name].value !== after.limbs[name].value,
  );
  const turned = limbs.map((name) => `${name} ${before.limbs[name].value} → ${after.limbs[name].value}`).join(', ');
  if (before.outcome !== after.outcome) {
    const why = turned === '' ? '' : ` (${turned})`;
    return [`${keyOf(before)}: ${before.outcome} → ${after.outcome}${why}`];
  }
  if (turned !== '') return [`${keyOf(before)}: still ${after.outcome} (${turned})`];
  return JSON.stringify(before) === JSON.stringify(after)
    ? []
    : [`${keyOf(before)}: still ${after.outcome}, on other grounds or with another confidence`];
}
