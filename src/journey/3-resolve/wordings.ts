/** How a report words one actor: the names it gives, then its descriptions. Pronouns say nothing. */
import type { ActorName } from '../../model/actor-name.ts';

/** Each wording once; a description holds the title of a person ("Norwegian minister") and the name within a group's ("the Northern Front movement"). */
export function wordingsOf(mentions: readonly ActorName[]): string[] {
  const names = mentions.filter(({ form }) => form === 'name').flatMap(({ text, name }) => [text, name ?? text]);
  const descriptions = mentions.filter(({ form }) => form === 'description').map(({ text }) => text);
  const inner = mentions.flatMap((mention) => mention.inner ?? []);
  const titles = mentions.flatMap(({ title }) => (title?.includes(' ') ? [title] : []));
  return [...new Set([...names, ...inner, ...descriptions, ...titles])];
}
