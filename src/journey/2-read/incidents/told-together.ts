/** "A surgeon and two nurses were abducted": those who are joined to somebody in his place stand or fall with him. */
import { conjuncts } from '../grammar/tree.ts';
import type { Part } from './cast-candidates.ts';
import type { Candidate } from './event-mention.ts';
import type { Page } from './page.ts';

/** Those of `rest` that the tree shows in the place of one of `chosen`, joined to it and of its sort: people with people, things with things. */
export function toldTogether<Judged extends { readonly of: Part }>(
  page: Page,
  chosen: readonly Judged[],
  rest: readonly Judged[],
): Judged[] {
  const isJoined = (one: Candidate, to: Candidate): boolean => {
    const sentence = page.parsed.sentences[one.participant.sentence];
    return (
      sentence !== undefined &&
      one.participant.sentence === to.participant.sentence &&
      (one.participant.kind === 'object') === (to.participant.kind === 'object') &&
      conjuncts(sentence, to.participant.token).includes(one.participant.token)
    );
  };
  return rest.filter(({ of }) =>
    shown(of).some((one) =>
      chosen.some((other) => other.of.slot === of.slot && shown(other.of).some((to) => isJoined(one, to))),
    ),
  );
}

const shown = ({ proposals }: Part): Candidate[] => proposals.filter(({ inFrame }) => inFrame);
