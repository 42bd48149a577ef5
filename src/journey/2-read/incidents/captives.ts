/** "Gunmen kidnapped two nurses. They were released the next day.": those who are freed are the captives, not their captors. */
import type { IncidentType } from '../../../model/coded-report.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import type { Candidate, EventMention } from './event-mention.ts';
import type { Page } from './page.ts';
import { keyOf } from './standing.ts';

const TAKING: ReadonlySet<IncidentType> = new Set(['abduction', 'arbitrary_detention', 'hijacking']);

/** Where a pronoun would make those freed who took others captive, it stands for the others. */
export function withCaptivesFreed(page: Page, mentions: readonly EventMention[]): readonly EventMention[] {
  return mentions.map((mention, index) => {
    if (mention.type !== 'prisoner_release' || !mention.targets.some((one) => isPronoun(page, one))) return mention;
    const taking = mentions
      .slice(0, index)
      .findLast(
        ({ type, perpetrators, targets }) =>
          TAKING.has(type) &&
          targets.length > 0 &&
          perpetrators.some((doer) => mention.targets.some((freed) => keyOf(page, freed) === keyOf(page, doer))),
      );
    if (taking === undefined) return mention;
    const freed = taking.targets.filter(({ kind }) => kind !== 'object');
    const isFreed = ({ slot, participant }: Candidate): boolean => slot !== 'hit' || !isPronoun(page, participant);
    return {
      ...mention,
      targets: freed,
      candidates: mention.candidates.filter(isFreed),
      allCandidates: () => mention.allCandidates().filter(isFreed),
    };
  });
}

const isPronoun = (page: Page, { sentence, token }: WordedParticipant): boolean =>
  page.parsed.sentences[sentence]?.tokens[token]?.pos === 'PRON';
