/**
 * Who is bound by a reported promise, threat or refusal: "Norway will withdraw, its minister said" is Norway's. It is the subject of
 * what is said where the one who says it speaks for it, or is a nameless voice; where another side says it, it stays the
 * speaker's own word about that side.
 */
import type { ActorName } from '../../../model/actor-name.ts';
import type { Token } from '../../../model/sentence.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import { bindingWord } from './binding-word.ts';
import { partyOf, type StatementPage } from './page.ts';
import { sentenceAt } from './sentence-at.ts';

/** Rules of `kind.ts` that read the subject of what is said. */
const OF_SUBJECT: ReadonlySet<string> = new Set([
  'statement/subject-bound',
  'statement/subject-threatens',
  'statement/refuses',
  'statement/bound-unless',
]);

/** "The president hopes to sign it, an aide said": the hope is the president's. */
const HOPES = 'statement/hopes';

/** The one bound, else the speaker as given. */
export function boundSpeaker(
  page: StatementPage,
  speaker: StatementParty | null,
  content: readonly Token[],
  because: string,
): StatementParty | null {
  const word =
    because === HOPES
      ? content.find(({ pos, lemma }) => pos === 'VERB' && (lemma === 'hope' || lemma === 'expect'))
      : OF_SUBJECT.has(because)
        ? content[bindingWord(content, page.words)]
        : undefined;
  const [first] = content;
  const sentence = word === undefined ? undefined : sentenceAt(page.parsed, word.start);
  if (word === undefined || first === undefined || sentence === undefined) return speaker;
  const bound = (page.mentions.get(sentence.index) ?? []).find(
    (mention) =>
      mention.start >= first.start &&
      mention.lastToken < word.index &&
      mention.form !== 'pronoun' &&
      (because !== HOPES || mention.lastToken === word.index - 1),
  );
  return bound !== undefined && isVoiceOf(page, speaker, bound) && !isOnlyGroup(page, bound) ? partyOf(bound) : speaker;
}

/** "The group would respect the truce": of whom the report says no more than that, the one who speaks for it says more. */
const isOnlyGroup = ({ chains }: StatementPage, { id, form, actor, affiliation, owner }: ActorName): boolean =>
  form === 'description' &&
  actor === null &&
  affiliation === null &&
  owner === null &&
  (chains.representative[id] ?? id) === id;

/** "diplomats", "a statement", "the minister" of the same state. */
function isVoiceOf(page: StatementPage, speaker: StatementParty | null, bound: ActorName): boolean {
  const mention = speaker?.mention == null ? undefined : page.actors[speaker.mention];
  if (mention === undefined || mention.role === 'media') return true;
  const standing = page.actors[page.chains.representative[mention.id] ?? mention.id] ?? mention;
  const side = standing.country ?? mention.country;
  if (side !== null) return side === bound.country;
  const body = rootOf(standing.actor ?? standing.affiliation);
  if (body !== null) return body === rootOf(bound.actor ?? bound.affiliation);
  // "Defence Minister Ana Mora": of the state that is spoken of, where no other is named.
  if (standing.office && standing.country === null) return true;
  // "its foreign minister", "officials": nobody's but the side's that is spoken of.
  return mention.form !== 'name';
}

/** "un.wfp" and "un" are one house. */
const rootOf = (id: string | null): string | null => id?.split('.')[0] ?? null;
