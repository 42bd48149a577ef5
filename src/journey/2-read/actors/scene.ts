/** A sentence as the actor rules see it, and what stands around a token: agent, object, place. */

import type { ActorWords } from '../../../knowledge/actor-words.ts';
import type { ActorRegister } from '../../../knowledge/actors.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { Unit } from './units.ts';

export interface Scene {
  readonly text: string;
  readonly sentence: Sentence;
  readonly units: readonly Unit[];
  readonly register: ActorRegister;
  readonly words: ActorWords;
}

/** The highest token of a range in the tree; without a tree the last one. */
export function headOf(sentence: Sentence, first: number, last: number, likely: number): number {
  const heads = sentence.tree?.heads;
  if (heads === undefined) return likely;
  const outside = (token: number): boolean => {
    const head = heads[token] ?? -1;
    return (
      (head < first || head > last) &&
      sentence.tokens[token]?.pos !== 'PUNCT' &&
      sentence.tokens[token]?.pos !== 'DET' &&
      sentence.tokens[token]?.pos !== 'ADP'
    );
  };
  if (outside(likely)) return likely;
  for (let token = last; token >= first; token--) if (outside(token)) return token;
  return likely;
}

/** What a noun phrase does in its sentence, as far as tree or neighbours tell. */
export type Part = 'agent' | 'object' | 'recipient' | 'heading' | 'other';

export function partOf(sentence: Sentence, head: number, first: number, last: number): Part {
  if (sentence.tree === null) return partByNeighbours(sentence.tokens, first, last);
  const part = partByTree(sentence, head, 0);
  // A whole noun phrase that the parser makes a modifier of another is misread; its neighbours tell more.
  return part === 'other' && sentence.tree.relations[head] === 'compound'
    ? partByNeighbours(sentence.tokens, first, last)
    : part;
}

function partByTree(sentence: Sentence, token: number, depth: number): Part {
  const tree = sentence.tree;
  const relation = tree?.relations[token] ?? '';
  const head = tree?.heads[token] ?? -1;
  const mark = caseOf(sentence, token);
  if ((relation === 'conj' || relation.startsWith('appos') || relation.startsWith('flat')) && depth < 8)
    return partByTree(sentence, head, depth + 1);
  if (relation === 'nsubj') return 'agent';
  if (relation === 'obl:agent' || (relation.startsWith('obl') && mark === 'by' && isPassive(sentence, head)))
    return 'agent';
  if (relation === 'obj' || relation === 'iobj' || relation === 'nsubj:pass') return 'object';
  if (relation.startsWith('obl') && mark === 'to') return isMotion(sentence.tokens[head]) ? 'other' : 'recipient';
  if (relation.startsWith('obl') || relation.startsWith('nmod')) {
    if (mark === 'against' || mark === 'with' || mark === 'between' || mark === 'among') return 'recipient';
    if (mark === 'according' || (mark === 'by' && relation.startsWith('nmod'))) return 'agent';
  }
  if ((relation === 'root' || relation === 'parataxis') && sentence.kind === 'heading') return 'heading';
  return 'other';
}

function partByNeighbours(tokens: readonly Token[], first: number, last: number): Part {
  const before = tokens[first - 1]?.lower;
  const next = behindTime(tokens, last + 1);
  const after = tokens[next];
  if (before === 'by' || (before === 'to' && tokens[first - 2]?.lower === 'according')) return 'agent';
  if (before === 'against' || before === 'with' || before === 'between') return 'recipient';
  if (
    after !== undefined &&
    (after.pos === 'VERB' || after.pos === 'AUX') &&
    after.tag !== 'VBG' &&
    after.tag !== 'VBN' &&
    tokens[first - 1]?.pos !== 'ADP'
  )
    return 'agent';
  if (after?.text === ':' && first <= 1) return 'heading';
  if (tokens[first - 1]?.pos === 'VERB') return 'object';
  return 'other';
}

const DAYS = new Set([
  'today',
  'yesterday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]);

/** "Ankara today accepted", "Oslo on Friday denounced": the verb stands behind an adverb or a day. */
function behindTime(tokens: readonly Token[], from: number): number {
  const day = tokens[from]?.lower === 'on' ? from + 1 : from;
  if (DAYS.has(tokens[day]?.lower ?? '')) return day + 1;
  return tokens[from]?.pos === 'ADV' ? from + 1 : from;
}

/** The preposition that marks a noun, lower case; "" when none. */
export function caseOf(sentence: Sentence, token: number): string {
  for (const child of sentence.tree?.children[token] ?? []) {
    if (sentence.tree?.relations[child] === 'case' && sentence.tokens[child]?.tag !== 'POS')
      return sentence.tokens[child]?.lower ?? '';
  }
  return '';
}

function isPassive(sentence: Sentence, verb: number): boolean {
  return (
    (sentence.tree?.children[verb] ?? []).some((child) => {
      const relation = sentence.tree?.relations[child];
      return relation === 'aux:pass' || relation === 'nsubj:pass';
    }) || sentence.tokens[verb]?.tag === 'VBN'
  );
}

const MOTION = new Set(
  (
    'go come travel flee return fly arrive move head cross leave escape drive walk sail march transport evacuate deport extradite bring take rush advance retreat withdraw ' +
    'migrate immigrate run ship spread get lead'
  ).split(' '),
);

const isMotion = (token: Token | undefined): boolean => token !== undefined && MOTION.has(token.lemma);
