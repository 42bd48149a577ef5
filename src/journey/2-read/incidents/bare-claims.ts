/** "X claimed responsibility.", "Y blamed X.", without saying for what: it is for the act of violence told last before it. */
import { scoreTold, type Telling } from '../../../knowledge/linear-model.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { blamedBare, claimedBare } from './culprits.ts';
import type { Candidate, EventMention } from './event-mention.ts';
import type { Line, Page } from './page.ts';
import { isBareHarm } from './pair-features.ts';

/** Sentences between the act and the claim at most, with its toll and place. */
const REACH = 4;

export function withBareClaims(page: Page, mentions: readonly EventMention[]): readonly EventMention[] {
  let named = mentions;
  for (const line of page.lines) {
    const { sentence } = line;
    if (sentence.tree === null || !sentence.tokens.some(({ lemma }) => CUES.has(lemma))) continue;
    const act = actBefore(page, named, sentence.index);
    const claimants = act === null ? [] : [...claimedBare(page, line), ...blamedAfter(page, line, act)];
    if (act === null || claimants.length === 0) continue;
    const candidates = claimants.map((participant): Candidate => {
      const tell: Telling = (marks) => marks.mark(`culprit-${participant.attribution}`);
      const score = scoreTold(page.fillers, 'doer', tell);
      return { slot: 'doer', participant, inFrame: true, tell, score };
    });
    named = named.map((mention) =>
      mention === act
        ? {
            ...mention,
            perpetrators: [...mention.perpetrators, ...claimants],
            candidates: [...mention.candidates, ...candidates],
            allCandidates: () => [...mention.allCandidates(), ...candidates],
          }
        : mention,
    );
  }
  return named;
}

const CUES: ReadonlySet<string> = new Set(['responsibility', 'blame']);
/** Blame stands nearer to its act than a claim does. */
const BLAME_REACH = 2;

const blamedAfter = (page: Page, line: Line, { sentence }: EventMention): WordedParticipant[] =>
  line.sentence.index > sentence && line.sentence.index - sentence <= BLAME_REACH ? blamedBare(page, line) : [];

/** The latest act of violence that somebody could have committed; that people were killed is rather what came of it. */
function actBefore(page: Page, mentions: readonly EventMention[], sentence: number): EventMention | null {
  const isAct = ({ type, entry, aggregate, modality, ...mention }: EventMention): boolean =>
    mention.sentence <= sentence &&
    sentence - mention.sentence <= REACH &&
    !aggregate &&
    modality === 'asserted' &&
    entry.frame !== 'suffer' &&
    page.words.types.get(type)?.violent === true;
  const acts = mentions.filter(isAct);
  return acts.findLast((mention) => !isBareHarm(mention)) ?? acts.at(-1) ?? null;
}
