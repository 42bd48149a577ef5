/** When a report was published, and on what basis that is held: its sender, its container, its dateline or its address. */
import { aheadOfReceipt } from '../../model/publication-date.ts';
import type { Note, Report } from '../../model/report.ts';
import type { Draft, Hints } from './adapter.ts';
import { isoDate } from './date-text.ts';
import { datelineDate } from './dateline.ts';

export interface Published {
  readonly date: string | null;
  readonly basis: Report['publishedBasis'];
  readonly notes: readonly Note[];
}

/** The first basis that gives a plausible date wins: given, then metadata, then dateline, then inferred from the address. */
export function settlePublished(draft: Draft, hints: Hints): Published {
  const bases: readonly (readonly [Exclude<Report['publishedBasis'], null>, string | null])[] = [
    ['given', hints.published ?? null],
    [draft.publishedIsGiven ? 'given' : 'metadata', draft.published],
    ['dateline', datelineDate(draft.text)],
    ['inferred', dateInAddress(hints.url ?? draft.url)],
  ];
  const notes: Note[] = [];
  for (const [basis, wording] of bases) {
    if (wording === null || wording.trim() === '') continue;
    const date = isoDate(wording);
    if (date !== null) return { date, basis, notes: [...notes, ...doubtsOf(date, hints)] };
    notes.push({
      code: 'published-implausible',
      message: `"${wording.slice(0, 60)}" (${basis}) is not a date between 1800 and 2199.`,
    });
  }
  return { date: null, basis: null, notes };
}

/** A date that cannot have come yet is kept as it was stated. */
function doubtsOf(date: string, { receivedAt }: Hints): Note[] {
  const ahead = receivedAt === undefined ? null : aheadOfReceipt(date, receivedAt);
  return ahead === null ? [] : [ahead];
}

/** "/2016/06/12/" or "/2016-06-12-" in the address of a page. */
function dateInAddress(url: string | null): string | null {
  const found = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec((url ?? '').slice(0, 2000));
  return found ? `${found[1]}-${(found[2] ?? '').padStart(2, '0')}-${(found[3] ?? '').padStart(2, '0')}` : null;
}
