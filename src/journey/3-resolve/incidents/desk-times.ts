/**
 * Two days in one sentence, of an act and of what came after it at the desk or in court: "On Monday a court jailed two men for the
 * attack on a bus on 12 January". The parser often crosses them, the order of the words does not.
 */
import type { IncidentGrammar } from '../../../knowledge/incident-grammar.ts';
import type { Reading } from '../../../model/reading.ts';
import type { Token } from '../../../model/sentence.ts';
import type { TimeExpression } from '../../../model/time-expression.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';
import type { ActsOf } from './other-acts.ts';

/** Whether the time is that of the other of the two; null where the order of the words tells nothing. */
export function isOfOtherByOrder(
  reading: Reading,
  { grammar, acts }: { readonly grammar: IncidentGrammar; readonly acts: ActsOf },
  incident: WordedIncident,
  expression: TimeExpression,
): boolean | null {
  const { tokens = [] } = reading.parsed.sentences[expression.sentence] ?? {};
  const own = wordsOf(tokens, incident);
  const act = own.find(({ pos }) => pos === 'NOUN');
  if (act !== undefined && tokens.some((token) => token.index < act.index && isDesk(grammar, token))) {
    if (expression.lastToken < act.index) return true;
    return hasTimeBefore(reading, expression, act) ? false : null;
  }
  const desk = own.find((token) => isDesk(grammar, token));
  if (desk === undefined) return null;
  const other = (acts.bySentence.get(expression.sentence) ?? [])
    .filter((one) => one !== incident)
    .flatMap((one) => wordsOf(tokens, one))
    .find(({ pos, index }) => pos === 'NOUN' && index > desk.index);
  return other !== undefined && expression.firstToken > other.index && hasTimeBefore(reading, expression, other)
    ? true
    : null;
}

const isDesk = ({ afterwards }: IncidentGrammar, { pos, lemma }: Token): boolean =>
  pos === 'VERB' && afterwards.has(lemma);

const wordsOf = (tokens: readonly Token[], { trigger }: WordedIncident): Token[] =>
  tokens.filter(({ start, end }) => trigger.some((span) => span.start <= start && end <= span.end));

const hasTimeBefore = ({ times }: Reading, { sentence }: TimeExpression, { index }: Token): boolean =>
  times.some((time) => time.sentence === sentence && time.lastToken < index);
