/**
 * The statements ledger: statements as said become records with what answers them. It asks the store which incidents to
 * look at and decides over the answers; the folder's door.
 */
import type { StatementRecord } from '../../../model/statement-record.ts';
import { type DeedQuestion, type DeedRules, deedQuestion, deedsOf, type FoundDeeds } from './deeds.ts';
import { type Draft, draftOf } from './draft.ts';
import { isBy, type Spoken, saidFromMs } from './spoken.ts';
import { limbsOf } from './statement-limbs.ts';
import { decidedStatus, type StatementDecision, statusOf } from './status.ts';
import { groupTellings } from './tellings.ts';

export type LedgerRules = DeedRules;

/**
 * Records without their fate, in the order of their first tellings, of what was published as of an instant. What is no statement of the
 * ledger is left out.
 */
export function draftsOf(spoken: readonly Spoken[], { duties }: LedgerRules, asOf: string): Draft[] {
  return groupTellings(
    spoken.filter(({ published }) => isBy(published, asOf)),
    duties,
  ).flatMap((group) => draftOf(group, duties) ?? []);
}

export const questionsOf = (drafts: readonly Draft[], { duties, kin }: LedgerRules): DeedQuestion[] =>
  drafts.map((draft) => deedQuestion(draft, duties, kin));

export interface LedgerAnswers {
  /** For each draft asked about, in the same order, what the store found. */
  readonly found: readonly FoundDeeds[];
  /** Every draft of the same speakers, among which later words are looked for. */
  readonly all: readonly Draft[];
  readonly decisions: ReadonlyMap<string, StatementDecision>;
  readonly asOf: string;
  readonly lastReport: string | null;
}

export function recordsOf(drafts: readonly Draft[], answers: LedgerAnswers, rules: LedgerRules): StatementRecord[] {
  return drafts.map((draft, index) => {
    const found = answers.found[index] ?? { incidents: [], links: new Map() };
    const { asOf, lastReport } = answers;
    const deeds = deedsOf(draft, found, rules, asOf);
    // An earlier telling may have come in since: what a person decided about any telling holds for the statement.
    const decision =
      draft.record.tellings.flatMap(
        (telling) => answers.decisions.get(`${telling.report}#${telling.statement}`) ?? [],
      )[0] ?? null;
    const context = { asOf, lastReport, later: laterOf(draft, answers.all) };
    const computed = statusOf(draft, deeds, context, rules.duties);
    const limbs = limbsOf(draft, { asOf, lastReport, aroundDueDays: rules.duties.days['around-due'] });
    return decision === null
      ? { ...draft.record, deeds, limbs, status: computed, programStatus: null }
      : { ...draft.record, deeds, limbs, status: decidedStatus(decision), programStatus: computed };
  });
}

/** What the same speaker said afterwards, first said first. */
function laterOf({ record }: Draft, all: readonly Draft[]): Draft[] {
  const speaker = record.speaker?.actor ?? null;
  const from = saidFromMs(record.said);
  if (speaker === null || from === null) return [];
  const since = (draft: Draft): number => saidFromMs(draft.record.said) ?? Number.NEGATIVE_INFINITY;
  return all
    .filter((other) => other.record.speaker?.actor === speaker && other.record.id !== record.id && since(other) > from)
    .toSorted((a, b) => since(a) - since(b));
}
