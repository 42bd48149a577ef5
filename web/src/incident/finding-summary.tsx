/** The finding as one paragraph: the program's own in English; in another language, what is open or fails, made of the limbs' reasons. */
import type { Finding } from '../../../src/model/finding.ts';
import { sayReason } from '../reasons/say-reason.ts';
import { type Speech, useSpeech } from '../words/use-words.ts';
import { LIMBS } from './limbs.ts';

export function FindingSummary({ finding }: { finding: Finding }) {
  const speech = useSpeech();
  const said = speech.language === 'en' ? null : summaryIn(finding, speech);
  return <p>{said === null ? <bdi lang="en">{finding.summary}</bdi> : said}</p>;
}

/** Null when a limb that must be told has no words in this language. */
function summaryIn({ outcome, limbs }: Finding, speech: Speech): string | null {
  const { words } = speech;
  const told = LIMBS.filter((limb) => isTold(outcome, limb, limbs[limb]));
  const reasons = told.map((limb) => {
    const { reason } = limbs[limb];
    const said = reason === undefined ? null : sayReason(reason, speech);
    return said === null ? null : `${words.limb[limb]}: ${said}.`;
  });
  return reasons.includes(null) ? null : [`${words.outcome[outcome]}.`, ...reasons].join(' ');
}

/** What decided: the limbs that fail where one does, those that are open where none does, and whom it is about for a breach. */
function isTold(
  outcome: Finding['outcome'],
  limb: (typeof LIMBS)[number],
  { value }: Finding['limbs']['act'],
): boolean {
  switch (outcome) {
    case 'outside-scope':
    case 'consistent':
      return value === 'not-met' && limb !== 'exception';
    case 'breach-indicated':
      return limb === 'bearer' || limb === 'counterparty';
    case 'indeterminate':
    case 'exception-claimed':
      return value === 'unknown';
    default:
      return outcome satisfies never;
  }
}
