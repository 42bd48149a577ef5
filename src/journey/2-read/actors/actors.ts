/**
 * The door of reading actors: every mention of a person, group, organisation, force or class of people in a report.
 * Names come from the register, from titles and given names, and from words that say what kind of body it is.
 */

import type { ActorWords } from '../../../knowledge/actor-words.ts';
import type { ActorRegister } from '../../../knowledge/actors.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import type { ParsedText, Sentence } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import { doerBefore } from './doer-before.ts';
import { type Draft, nothing } from './draft.ts';
import { mentionOf } from './mention.ts';
import { nounPhrasesOf } from './noun-phrases.ts';
import { surnameOf, surnamesIn } from './person-names.ts';
import { partOf, type Scene } from './scene.ts';
import { type Unit, unitsOf } from './units.ts';

export interface ActorOptions {
  /** Spans that are known to be places, so that an unknown name there is no person. */
  readonly places?: readonly Span[];
}

/** All mentions in order of text; a mention inside another's complement ("members of the council") stands by itself too. */
export function findActors(
  parsed: ParsedText,
  register: ActorRegister,
  words: ActorWords,
  options: ActorOptions = {},
): ActorName[] {
  const drafts: Draft[] = [];
  for (const sentence of parsed.sentences) {
    if (sentence.kind !== 'furniture')
      draftsOf({ text: parsed.text, sentence, units: unitsOf(sentence, register, words), register, words }, drafts);
  }
  const surnames = surnamesOf(drafts);
  const places = new Set((options.places ?? []).map((place) => place.start));
  drafts.push(...missedNames(parsed, drafts, surnames));
  const mentions = drafts
    .filter((draft) => draft.doubt === null || isProven(parsed, draft, surnames, places))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const acronyms = definedAcronyms(parsed.text, mentions);
  return mentions.map((mention, id) => ({ ...withDefinition(mention, acronyms), id }));
}

/** "Popular Defence Front (PDF)": within this report the acronym means the body named before it, whatever the register says. */
function definedAcronyms(text: string, mentions: readonly Draft[]): Map<string, Draft> {
  const defined = new Map<string, Draft>();
  mentions.forEach((mention, index) => {
    const before = mentions[index - 1];
    const isBracketed = before?.name != null && text.slice(before.end, mention.start).trim() === '(';
    if (isBracketed && mention.name !== null && initialsOf(before.name) === mention.name)
      defined.set(mention.name, before);
  });
  return defined;
}

export const initialsOf = (name: string): string => (name.match(/\b\p{Lu}/gu) ?? []).join('');

function withDefinition(mention: Draft, acronyms: ReadonlyMap<string, Draft>): Draft {
  const meant = mention.name === null ? undefined : acronyms.get(mention.name);
  if (meant === undefined) return mention;
  const { actor, affiliation, candidates, country, role } = meant;
  return { ...mention, actor, affiliation, candidates, country, role };
}

function draftsOf(scene: Scene, drafts: Draft[]): void {
  for (const phrase of nounPhrasesOf(scene.units)) {
    const mention = mentionOf(scene, phrase) ?? doerBefore(scene, phrase);
    if (mention !== null) drafts.push(mention);
  }
  for (const unit of scene.units) {
    const mention = unit.class === 'pronoun' ? pronounMention(scene, unit) : null;
    if (mention !== null) drafts.push(mention);
  }
}

const KIND_OF_PRONOUN = {
  person: 'person',
  group: 'group_of_people',
  body: 'organisation',
  speaker: 'person',
  relative: 'person',
} as const;

function pronounMention(scene: Scene, unit: Unit): Draft | null {
  const token = scene.sentence.tokens[unit.first];
  const pronoun = token === undefined ? undefined : scene.words.pronouns.get(token.lower);
  if (token === undefined || pronoun === undefined || pronoun.stands === 'relative') return null;
  const kind =
    pronoun.stands === 'speaker' && pronoun.number === 'plural' ? 'group_of_people' : KIND_OF_PRONOUN[pronoun.stands];
  return {
    start: token.start,
    end: token.end,
    sentence: scene.sentence.index,
    firstToken: token.index,
    lastToken: token.index,
    text: token.text,
    head: token.index,
    form: 'pronoun',
    kind,
    number: pronoun.number,
    gender: pronoun.gender,
    role: pronoun.stands === 'person' ? 'person' : 'unknown',
    actor: null,
    affiliation: null,
    candidates: [],
    owner: null,
    others: [],
    either: false,
    country: null,
    title: null,
    office: false,
    name: null,
    inner: null,
    subset: null,
    object: null,
    protected: false,
    metonym: false,
    doubt: null,
  };
}

/** A surname known from elsewhere in the report that the tagger takes for a common noun ("Torres said"). */
function missedNames(parsed: ParsedText, drafts: readonly Draft[], surnames: ReadonlySet<string>): Draft[] {
  // Few reports have such a word: what is held already is only then laid out.
  let heldTokens: Set<string> | null = null;
  const isHeld = (sentence: number, token: number): boolean => {
    heldTokens ??= new Set(
      drafts.flatMap((draft) => span(draft.firstToken, draft.lastToken).map((one) => `${draft.sentence}:${one}`)),
    );
    return heldTokens.has(`${sentence}:${token}`);
  };
  const found: Draft[] = [];
  for (const sentence of parsed.sentences) {
    if (sentence.kind === 'furniture' || sentence.casing !== 'mixed') continue;
    for (const { index, pos, lower, text, start, end } of sentence.tokens) {
      if (pos !== 'NOUN' || !surnames.has(lower) || !/^\p{Lu}/u.test(text) || isHeld(sentence.index, index)) continue;
      found.push({
        ...nothing,
        start,
        end,
        sentence: sentence.index,
        firstToken: index,
        lastToken: index,
        text,
        head: index,
        form: 'name',
        kind: 'person',
        number: 'singular',
        role: 'person',
        name: text,
      });
    }
  }
  return found;
}

/** The last tokens of a mention; a chain of possessors without end is not spelled out. */
const span = (first: number, last: number): number[] =>
  Array.from({ length: Math.min(30, last - first + 1) }, (_, offset) => last - offset);

function surnamesOf(drafts: readonly Draft[]): Set<string> {
  const surnames = new Set<string>();
  for (const draft of drafts)
    if (draft.doubt === null && draft.kind === 'person' && draft.name !== null)
      for (const part of surnamesIn(draft.name)) surnames.add(part);
  return surnames;
}

/** A name without title or given name counts where a known person bears it, or where it acts and is no place. */
function isProven(
  parsed: ParsedText,
  draft: Draft,
  surnames: ReadonlySet<string>,
  places: ReadonlySet<number>,
): boolean {
  if (draft.name !== null && surnames.has(surnameOf(draft.name))) return true;
  const sentence = parsed.sentences[draft.sentence];
  if (sentence === undefined || places.has(draft.start)) return false;
  if (draft.doubt === 'name-run') return sentence.casing === 'mixed' || acts(sentence, draft);
  return sentence.casing === 'mixed' && acts(sentence, draft);
}

function acts(sentence: Sentence, draft: Draft): boolean {
  return partOf(sentence, draft.head, draft.firstToken, draft.lastToken) === 'agent';
}
