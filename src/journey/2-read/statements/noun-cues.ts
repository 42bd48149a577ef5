/** Statements reported by a noun: "Ankara's claim that …", "a warning by the council that …", "calls for …". */
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import {
  caseOf,
  dependents,
  headOf,
  isRelation,
  obliques,
  relationOf,
  subjectOf,
  subtreeSpan,
} from '../grammar/tree.ts';
import type { StatementPage } from './page.ts';
import { partyAt } from './page.ts';
import type { SourcedStatement } from './sources.ts';
import { partiesAt } from './speaker.ts';

export function nounStatements(page: StatementPage, sentence: Sentence): SourcedStatement[] {
  if (sentence.tree === null) return [];
  if (!sentence.tokens.some(mayReport)) return [];
  return sentence.tokens.filter(mayReport).flatMap((token) => {
    const reading = page.words.nouns.get(token.lemma);
    if (reading === undefined) return [];
    const receiver = receiverOf(page, sentence, token.index);
    const owner = ownerOf(sentence, token.index) ?? (receiver === null ? null : giverOf(sentence, token.index));
    const own =
      owner === null || sentence.tokens[owner]?.tag !== 'PRP$' ? null : subjectOfObject(sentence, token.index);
    const issuer = owner === null || own !== null ? issuerOf(page, sentence, token.index) : null;
    const speaker = own ?? owner ?? issuer;
    const content =
      clauseOf(sentence, token.index) ??
      infinitiveBehind(sentence, token.index) ??
      thatClause(sentence, token.index) ??
      (reading.kind === 'plain' ? null : nounContent(sentence, token.index, issuer !== null || receiver !== null));
    const [first, last] = [sentence.tokens[content?.first ?? -1], sentence.tokens[content?.last ?? -1]];
    if (speaker === null || first === undefined || last === undefined || first.index > last.index) return [];
    const marks = reading.kind === 'assessment' ? TOWARDS : AGAINST;
    const hearers = receiver === null ? hearersOf(sentence, token.index, marks) : [receiver];
    const addressees = hearers.flatMap((hearer) => partiesAt(page, sentence, hearer));
    const cue = { start: token.start, end: token.end };
    return [
      {
        sentence,
        cue,
        cueLemma: token.lemma,
        reading,
        speaker: partyAt(page, sentence, speaker),
        addressees,
        span: { start: first.start, end: last.end },
        because: 'statement/noun-cue',
      },
    ];
  });
}

const mayReport = ({ pos, hints }: Token): boolean => pos === 'NOUN' && (hints & WORD_HINT.speech) !== 0;

/** "signalled its willingness": the pronoun is the verb's subject. */
function subjectOfObject(sentence: Sentence, noun: number): number | null {
  const verb = relationOf(sentence, noun) === 'obj' ? headOf(sentence, noun) : null;
  return verb === null ? null : subjectOf(sentence, verb);
}

/** "The envoy issued a warning": the subject of a verb that only carries the noun. */
function issuerOf(page: StatementPage, sentence: Sentence, noun: number): number | null {
  const verb = relationOf(sentence, noun) === 'obj' ? headOf(sentence, noun) : null;
  return verb === null || !page.words.light.has(sentence.tokens[verb]?.lemma ?? '') ? null : subjectOf(sentence, verb);
}

/** "received a warning", "came under pressure", "faces criticism": whom the noun reaches is the subject of such a verb. */
function receiverOf(page: StatementPage, sentence: Sentence, noun: number): number | null {
  const relation = relationOf(sentence, noun);
  const isReached = relation === 'obj' || (isRelation(relation, 'obl') && REACHES.has(caseOf(sentence, noun)));
  const verb = isReached ? headOf(sentence, noun) : null;
  return verb === null || !page.words.receives.has(sentence.tokens[verb]?.lemma ?? '')
    ? null
    : subjectOf(sentence, verb);
}

/** "came under pressure", "met with criticism". */
const REACHES = new Set(['under', 'with']);

/** "drew praise on Monday from the council": tied to the verb. */
function giverOf(sentence: Sentence, noun: number): number | null {
  const verb = headOf(sentence, noun);
  const giver = verb === null ? undefined : obliques(sentence, verb).find((side) => side.case === 'from');
  return giver?.head ?? null;
}

/** "a call for talks", "an investigation into the raid"; an issued warning may stand for itself. */
function nounContent(sentence: Sentence, noun: number, isIssued: boolean): { first: number; last: number } | null {
  const child = dependents(sentence, noun, 'nmod').find(
    (each) =>
      each > noun && ['for', 'of', 'against', 'into', 'over', 'about', 'at', 'with'].includes(caseOf(sentence, each)),
  );
  if (child === undefined) return isIssued ? { first: noun, last: noun } : null;
  const mark = dependents(sentence, child, 'case')[0] ?? noun;
  return { first: mark + 1, last: subtreeSpan(sentence, child).last };
}

/** "gave Ankara a warning", "a warning to Ankara", "issued an ultimatum to the council". */
function hearersOf(sentence: Sentence, noun: number, marks: ReadonlySet<string>): number[] {
  const verb = headOf(sentence, noun);
  // "gave the government an ultimatum": parsers take either for the object.
  const given =
    verb === null
      ? []
      : dependents(sentence, verb).filter(
          (child) =>
            child < noun &&
            child > verb &&
            (relationOf(sentence, child) === 'iobj' || (relationOf(sentence, child) === 'obj' && child !== noun)),
        );
  if (given.length > 0) return given.slice(0, 1);
  const children = [...dependents(sentence, noun, 'nmod'), ...(verb === null ? [] : dependents(sentence, verb, 'obl'))];
  const marked = children.filter((child) => child > noun && marks.has(caseOf(sentence, child)));
  return marked.length > 0 ? marked.slice(0, 1) : hearerBehindTime(sentence, noun);
}

const AGAINST: ReadonlySet<string> = new Set(['to', 'against']);
/** "solidarity with", "sympathy for". */
const TOWARDS: ReadonlySet<string> = new Set(['to', 'with', 'for']);

/** "issued a reminder on Saturday to the council that": the parser ties the one spoken to to the day. */
function hearerBehindTime(sentence: Sentence, noun: number): number[] {
  const { tokens } = sentence;
  for (let at = noun + 1; at < noun + MOST_BETWEEN && BETWEEN.has(tokens[at]?.pos ?? ''); at++)
    if (tokens[at]?.lower === 'to') {
      const hearer = headOf(sentence, at);
      return hearer !== null && hearer > at && relationOf(sentence, at) === 'case' ? [hearer] : [];
    }
  return [];
}

/** "the council's claim", "a claim by the council". */
function ownerOf(sentence: Sentence, noun: number): number | null {
  return (
    dependents(sentence, noun, 'nmod').find(
      (child) =>
        isRelation(relationOf(sentence, child), 'nmod:poss') ||
        caseOf(sentence, child) === 'by' ||
        caseOf(sentence, child) === 'from',
    ) ?? possessorBefore(sentence, noun)
  );
}

/** "Mora's false claim", "its claim", whatever the tree makes of it. */
function possessorBefore({ tokens }: Sentence, noun: number): number | null {
  let at = noun - 1;
  while (tokens[at]?.pos === 'ADJ') at--;
  if (tokens[at]?.tag === 'PRP$') return at;
  return tokens[at]?.tag === 'POS' ? at - 1 : null;
}

const MOST_BETWEEN = 8;

/** "the claim that the road is open", "a warning to Turkey that …": up to a comma or the end where the tree has no such clause. */
function thatClause({ tokens }: Sentence, noun: number): { first: number; last: number } | null {
  let that = noun + 1;
  while (that < noun + MOST_BETWEEN && BETWEEN.has(tokens[that]?.pos ?? '')) that++;
  if (tokens[that]?.lower !== 'that' || tokens[that]?.tag !== 'IN') return null;
  const stop = tokens.findIndex((token) => token.index > that + 1 && /^[,;:.]$/.test(token.text));
  const last = (stop === -1 ? tokens.length : stop) - 1;
  return last > that + 2 ? { first: that + 1, last } : null;
}

/** Those spoken to and a time: "to Turkey on Monday". */
const BETWEEN = new Set(['ADP', 'DET', 'PROPN', 'NOUN', 'ADJ', 'NUM']);

/** "expressed its intention to restore ties": the parser ties the infinitive to the verb. */
function infinitiveBehind(sentence: Sentence, noun: number): { first: number; last: number } | null {
  const verb = sentence.tokens[noun + 2];
  if (sentence.tokens[noun + 1]?.lower !== 'to' || verb?.pos !== 'VERB') return null;
  return headOf(sentence, verb.index) === headOf(sentence, noun)
    ? { first: verb.index, last: subtreeSpan(sentence, verb.index).last }
    : null;
}

/** The clause with "that" or "to" behind the noun. */
function clauseOf(sentence: Sentence, noun: number): { first: number; last: number } | null {
  for (const child of dependents(sentence, noun)) {
    const relation = relationOf(sentence, child);
    if (child < noun || !(isRelation(relation, 'acl') || relation === 'ccomp' || relation === 'xcomp')) continue;
    const mark = dependents(sentence, child).find(
      (each) => each < child && ['that', 'to'].includes(sentence.tokens[each]?.lower ?? ''),
    );
    const isRelative = mark !== undefined && isRelation(relationOf(sentence, mark), 'nsubj');
    if (mark === undefined || isRelative || relationOf(sentence, mark) === 'obj') continue;
    return { first: mark + 1, last: subtreeSpan(sentence, child).last };
  }
  return null;
}
