/** Which of the targets are said to be damaged or destroyed, in the words of the mentions themselves. */
import type { WordedIncident, WordedParticipant } from '../../../model/worded-incident.ts';
import type { Page } from './page.ts';

export function damaged(page: Page, incident: WordedIncident): WordedIncident {
  return {
    ...incident,
    targets: incident.targets.map((target) =>
      target.kind === 'object' ? { ...target, damage: target.damage ?? damageOf(page, target) } : target,
    ),
  };
}

/** The verb that governs the object's noun, within its own sentence. */
function damageOf(page: Page, target: WordedParticipant): WordedParticipant['damage'] {
  const sentence = page.parsed.sentences[target.sentence];
  const head = sentence?.tree?.heads[target.token];
  const verb = head === undefined || head < 0 ? undefined : sentence?.tokens[head];
  if (verb === undefined) return null;
  return page.grammar.destroyed.has(verb.lemma) ? 'destroyed' : page.grammar.damaged.has(verb.lemma) ? 'damaged' : null;
}
