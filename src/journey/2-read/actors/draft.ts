/** A mention while it is being read: its place in the sentence and the values of one about whom nothing is known yet. */
import type { ActorName } from '../../../model/actor-name.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { partOf, type Scene } from './scene.ts';

/** A mention before the whole report has been seen. */
export interface Draft extends Omit<ActorName, 'id'> {
  /** Why it may yet turn out to be none: a lone capitalised word, an unproven run of them. */
  readonly doubt: 'lone-name' | 'name-run' | null;
}

export const nothing = {
  gender: 'unknown',
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
} as const;

export interface Range {
  /** First token, determiner and possessor included. */
  readonly first: number;
  /** First token of modifiers and head. */
  readonly coreFirst: number;
  readonly last: number;
}

export function rangeOf(scene: Scene, phrase: NounPhrase): Range {
  const coreFirst = scene.units[phrase.from]?.first ?? 0;
  return {
    first: scene.units[phrase.start]?.first ?? coreFirst,
    coreFirst,
    last: scene.units[phrase.to]?.last ?? coreFirst,
  };
}

export const startOf = (scene: Scene, token: number): number =>
  scene.sentence.tokens[token]?.start ?? scene.sentence.start;

export const endOf = (scene: Scene, token: number): number => scene.sentence.tokens[token]?.end ?? scene.sentence.end;

export const located = (
  scene: Scene,
  firstToken: number,
  lastToken: number,
): Pick<ActorName, 'start' | 'end' | 'sentence' | 'firstToken' | 'lastToken'> => ({
  start: startOf(scene, firstToken),
  end: endOf(scene, lastToken),
  sentence: scene.sentence.index,
  firstToken,
  lastToken,
});

export function isAgentive(scene: Scene, head: number, first: number, last: number): boolean {
  const part = partOf(scene.sentence, head, first, last);
  return part === 'agent' || part === 'heading';
}
