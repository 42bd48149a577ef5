/**
 * At whom a statement is directed when its cue names nobody spoken to: who is obliged in what is said, else the first other
 * actor named there. A phrase that is no actor ("an immediate end") is nobody spoken to.
 */
import type { ActorName } from '../../../model/actor-name.ts';
import type { Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty, WordedStatement } from '../../../model/worded-statement.ts';
import { OBLIGES } from './kind.ts';
import { partyOf, type StatementPage } from './page.ts';
import { firstFrom, sentenceAt } from './sentence-at.ts';

/** Kinds that are directed at someone: asked, threatened, accused, promised something. */
const DIRECTED: ReadonlySet<WordedStatement['kind']> = new Set([
  'demand',
  'warning',
  'appeal',
  'threat',
  'accusation',
  'condemnation',
  'denial',
  'commitment',
]);

export interface Direction {
  readonly kind: WordedStatement['kind'];
  /** The act itself has a code: a decision, praise, a lifted ban. */
  readonly isAct: boolean;
  readonly speaker: StatementParty | null;
  /** Those that the cue names, as worded. */
  readonly named: readonly StatementParty[];
  readonly parts: readonly Span[];
  readonly span: Span;
  readonly content: readonly Token[];
}

export function addresseesOf(page: StatementPage, direction: Direction): readonly StatementParty[] {
  const { kind, isAct, named } = direction;
  if (!DIRECTED.has(kind) && !isAct) return named;
  const people = named.filter(
    (party) => party.mention !== null && !isSpeaker(page, direction, page.actors[party.mention]),
  );
  if (people.length > 0) return people;
  const obliged = obligedIn(page, direction.content, direction.span.start);
  if (obliged !== null) return [obliged];
  const other = firstOther(page, direction);
  return other === null ? named : [other];
}

/** "Ankara must stop", "the council needs to understand": the one obliged is the one spoken to. */
function obligedIn(page: StatementPage, content: readonly Token[], start: number): StatementParty | null {
  const modal = content.find((token) => OBLIGES.has(token.lower));
  const sentence = modal === undefined ? undefined : sentenceAt(page.parsed, modal.start);
  if (modal === undefined || sentence === undefined) return null;
  const obliged = (page.mentions.get(sentence.index) ?? []).find(
    (mention) => mention.lastToken === modal.index - 1 && mention.start >= start && mention.form !== 'pronoun',
  );
  return obliged === undefined ? null : partyOf(obliged);
}

/** The first actor in what is said who is not the speaker; someone known before someone only described. */
function firstOther(page: StatementPage, direction: Direction): StatementParty | null {
  let described: StatementParty | null = null;
  for (const part of direction.parts) {
    for (
      let index = Math.max(0, firstFrom(page.parsed, part.start) - 1);
      (page.parsed.sentences[index]?.start ?? part.end) < part.end;
      index++
    ) {
      for (const mention of page.mentions.get(index) ?? []) {
        if (mention.start < part.start || mention.end > part.end || !isOther(page, direction, mention)) continue;
        if ((mention.actor ?? mention.affiliation) !== null) return partyOf(mention);
        described ??= partyOf(mention);
      }
    }
  }
  return described;
}

const isOther = (page: StatementPage, direction: Direction, mention: ActorName): boolean =>
  mention.form !== 'pronoun' && mention.kind !== 'object' && !isSpeaker(page, direction, mention);

function isSpeaker(page: StatementPage, { speaker }: Direction, mention: ActorName | undefined): boolean {
  if (mention === undefined || speaker?.mention == null) return false;
  return page.chains.representative[speaker.mention] === page.chains.representative[mention.id];
}
