/** Acts told as a habit, and numbers told over so long a time that they are of several events. */

import type { TimeExpression } from '../../../model/time-expression.ts';
import { headOf, relationOf } from '../grammar/tree.ts';
import type { HarmFact } from './event-mention.ts';
import type { Line, Page } from './page.ts';
import { isAge } from './setting.ts';

const LONG: ReadonlySet<string> = new Set(['week', 'month', 'quarter', 'season', 'year', 'decade']);

/** From this many days on, a stretch of time holds several events. */
const LONG_DAYS = 5;

/** So many dead are those of a war, unless one act is named with them. */
const MANY_DEAD = 1000;

/** "The killing of over 70,000 of our people": of no one act. */
export const overManyActs = (page: Page, line: Line, harm: readonly HarmFact[]): boolean =>
  harm.some(({ measure, quantity }) => measure === 'killed' && (quantity?.claim.n ?? 0) >= MANY_DEAD) &&
  !tellsOneEvent(page, line);

/** A number told "since the truce began", "over the past week", "in May": a sum, whatever noun it stands with. */
export function overLongTime(page: Page, line: Line, harm: readonly HarmFact[]): boolean {
  if (!harm.some((fact) => fact.quantity !== null && (fact.quantity.claim.n ?? 0) > 4)) return false;
  if (sinceItBegan(line)) return true;
  return line.times.some((index) => {
    const time = page.times[index];
    if (time === undefined || isAge(time) || isSpanTo(line, time)) return false;
    const { meaning, signal } = time;
    if (meaning.kind === 'named') return signal === 'since' || meaning.edge === 'start';
    if (meaning.kind === 'duration')
      return (
        signal !== 'for' &&
        meaning.parts.some((part) => LONG.has(part.unit) || (part.unit === 'day' && (part.amount ?? 0) >= LONG_DAYS))
      );
    if (time.rangeWith !== null && (signal === 'between' || signal === 'from')) return true;
    if (meaning.kind !== 'calendar') return false;
    const whole = meaning.shift?.whole && LONG.has(meaning.shift.unit);
    const month =
      meaning.fields.month !== undefined && meaning.fields.day === undefined && meaning.fields.weekday === undefined;
    return (
      whole ||
      (month && (signal === 'in' || signal === 'during') && !tellsOneEvent(page, line)) ||
      (signal === 'since' && meaning.fields.hour === undefined)
    );
  });
}

/** "Two days after the truce began": so long after something, and not for so long. */
const isSpanTo = ({ sentence: { tokens }, timeAt }: Line, { firstToken, lastToken }: TimeExpression): boolean =>
  SPAN_MARKS.has(tokens[lastToken + 1]?.lower ?? '') ||
  (SPAN_MARKS.has(tokens[firstToken - 1]?.lower ?? '') && timeAt.has(firstToken - 2));
const SPAN_MARKS: ReadonlySet<string> = new Set(['after', 'before', 'later', 'earlier', 'ago']);

/** "Four people were wounded in separate incidents": one number of several acts, each perhaps told by itself. */
export function overSeparateActs(
  page: Page,
  { sentence: { tokens }, quantities }: Line,
  harm: readonly HarmFact[],
): boolean {
  const { apart, plural, each, areas } = page.modality.aggregate;
  const isCounted = (index: number): boolean => (quantities.get(index)?.claim.n ?? 0) > 1;
  return (
    harm.some(({ quantity }) => (quantity?.claim.n ?? 0) > 1) &&
    tokens.some(
      ({ lower, index }) =>
        (apart.has(lower) && plural.has(tokens[index + 1]?.lower ?? '')) ||
        (lower === 'different' && areas.has(tokens[index + 1]?.lower ?? '')) ||
        (each.has(lower) && isCounted(index)),
    )
  );
}

/** "have been killed since the fighting began on 15 April". */
const sinceItBegan = ({ sentence, grammar }: Line): boolean =>
  sentence.tokens.some(({ lower, index }) => {
    if (lower !== 'since' || relationOf(sentence, index) !== 'mark') return false;
    const verb = headOf(sentence, index);
    return verb !== null && grammar.onsets.has(sentence.tokens[verb]?.lemma ?? '');
  });

/** "kept bombing", "continue to shell": an act told as a habit and not as one event. */
export function isHabit(line: Line, token: number): boolean {
  const head = headOf(line.sentence, token);
  const relation = relationOf(line.sentence, token);
  return (
    head !== null &&
    (relation === 'xcomp' || relation === 'ccomp') &&
    line.grammar.habits.has(line.sentence.tokens[head]?.lemma ?? '')
  );
}

/** "In July, a raid on a hospital killed 14": one event with a month for its date. */
const tellsOneEvent = (page: Page, { sentence: { tokens } }: Line): boolean =>
  tokens.some(
    ({ tag, lemma }, at) =>
      tag === 'NN' && page.words.nouns.has(lemma) && [1, 2, 3].some((step) => ONE.has(tokens[at - step]?.lower ?? '')),
  );

const ONE: ReadonlySet<string> = new Set(['a', 'an', 'one', 'another']);
