/** How a report words one actor: the names it gives, then its descriptions. Pronouns say nothing. */
import type { ActorName } from '../../model/actor-name.ts';
import type { Reading } from '../../model/reading.ts';
import { phraseWordings } from './phrase-wordings.ts';

export interface Chain {
  readonly mentions: readonly ActorName[];
  /** Each wording once. */
  readonly wordings: readonly string[];
}

const NOBODY: Chain = { mentions: [], wordings: [] };
/** By the list of a chain's mentions, which belongs to one report: everyone who is named often is asked for often. */
const known = new WeakMap<readonly number[], Chain>();

/** All mentions of the actor that is mentioned here. */
export function chainOf(reading: Reading, mention: number): Chain {
  const { actors, chains } = reading;
  const members = chains.members[mention];
  if (members === undefined) return NOBODY;
  const found = known.get(members);
  if (found !== undefined) return found;
  const mentions = members.flatMap((member) => actors[member] ?? []);
  const made = { mentions, wordings: wordingsOf(reading, mentions) };
  known.set(members, made);
  return made;
}

/** A description holds the title of a person ("Norwegian minister") and the name within a group's ("the Northern Front movement"). */
function wordingsOf(reading: Reading, mentions: readonly ActorName[]): string[] {
  const names = mentions.filter(({ form }) => form === 'name').flatMap(({ text, name }) => [text, name ?? text]);
  const descriptions = mentions.filter(({ form }) => form === 'description').map(({ text }) => text);
  const inner = mentions.flatMap((mention) => mention.inner ?? []);
  const uncounted = descriptions.flatMap((text) => withoutNumber(text) ?? []);
  const titles = mentions.flatMap(({ title }) => (title?.includes(' ') ? [title] : []));
  const phrases = mentions.flatMap((mention) => phraseWordings(reading, mention));
  return [...new Set([...names, ...inner, ...descriptions, ...uncounted, ...titles, ...phrases])];
}

/** How many words may stand before the figure ("some 800 …", "more than 800 …"). */
const MOST_BEFORE = 3;

/** Digits, points and commas alone; "10,000-member" is no count. */
const isFigure = (word: string): boolean => /^[\d.,]+$/.test(word);

/** "1,000 Kurdish families" are Kurdish families in a report that counts them otherwise; null where no figure stands. */
function withoutNumber(text: string): string | null {
  const words = text.split(' ');
  const at = words.findIndex((word) => isFigure(word));
  return at === -1 || at >= MOST_BEFORE || at === words.length - 1 ? null : words.slice(at + 1).join(' ');
}
