/** Whom the words add to those harmed: "killed along with three guards", "the mayor, as well as two peasants", "of A and of B". */
import { headOf, relationOf } from '../grammar/tree.ts';
import type { Line, Page } from './page.ts';
import { peopleAfter } from './people-near.ts';

/** How many tokens behind the harmed such words may stand, and how long a list may be. */
const ALONG = 24;
const LONGEST_LIST = 80;

const PHRASES: readonly (readonly string[])[] = [
  ['along', 'with'],
  ['together', 'with'],
  ['as', 'well', 'as'],
  ['and', 'of'],
];

/** The people behind such a phrase that stands after the harmed and before any other verb; `word` tells of the harm. */
export function peopleAlong(page: Page, line: Line, harmed: number, word: number): number | null {
  const { tokens } = line.sentence;
  for (let at = harmed + 1; at <= Math.min(tokens.length - 1, harmed + ALONG); at += 1) {
    const phrase = PHRASES.find((words) => words.every((one, step) => tokens[at + step]?.lower === one));
    if (phrase !== undefined) return peopleAfter(page, line, at + phrase.length - 1);
    const token = tokens[at];
    if (at > word && (token?.pos === 'VERB' || token?.text === ';')) return null;
  }
  return null;
}

/** "killing A, 42; B, 19; a boy known as C; and a guard": one of each stretch between such marks. */
export function peopleListed(page: Page, line: Line, harmed: number): number[] {
  const { tokens } = line.sentence;
  const found: number[] = [];
  for (let at = harmed + 1; at <= Math.min(tokens.length - 1, harmed + LONGEST_LIST); at += 1) {
    if (tokens[at]?.text !== ';') continue;
    const next = peopleAfter(page, line, tokens[at + 1]?.lower === 'and' ? at + 1 : at);
    if (next === null || actsAnew(line, next)) return found;
    found.push(next);
  }
  return found;
}

/** "shot a boy; he died", "killed two; three others were hurt": behind the mark somebody begins a clause of his own. */
const actsAnew = ({ sentence }: Line, person: number): boolean =>
  sentence.tokens[person]?.pos === 'PRON' ||
  (relationOf(sentence, person).startsWith('nsubj') && (headOf(sentence, person) ?? -1) > person);

/** "the murder of Haddad and his driver was condemned": the tree makes the second the subject of what follows. */
export function peopleJoined(page: Page, line: Line, harmed: number): number | null {
  const { tokens } = line.sentence;
  if (tokens[harmed + 1]?.lower !== 'and') return null;
  const next = peopleAfter(page, line, harmed + 1);
  const behind = next === null ? undefined : tokens[next + 1];
  return behind !== undefined && (SINGULAR.has(behind.lower) || behind.pos === 'ADP') ? next : null;
}

const SINGULAR: ReadonlySet<string> = new Set(['was', 'is', 'has']);
