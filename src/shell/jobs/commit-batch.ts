import type { Change, ReadReport } from '../../journey/7-record/change.ts';
import type { RecordedRefusal } from '../../journey/7-record/refusal.ts';
import { seal } from '../../journey/7-record/sealed.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Refusal, Report } from '../../model/report.ts';
import { PROGRAM } from '../config.ts';
import { sha256 } from '../sha-256.ts';
import type { Store, Turn } from '../store/store.ts';
import { type Item, refusalId } from './item.ts';
import { type PlacedBy, placeIncidents } from './place-incidents.ts';
import { idsOf, settleIds } from './settle-ids.ts';
import type { Stages } from './stages.ts';

export interface BatchOutcome {
  /** Reports taken in and coded. */
  coded: number;
  /** Reports that are stored already under another capture, word for word. */
  duplicates: number;
  refused: number;
}

/** Without `isPlaced` the incidents are left to a later look at the whole store (`reconcile.ts`). */
export async function commitBatch(
  store: Store,
  items: readonly Item[],
  { stages, isPlaced }: { stages: Stages; isPlaced: boolean },
  at: string,
): Promise<BatchOutcome> {
  return store.inTurn({ at, by: PROGRAM.id }, async (turn) => {
    const captures = [...new Set(items.map(({ capture }) => capture.sha256))];
    const { reads, refusals, decisions } = await turn.knownBefore({ ids: idsOf(items), captures });
    const settled = settleIds(items, reads);
    const taken: Taken[] = [];
    const refused = new Map<string, RecordedRefusal>();
    const changes: Change[] = [];
    for (const { item, kept } of settled) {
      if (kept === 'duplicate') continue;
      const outcome = changesOf(item, kept, at, stages);
      changes.push(...outcome.changes);
      if (outcome.refusal !== null) refused.set(outcome.refusal.id, outcome.refusal);
      else if (outcome.coding !== null) taken.push({ item, coding: outcome.coding });
    }
    if (isPlaced) {
      const outcome = await placed(turn, taken, { stages, decisions }, at);
      changes.push(...outcome.changes);
      for (const refusal of outcome.refused) refused.set(refusal.id, refusal);
    }
    changes.push(...[...refused.values()].map((refusal): Change => ({ kind: 'refused', refusal })));
    changes.push(...liftedRefusals(refusals, items, refused));
    await turn.record(changes);
    const duplicates = settled.filter(({ kept }) => kept === 'duplicate').length;
    return { coded: items.length - duplicates - refused.size, duplicates, refused: refused.size };
  });
}

interface ItemChanges {
  changes: Change[];
  coding: CodedReport | null;
  refusal: RecordedRefusal | null;
}

/** `kept` is the report under the id it is stored by, or why it cannot be. */
function changesOf(item: Item, kept: Report | Refusal, at: string, stages: Stages): ItemChanges {
  if ('kind' in kept) return { changes: [], coding: null, refusal: refusalOf(item, 'read', kept, null, at) };
  const read: ReadReport = { capture: item.capture.sha256, ordinal: item.ordinal, report: kept };
  const sealed = seal(sha256, read);
  if ('kind' in sealed) {
    const unsealed: Refusal = {
      kind: 'refused',
      code: 'read/without-canonical-form',
      where: sealed.where,
      message: sealed.message,
    };
    return { changes: [], coding: null, refusal: refusalOf(item, 'read', unsealed, null, at) };
  }
  const changes: Change[] = [{ kind: 'read', read, sealed }];
  if (item.coded === null) return { changes, coding: null, refusal: null };
  if (item.coded.kind === 'refused')
    return { changes, coding: null, refusal: refusalOf(item, 'code', item.coded, kept.id, at) };
  const coding: CodedReport = JSON.parse(item.coded.sealed.json);
  const marks = stages.translationMarks(coding);
  if (coding.id === kept.id) changes.push({ kind: 'coded', coding, sealed: item.coded.sealed, marks });
  else changes.push({ kind: 'coded', coding: Object.assign(coding, { id: kept.id }), marks });
  return { changes, coding, refusal: null };
}

function refusalOf(
  item: Item,
  stage: RecordedRefusal['stage'],
  { code, where, message }: Refusal,
  report: string | null,
  at: string,
): RecordedRefusal {
  const { sha256: capture } = item.capture;
  return { id: refusalId(item), capture, ordinal: item.ordinal, report, stage, code, where, message, at };
}

interface Taken {
  item: Item;
  coding: CodedReport;
}

/** A defect of corroboration or assessment must not hold up the reading: the reports stay, refused by that stage. */
async function placed(
  turn: Turn,
  taken: readonly Taken[],
  by: PlacedBy,
  at: string,
): Promise<{ changes: Change[]; refused: RecordedRefusal[] }> {
  const codings = taken.map(({ coding }) => coding);
  try {
    return { changes: await placeIncidents(turn, codings, by), refused: [] };
  } catch (error) {
    const message = `A defect of the program: ${error instanceof Error ? error.message : String(error)}. Report it; the reports are kept and can be run again.`;
    const refusal: Refusal = { kind: 'refused', code: 'corroborate/defect', where: 'batch', message };
    const refused = taken.map(({ item, coding }) => refusalOf(item, 'corroborate', refusal, coding.id, at));
    return { changes: [], refused };
  }
}

function liftedRefusals(
  before: readonly RecordedRefusal[],
  items: readonly Item[],
  refused: ReadonlyMap<string, RecordedRefusal>,
): Change[] {
  const done = new Set(items.map(refusalId));
  const lifted = before.filter(({ id }) => done.has(id) && !refused.has(id));
  return lifted.map(({ id }): Change => ({ kind: 'refusal-lifted', id }));
}
