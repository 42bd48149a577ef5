/** What is told by words for wounds alone ("was injured in an attack"): an attack, and no killing. */
import type { WordedIncident } from '../../../model/worded-incident.ts';
import type { EventMention } from './event-mention.ts';
import type { Page } from './page.ts';

/** CAMEO of an attack on people that killed nobody, by no weapon that is told of. */
const ASSAULT = { cameo: '182' };

/** The incident under the type that its words bear; asked last, since the models are fitted on words that kill and wound alike. */
export function asWounding(page: Page, incident: WordedIncident, mentions: readonly EventMention[]): WordedIncident {
  if (incident.type !== 'killing' || !nobodyDied(page, incident, mentions)) return incident;
  const isShot = incident.weapons.some(({ term }) => term === 'firearm');
  return {
    ...incident,
    type: isShot ? 'shooting' : 'ground_attack',
    codes: { ...(isShot || incident.weapons.length > 0 ? {} : ASSAULT), ...incident.codes },
  };
}

const isWound = ({ harm }: Page, { entry, nominal }: EventMention): boolean =>
  !nominal && harm.byVerb.get(entry.phrase)?.measure === 'injured';

/** The words say so ("no one was killed"), or tell of wounds alone. */
function nobodyDied(page: Page, { harm, completed }: WordedIncident, mentions: readonly EventMention[]): boolean {
  if (harm.killed !== undefined) return harm.killed.claim.n === 0 && harm.injured !== undefined && completed;
  return mentions.every((mention) => mention.type !== 'killing' || isWound(page, mention));
}
