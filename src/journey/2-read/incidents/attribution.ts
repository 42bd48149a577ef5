/** Who says that it happened, in this report: the speakers of the statements that hold the incident's words. */
import type { WordedIncident } from '../../../model/worded-incident.ts';
import type { EventMention } from './event-mention.ts';
import type { Page } from './page.ts';

export function attributionOf(page: Page, mentions: readonly EventMention[]): WordedIncident['attributedTo'] {
  const found: WordedIncident['attributedTo'] = [];
  const near = new Set(mentions.flatMap((mention) => page.statementsBySentence[mention.sentence] ?? []));
  for (const statement of near) {
    const speaker = statement.speaker;
    if (speaker === null) continue;
    if (
      !mentions.some((mention) =>
        statement.parts.some((part) => part.start <= mention.span.start && mention.span.end <= part.end),
      )
    )
      continue;
    const same = found.find((other) => other.name === speaker.text);
    if (same === undefined) found.push({ name: speaker.text, mention: speaker.mention, spans: [speaker.span] });
    else if (!same.spans.some((span) => span.start === speaker.span.start)) same.spans.push(speaker.span);
  }
  return found;
}
