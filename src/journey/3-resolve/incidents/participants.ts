/** Worded participants with their actor ids, other wordings and contract fields. */
import type { CodedIncident, Participant } from '../../../model/coded-report.ts';
import type { Reading } from '../../../model/reading.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { chainOf } from '../wordings.ts';

/** `ofPeople`: the act is one that people of a country commit as well as its forces. */
export const doerOf = (reading: Reading, worded: WordedParticipant, ofPeople: boolean): Participant =>
  ofPeople ? withoutState(reading, worded) : participantOf(reading, worded);

/** "Swedes": some people of a country, and not its government; no act of theirs is a state's. */
function withoutState(reading: Reading, worded: WordedParticipant): Participant {
  const participant = participantOf(reading, worded);
  return worded.kind === 'group_of_people' &&
    worded.role === 'unknown' &&
    worded.actor === null &&
    isOfCountry(participant)
    ? { ...participant, actor: null }
    : participant;
}

const isOfCountry = ({ actor }: Participant): boolean => actor?.endsWith('.gov') === true;

function participantOf(reading: Reading, worded: WordedParticipant): Participant {
  const mention = worded.mention === null ? undefined : reading.actors[worded.mention];
  const { name } = worded;
  const wordings = worded.mention === null ? [] : chainOf(reading, worded.mention).wordings;
  const also = wordings.filter((wording) => wording.toLowerCase() !== name.toLowerCase());
  return {
    name,
    kind: worded.kind,
    actor: mention?.actor ?? mention?.affiliation ?? worded.actor,
    role: worded.role,
    ...(also.length === 0 ? {} : { also }),
    spans: worded.spans,
    ...(worded.either === null ? {} : { either: worded.either }),
    attribution: worded.attribution,
  };
}

export function targetOf(reading: Reading, worded: WordedParticipant): CodedIncident['targets'][number] {
  return {
    ...withoutState(reading, worded),
    ...(worded.object === null ? {} : { object: worded.object }),
    ...(worded.protected ? { protected: true } : {}),
    damage: worded.damage,
  };
}
