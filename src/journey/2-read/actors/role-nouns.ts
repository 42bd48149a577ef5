/** Role nouns of the lexicon at a token, and what number, gender and kind of actor they make. */
import type { RoleNoun, Title } from '../../../knowledge/actor-words.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import type { Token } from '../../../model/sentence.ts';
import type { Scene } from './scene.ts';

export const nounOfTitle = (title: Title): RoleNoun => ({
  words: title.words,
  role: title.branch === 'military' ? 'military' : title.branch === 'police' ? 'police' : 'state',
  kind: 'people',
  subset: null,
  branch: title.branch,
  object: null,
  protected: false,
  weak: false,
});

/** The longest role noun that ends at a token and begins no earlier than `from`. */
export function nounAt(scene: Scene, at: number, from: number): RoleNoun | null {
  const { tokens } = scene.sentence;
  const token = tokens[at];
  if (token === undefined) return null;
  for (const form of formsOf(token)) {
    for (const noun of scene.words.nouns.get(form) ?? []) if (endsWith(tokens, at, from, noun.words)) return noun;
  }
  return null;
}

/** Names keep their plural in the lemma ("Jets"), so the bare stem is tried as well. */
function formsOf(token: Token): string[] {
  const forms = token.lemma === token.lower ? [token.lower] : [token.lower, token.lemma];
  if (token.lower.endsWith('s') && token.lower.length > 3) forms.push(token.lower.slice(0, -1));
  if (token.lower.endsWith('men')) forms.push(`${token.lower.slice(0, -2)}an`);
  if (token.lower.endsWith('ies')) forms.push(`${token.lower.slice(0, -3)}y`);
  return forms;
}

function endsWith(tokens: readonly Token[], at: number, from: number, words: readonly string[]): boolean {
  let position = at;
  for (let index = words.length - 2; index >= 0; index--) {
    position--;
    if (tokens[position]?.text === '-') position--;
    const token = tokens[position];
    if (token === undefined || position < from || (token.lower !== words[index] && token.lemma !== words[index]))
      return false;
  }
  return true;
}

export const kindOf = (noun: RoleNoun, plural: boolean): ActorName['kind'] =>
  noun.kind === 'thing'
    ? 'object'
    : noun.kind === 'body'
      ? 'organisation'
      : noun.kind === 'group' || plural
        ? 'group_of_people'
        : 'person';

export const genderOfNoun = (noun: RoleNoun): ActorName['gender'] => {
  const last = noun.words.at(-1) ?? '';
  if (noun.subset === 'women' || last.endsWith('woman') || last === 'girl' || last === 'queen' || last === 'princess')
    return 'female';
  return noun.subset === 'men' || last === 'boy' || last === 'king' || last === 'priest' || last === 'gentleman'
    ? 'male'
    : 'unknown';
};

/** The tag tells, or a surface that differs from the singular of the lexicon ("REBELS"). */
export const isPlural = (token: Token | undefined, noun: RoleNoun): boolean =>
  token?.tag === 'NNS' || token?.tag === 'NNPS' || (token !== undefined && token.lower !== noun.words.at(-1));
