/** "131 people were killed and wounded", "20 dead or injured": one number for both, which says of neither how many. */
import type { HarmKind } from '../../../knowledge/harm-words.ts';
import type { Line, Page } from './page.ts';

const JOINS: ReadonlySet<string> = new Set(['and', 'or', '/', '&', 'and/or']);

/** Which of two such words right beside each other this one is. */
export function jointAt(page: Page, line: Line, token: number): 'first' | 'second' | null {
  if (isPair(page, line, token)) return 'first';
  return isPair(page, line, token - 2) ? 'second' : null;
}

function isPair(page: Page, line: Line, token: number): boolean {
  const { tokens } = line.sentence;
  if (!JOINS.has(tokens[token + 1]?.lower ?? '')) return false;
  const measures = [measureOf(page, line, token), measureOf(page, line, token + 2)];
  return measures.includes('killed') && measures.includes('injured');
}

function measureOf({ harm }: Page, { sentence: { tokens } }: Line, at: number): HarmKind | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  return harm.byState.get(token.lower) ?? (token.pos === 'VERB' ? harm.byVerb.get(token.lemma)?.measure : undefined);
}
