/**
 * The same words of the same voice in two reports: both heard, or took over, one statement. Shown as evidence; whether the reports are
 * two sources is decided by what else they rest on.
 */
import type { CodedReport, CodedStatement } from '../../model/coded-report.ts';
import type { DependenceEdge } from '../../model/incident.ts';

/** So many words in a row are the same statement, however much of it each report quotes. */
const WORDS_ALIKE = 6;
/** Words that are shown as evidence. */
const WORDS_SHOWN = 12;

interface Quotation {
  readonly report: string;
  readonly speaker: NonNullable<CodedStatement['speaker']>;
  readonly words: readonly string[];
}

/** `reports` stand earliest first; each is tied once to the earliest that quotes the same words. */
export function quotationEdges(reports: readonly CodedReport[]): DependenceEdge[] {
  const holders = new Map<string, Quotation>();
  const edges: DependenceEdge[] = [];
  for (const report of reports) {
    const tied = new Set<string>();
    for (const quotation of quotationsOf(report)) {
      for (let at = 0; at + WORDS_ALIKE <= quotation.words.length; at += 1) {
        const run = quotation.words.slice(at, at + WORDS_ALIKE).join(' ');
        const earlier = holders.get(run);
        if (earlier === undefined) holders.set(run, quotation);
        else if (earlier.report !== report.id && !tied.has(earlier.report) && areOneVoice(earlier, quotation)) {
          tied.add(earlier.report);
          edges.push({
            reports: [earlier.report, report.id],
            kind: 'same-quotation',
            because: becauseOf(quotation, at),
          });
        }
      }
    }
  }
  return edges;
}

function becauseOf({ speaker, words }: Quotation, at: number): string {
  const shown = words.slice(at, at + WORDS_SHOWN).join(' ');
  return `both quote ${speaker.name}: “${shown}${at + WORDS_SHOWN < words.length ? ' …' : ''}”`;
}

const quotationsOf = ({ id, text, statements }: CodedReport): Quotation[] =>
  statements.flatMap(({ quoted, speaker, span }) =>
    !quoted || speaker === null
      ? []
      : [
          {
            report: id,
            speaker,
            words:
              text
                .slice(span.start, span.end)
                .toLowerCase()
                .match(/[\p{L}\p{M}\p{N}’']+/gu) ?? [],
          },
        ],
  );

/** The same actor, or names that end in the same word ("Ada Brill", "Dr Brill"). */
function areOneVoice({ speaker: a }: Quotation, { speaker: b }: Quotation): boolean {
  if (a.actor !== null && b.actor !== null) return a.actor === b.actor;
  return lastWord(a.name) === lastWord(b.name);
}

const lastWord = (name: string): string => name.toLowerCase().split(' ').at(-1) ?? name;
