/** A finding for a reader at a terminal: outcome, paragraph, and the limbs with the words that each rests on. */
import type { Elsewhere, Supposition } from '../../journey/5-assess/what-if.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Finding } from '../../model/finding.ts';

/** Outcomes are told by sign and word, never by colour alone. */
const SIGN: Record<Finding['outcome'], string> = {
  'breach-indicated': '◆',
  'exception-claimed': '◈',
  indeterminate: '?',
  consistent: '○',
  'outside-scope': '◇',
};

/** Sign, outcome and the finding's own paragraph, which names its reports. */
export const findingInBrief = ({ outcome, clause, summary }: Finding): string =>
  `${SIGN[outcome]} ${clause}: ${outcome}\n  ${summary}\n`;

export function findingInWords(finding: Finding, reports: ReadonlyMap<string, CodedReport>): string {
  const head = `${SIGN[finding.outcome]} ${finding.clause}: ${finding.outcome} (confidence ${finding.confidence.toFixed(2)}, incident ${finding.incident})`;
  const limbs = Object.entries(finding.limbs).map(([name, limb]) => {
    const words = limb.spans
      .map((span) => reports.get(span.report)?.text.slice(span.start, span.end))
      .filter((text) => text !== undefined);
    const quoted = [...new Set(words)].slice(0, 4).map((text) => `“${text.replace(/\s+/g, ' ')}”`);
    const lines = [`  ${name.padEnd(13)}${limb.value.padEnd(15)}${limb.because}`];
    if (quoted.length > 0) lines.push(`${' '.repeat(30)}${quoted.join(' ')}`);
    if (limb.wouldSettle !== undefined) lines.push(`${' '.repeat(30)}would settle it: ${limb.wouldSettle}`);
    return lines.join('\n');
  });
  return [head, `  ${finding.summary}`, ...limbs, ''].join('\n');
}

/** What would change under which assumption, one line each. */
export function suppositionsInWords(suppositions: readonly Supposition[]): string {
  const lines = suppositions.map(({ assumption, changes }) => {
    const changed = changes.map(({ clause, from, to }) => `${clause} ${from} → ${to}`).join(', ');
    return `  ${assumption}: ${changed}`;
  });
  return lines.length === 0 ? '' : `What if (one assumption at a time, never stored):\n${lines.join('\n')}\n\n`;
}

/** What each clause would come to at another place, and where that place lies. */
export function elsewhereInWords(place: string, turns: readonly Elsewhere[]): string {
  const lines = turns.map(({ clause, from, to, zone }) => {
    const turned = from === to ? `stays ${to}` : `${from} → ${to}`;
    return `  ${clause} ${turned}${zone === null ? '' : ` (${zone.because})`}`;
  });
  return `If it had happened at ${place} (never stored):\n${lines.join('\n')}\n\n`;
}
