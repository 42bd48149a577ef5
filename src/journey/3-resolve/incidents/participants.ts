/** Worded participants with their actor ids, other wordings and contract fields. */
import type { CodedIncident, Participant } from '../../../model/coded-report.ts';
import type { Reading } from '../../../model/reading.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';

export function participantOf(reading: Reading, worded: WordedParticipant): Participant {
  const mention = worded.mention === null ? undefined : reading.actors[worded.mention];
  const wordings = worded.mention === null ? [] : otherWordings(reading, worded.mention);
  const name = worded.name;
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
    ...participantOf(reading, worded),
    ...(worded.object === null ? {} : { object: worded.object }),
    ...(worded.protected ? { protected: true } : {}),
    damage: worded.damage,
  };
}

/** Other wordings of the same actor in the report, names before descriptions; pronouns say nothing. */
function otherWordings(reading: Reading, id: number): string[] {
  const members = reading.chains.members[id] ?? [];
  const mentions = members.flatMap((member) => {
    const mention = reading.actors[member];
    return mention === undefined || mention.form === 'pronoun' ? [] : [mention];
  });
  const names = mentions
    .filter((mention) => mention.form === 'name')
    .flatMap((mention) => [mention.text, mention.name ?? mention.text]);
  const descriptions = mentions.filter((mention) => mention.form === 'description').map((mention) => mention.text);
  return [...new Set([...names, ...descriptions])];
}
