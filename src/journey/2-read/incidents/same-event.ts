/**
 * Which mentions of a report tell one and the same event. Mentions are taken in the order of the text; each joins the group
 * that fits it best, or opens its own. The evidence is a handful of named numbers with weights, so that every merge can say why.
 */
import { type LinearModel, scoreOf } from '../../../knowledge/linear-model.ts';
import type { EventMention, MentionGroup } from './event-mention.ts';
import type { Page } from './page.ts';
import { pairFeatures } from './pair-features.ts';

/** Groups further back than this many sentences are no longer joined without a shared name or number. */
const MEMORY_GROUPS = 24;

export function groupMentions(page: Page, mentions: readonly EventMention[], model: LinearModel): MentionGroup[] {
  const groups: MentionGroup[] = [];
  for (const mention of mentions) {
    const best = bestGroup(page, groups.slice(-MEMORY_GROUPS), mention, model);
    if (best === null) groups.push({ mentions: [mention], because: [] });
    else {
      best.group.mentions.push(mention);
      best.group.because.push(...best.reasons);
    }
  }
  return groups;
}

/** Two events melted into one lose more than one event told twice. Chosen on every fifth report of MUC-4 DEV and on TST1. */
const SURE = 0.4;

function bestGroup(
  page: Page,
  groups: readonly MentionGroup[],
  mention: EventMention,
  model: LinearModel,
): { group: MentionGroup; reasons: string[] } | null {
  let best: { group: MentionGroup; reasons: string[] } | null = null;
  let bestScore = SURE;
  for (const group of groups) {
    const features = pairFeatures(page, group, mention);
    if (features === null) continue;
    const score = scoreOf(model, features);
    if (score > bestScore) {
      bestScore = score;
      best = { group, reasons: strongest(features, model) };
    }
  }
  return best;
}

function strongest(features: Record<string, number>, model: LinearModel): string[] {
  return Object.keys(features)
    .filter((name) => (model.weights.get(name) ?? 0) * (features[name] ?? 0) > 0.5)
    .slice(0, 2)
    .map((name) => `same-event/${name}`);
}
