/**
 * Names and adjectives of states that stand in no actor mention ("aid for Romania", "a U.S. request"): places, until an act is
 * directed at them.
 */
import { type ActorRegister, foldName } from '../../../knowledge/actors.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import type { Located } from '../../../model/sentence.ts';

export interface StateName extends Located {
  readonly text: string;
  /** Id in the actor register. */
  readonly state: string;
}

/** In order of text. */
export function findStateNames(
  places: readonly PlaceName[],
  actors: readonly ActorName[],
  register: ActorRegister,
): StateName[] {
  const held = new Map<number, ActorName[]>();
  for (const actor of actors) held.set(actor.sentence, [...(held.get(actor.sentence) ?? []), actor]);
  return places.flatMap((place) => {
    if (place.use === 'embedded' || place.use === 'dateline') return [];
    const isHeld = held
      .get(place.sentence)
      ?.some(({ start, end, text }) => start < place.end && place.start < end && !text.endsWith(` from ${place.text}`));
    const state = isHeld === true ? null : stateOf(place.text, register);
    const { start, end, sentence, firstToken, lastToken, text } = place;
    return state === null ? [] : [{ start, end, sentence, firstToken, lastToken, text, state }];
  });
}

/** Whether a name is a country's; its capital is a town, though its name may stand for the government. */
export const isCountry = (text: string, register: ActorRegister): boolean =>
  register.names.get(foldName(text))?.some(({ as }) => as === 'country' || as === 'adjective') === true;

/** The state that a name or adjective of the register stands for. */
export function stateOf(text: string, register: ActorRegister): string | null {
  return (
    register.names.get(foldName(text))?.find(({ as }) => as === 'country' || as === 'seat' || as === 'adjective')?.id ??
    null
  );
}
