/** Statements reported by a noun: "Ankara's claim that …", "a warning by the council that …", "calls for …". */
import type { Sentence } from '../../../model/sentence.ts';
import { caseOf, dependents, isRelation, relationOf, subtreeSpan } from '../grammar/tree.ts';
import type { StatementPage } from './page.ts';
import { partyAt } from './page.ts';
import type { SourcedStatement } from './sources.ts';

export function nounStatements(page: StatementPage, sentence: Sentence): SourcedStatement[] {
  if (sentence.tree === null) return [];
  return sentence.tokens.flatMap((token) => {
    const reading = token.pos === 'NOUN' ? page.words.nouns.get(token.lemma) : undefined;
    const owner = reading === undefined ? null : ownerOf(sentence, token.index);
    const content = owner === null ? null : clauseOf(sentence, token.index);
    const [first, last] = [sentence.tokens[content?.first ?? -1], sentence.tokens[content?.last ?? -1]];
    if (
      reading === undefined ||
      owner === null ||
      first === undefined ||
      last === undefined ||
      first.index > last.index
    )
      return [];
    return [
      {
        sentence,
        cue: { start: token.start, end: token.end },
        cueLemma: token.lemma,
        reading,
        speaker: partyAt(page, sentence, owner),
        addressees: [],
        span: { start: first.start, end: last.end },
        because: 'statement/noun-cue',
      },
    ];
  });
}

/** "the council's claim", "a claim by the council". */
function ownerOf(sentence: Sentence, noun: number): number | null {
  return (
    dependents(sentence, noun, 'nmod').find(
      (child) =>
        isRelation(relationOf(sentence, child), 'nmod:poss') ||
        caseOf(sentence, child) === 'by' ||
        caseOf(sentence, child) === 'from',
    ) ?? null
  );
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
