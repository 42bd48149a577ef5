/** Excuses that the accused side raised, in statements or in its own account of what it hit. Raised is not shown. */
import type { CodedReport, CodedStatement } from '../../model/coded-report.ts';
import type { Span } from '../../model/span.ts';
import { evidence, type IsAccused, type Linked } from './linked.ts';
import type { Terms } from './terms.ts';
import type { Evidence } from './three-valued.ts';

/** An excuse that a party raised. `specific`: about this incident, not in general. */
export interface Excuse {
  readonly kind: 'excluded-present' | 'self-defence';
  readonly specific: boolean;
  /** False for words by which the accused side explains itself without justifying. */
  readonly isJustification: boolean;
  readonly by: string | null;
  readonly words: string;
  readonly spans: readonly Evidence[];
}

/** Kinds of statement in which a party explains itself. Only a justification excuses in general. */
const EXPLAINING: ReadonlySet<CodedStatement['kind']> = new Set([
  'justification',
  'denial',
  'announcement',
  'acknowledgement',
  'accusation',
  'assessment',
]);

/** Excuses from statements of the accused side, and from accounts in which it itself names an excluded target. */
export function excusesOf(linked: readonly Linked[], isAccused: IsAccused, terms: Terms): readonly Excuse[] {
  const excuses: Excuse[] = [];
  const seen: CodedReport[] = [];
  for (const { report } of linked) {
    if (report.statements.length === 0 || seen.includes(report)) continue;
    seen.push(report);
    for (const { about, ...excuse } of explanationsIn(report, terms)) {
      if (!isAccused(excuse.by)) continue;
      const specific = linked.some((one) => one.report === report && about.includes(one.coded.id));
      if (specific || excuse.isJustification) excuses.push({ ...excuse, specific });
    }
  }
  for (const one of linked) if (one.coded.attributedTo.length > 0) excuses.push(...targetClaim(one, isAccused, terms));
  return excuses;
}

/** What a statement would excuse, for whoever turns out to be accused. */
type Explanation = Omit<Excuse, 'specific'> & { readonly about: readonly string[] };

/** Read once per report, since a report may tell of many incidents. */
const explanations = new WeakMap<CodedReport, { terms: Terms; found: readonly Explanation[] }>();

function explanationsIn(report: CodedReport, terms: Terms): readonly Explanation[] {
  const known = explanations.get(report);
  if (known?.terms === terms) return known.found;
  const found = report.statements
    .filter(({ kind }) => EXPLAINING.has(kind))
    .flatMap((statement) => explanationsOf(statement, report, terms));
  explanations.set(report, { terms, found });
  return found;
}

function explanationsOf(statement: CodedStatement, report: CodedReport, terms: Terms): Explanation[] {
  const words = report.text.slice(statement.span.start, statement.span.end);
  const lower = words.toLowerCase();
  const base = {
    about: statement.about,
    isJustification: statement.kind === 'justification',
    by: statement.speaker?.actor ?? null,
    words,
    spans: [evidence(report.id, statement.span)],
  };
  const found: Explanation[] = [];
  if (namesExcluded(statement.span, lower, report, terms)) found.push({ ...base, kind: 'excluded-present' });
  if (terms.codebook.selfDefenceWords.some((word) => lower.includes(word)))
    found.push({ ...base, kind: 'self-defence' });
  return found;
}

function namesExcluded(span: Span, lower: string, report: CodedReport, { agreement, standing }: Terms): boolean {
  if (agreement.excludedWords.some((word) => lower.includes(word.toLowerCase()))) return true;
  return report.mentions.some(
    (mention) =>
      mention.kind === 'actor' &&
      mention.actor !== null &&
      mention.span.start >= span.start &&
      mention.span.end <= span.end &&
      standing(mention.actor).excluded.length > 0,
  );
}

/** The accused side itself says that it hit an excluded group: a claim about the target, not a fact about it. */
function targetClaim({ report, coded }: Linked, isAccused: IsAccused, terms: Terms): Excuse[] {
  const sayer = coded.attributedTo.find((source) => isAccused(source.actor));
  const target = coded.targets.find((one) => one.actor !== null && terms.standing(one.actor).excluded.length > 0);
  if (sayer === undefined || target === undefined) return [];
  const spans = [...sayer.spans, ...target.spans].map((span) => evidence(report.id, span));
  return [
    { kind: 'excluded-present', specific: true, isJustification: false, by: sayer.actor, words: target.name, spans },
  ];
}
