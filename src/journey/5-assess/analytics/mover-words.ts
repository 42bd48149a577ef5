/** What moved the state of a truce, in a few words: an incident by act, doers, place and dead; a statement by who said what. */
import type { CodedIncident } from '../../../model/coded-report.ts';
import { plain, type Said, say } from '../reason.ts';

interface MovingIncident {
  readonly type: CodedIncident['type'];
  readonly accused: readonly { readonly name: string }[];
  readonly place: { readonly name: string | null } | null;
  readonly harm: { readonly killed?: { readonly min: number; readonly max: number | null } };
}

export function incidentSaid({ type, accused, place, harm: { killed } }: MovingIncident): Said {
  const names = accused.map(({ name }) => name).join(', ');
  const act = say('mover/act', { act: { type } });
  const done = names === '' ? act : say('mover/by', { what: act, names });
  const placed = place?.name ? say('mover/at', { what: done, place: place.name }) : done;
  if (killed === undefined) return placed;
  return say(killed.max === null ? 'mover/killed-at-least' : 'mover/killed', { what: placed, killed: killed.min });
}

export const statementSaid = (speaker: string | null, words: string): Said =>
  say('mover/statement', { speaker: speaker ?? plain('mover/unnamed'), words });
