/**
 * Words of war said of words, computers, votes, games, companies and gifts: no incident, as long as the sentence names no weapon,
 * no armed side and nobody harmed. What is said of them stands in `lexicon/<language>/figures.yaml`.
 */

import type { Figure } from '../../../knowledge/figures.ts';
import type { TriggerEntry } from '../../../knowledge/incident-words.ts';
import { matchHinted } from '../../../knowledge/phrase-table.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import { ARMED } from '../../../model/armed-roles.ts';
import { conjuncts, dependents, headOf, relationOf } from '../grammar/tree.ts';
import type { FrameTokens, HarmFact, Trigger } from './event-mention.ts';
import type { Line, Page } from './page.ts';

export function isFigure(
  page: Page,
  line: Line,
  trigger: Trigger,
  entry: TriggerEntry,
  tokens: FrameTokens,
  harm: readonly HarmFact[],
): boolean {
  if (isOnlyKind(page, line, trigger, entry)) return true;
  const figures = page.figures.byType.get(entry.type) ?? [];
  if (figures.length === 0) return false;
  const act = { line, children: dependents(line.sentence, trigger.token), trigger, hit: tokens.hit };
  const fitting = figures.filter((figure) => fits(figure, act));
  return fitting.some(({ outright }) => outright) || (fitting.length > 0 && !isInEarnest(line, harm));
}

/** "a combat pilot", "the murder rate": the act's word names a kind of thing. */
function isOnlyKind(page: Page, line: Line, { nominal, lastToken, token }: Trigger, { type }: TriggerEntry): boolean {
  const head = headOf(line.sentence, token);
  return (
    nominal &&
    page.words.types.get(type)?.violent === true &&
    head !== null &&
    head > lastToken &&
    relationOf(line.sentence, token) === 'compound' &&
    page.figures.kinds.has(line.sentence.tokens[head]?.lemma ?? '')
  );
}

/** Somebody was harmed, or arms or an armed side are named: then what is told is meant. */
const isInEarnest = (line: Line, harm: readonly HarmFact[]): boolean =>
  harm.some(({ quantity, sufferers }) => quantity !== null || sufferers.length > 0) ||
  line.weapons.size > 0 ||
  [...line.actors.values()].some(({ role }) => ARMED.has(role));

/** An act that may be one of words. */
interface Act {
  readonly line: Line;
  readonly trigger: Trigger;
  /** What the tree hangs on its word. */
  readonly children: readonly number[];
  readonly hit: readonly number[];
}

function fits(figure: Figure, { line, trigger: { token }, children, hit }: Act): boolean {
  const { tokens } = line.sentence;
  const lemmaAt = (at: number): string => tokens[at]?.lemma ?? '';
  const isBeside = (at: number): boolean =>
    figure.beside.has(tokens[at]?.lower ?? '') || figure.beside.has(lemmaAt(at));
  if (figure.beside.size > 0 && (isBeside(token - 1) || isBeside(token + 1) || children.some(isBeside))) return true;
  const isFigured = (at: number): boolean => figure.objects.has(lemmaAt(at));
  // "burned flags and two police cars": of what is a figure in earnest too, all must be one.
  const isAll = (at: number): boolean => isFigured(at) && conjuncts(line.sentence, at).every(isFigured);
  if (figure.objects.size > 0 && hit.some(figure.outright ? isAll : isFigured)) return true;
  if (figure.says.size > 0 && children.some((child) => isSaying(line, child, figure.says))) return true;
  return (
    figure.anywhere.size > 0 &&
    tokens.some((_, at) => matchHinted(WORD_HINT.beside, figure.anywhere, tokens, at) !== null)
  );
}

/** "attacked her, calling her a liar". */
const isSaying = ({ sentence }: Line, child: number, verbs: ReadonlySet<string>): boolean =>
  relationOf(sentence, child) === 'advcl' &&
  sentence.tokens[child]?.tag === 'VBG' &&
  verbs.has(sentence.tokens[child]?.lemma ?? '');
