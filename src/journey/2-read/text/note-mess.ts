/**
 * What in a report's text is not report, or is damaged: recognised and noted with spans, never cut out, so that every
 * offset holds for whoever sent the text.
 */
import type { FurnitureWords } from '../../../knowledge/furniture-words.ts';
import type { Note } from '../../../model/report.ts';
import { type Span, spanOf } from '../../../model/span.ts';
import { type MessFound, type MessRule, messInput } from './mess-rule.ts';
import { messRules } from './mess-rules.ts';

export interface Mess {
  /** In the order of the text. */
  readonly notes: Note[];
  /** Spans that must not be coded, in order, not overlapping. */
  readonly furniture: Span[];
}

/** More notes of one kind than this are counted in one last note: a text full of one fault needs no longer list. */
const mostNotesOfAKind = 50;

/** Runs every rule over the text; `title` is the report's title, null when unknown. Linear in the text's length. */
export function noteMess(text: string, title: string | null, words: FurnitureWords): Mess {
  const input = messInput(text, title, words);
  const found = messRules.map((rule) => ({ rule, all: rule.find(input) }));
  const notes = found.flatMap(({ rule, all }) => notesOf(text, rule, all));
  const furniture = found.flatMap(({ all }) => all.filter((one) => one.isFurniture));
  return { notes: notes.sort(byPlace), furniture: joined(text, furniture) };
}

function notesOf(text: string, rule: MessRule, all: readonly MessFound[]): Note[] {
  const notes: Note[] = all
    .slice(0, mostNotesOfAKind)
    .map(({ start, end, message }) => ({ code: rule.id, message, span: spanOf(text, start, end) }));
  const left = all.length - notes.length;
  return left > 0 ? [...notes, { code: rule.id, message: `And ${left} more of the same kind.` }] : notes;
}

/** Notes without a span come last; codes break ties, so that the order never depends on the order of the rules. */
function byPlace(a: Note, b: Note): number {
  const place = (note: Note) => note.span?.start ?? Number.MAX_SAFE_INTEGER;
  return place(a) - place(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

function joined(text: string, spans: readonly MessFound[]): Span[] {
  const out: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else out.push(spanOf(text, start, end));
  }
  return out;
}
