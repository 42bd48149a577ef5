/** Who cannot be taken for a part that the tree does not show in its place, by what else the report says of him. */
import { areApart } from '../../../knowledge/places-apart.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';
import type { Part } from './cast-candidates.ts';
import { isDoerUnknown } from './doer-unknown.ts';
import type { EventMention } from './event-mention.ts';
import type { Page } from './page.ts';
import { registeredParty } from './parties.ts';
import { type Standings, standingOf } from './standing.ts';

/** Whom the tree does not show in the place, and who cannot be taken for it by what else the report says. */
export const isRuledOut = (page: Page, part: Part, mentions: readonly EventMention[], standings: Standings): boolean =>
  (part.proposals.length === 0 && tookPartElsewhere(page, part, mentions, standings)) ||
  (part.slot === 'doer' &&
    (isOwnerOfHit(part, mentions) ||
      isDoerUnknown(page, mentions) ||
      isOnlyAsked(page, part, standings) ||
      onlyDenies(part, standings) ||
      isOfThoseHit(page, part, mentions) ||
      (mentions.every(isBareDeath) && !standingOf(standings, part.key).accused)));

/** "A commander of the movement was killed": his own side is not guessed to have done it. */
function isOfThoseHit(page: Page, { participant }: Part, mentions: readonly EventMention[]): boolean {
  const own = registeredParty(page, participant);
  return (
    own !== null && mentions.some((mention) => mention.targets.some((target) => registeredParty(page, target) === own))
  );
}

const ASKS: ReadonlySet<WordedStatement['kind']> = new Set(['appeal', 'demand']);

/** "… condemned the killing and called on the movement to protect civilians": whom one asks for something is not blamed by that. */
function isOnlyAsked(page: Page, { key, participant: { mention } }: Part, standings: Standings): boolean {
  const { acts, accused } = standingOf(standings, key);
  if (mention === null || acts > 0 || accused) return false;
  return page.statements.some(
    ({ kind, addressees }) => ASKS.has(kind) && addressees.some((one) => one.mention === mention),
  );
}

/** "A woman was hurt. The army denied firing first.": who denies an act, and is accused of none, is not guessed to have done another. */
function onlyDenies({ key }: Part, standings: Standings): boolean {
  const { denies, acts, accused } = standingOf(standings, key);
  return denies && acts === 0 && !accused;
}

/** "Two people died on the way": nobody is guessed to have brought it. */
const isBareDeath = ({ entry, weapons }: EventMention): boolean =>
  (entry.frame === 'suffer' || entry.result) && weapons.length === 0;

/** "a truck of the army was hit": whose the thing is did not hit it. */
const isOwnerOfHit = ({ participant: { sentence, spans } }: Part, mentions: readonly EventMention[]): boolean =>
  mentions.some((mention) =>
    mention.targets.some(
      (target) =>
        target.sentence === sentence &&
        spans.every((own) => target.spans.some((span) => span.start <= own.start && own.end <= span.end)),
    ),
  );

/** All that it did, or that was done to it, was at other places: a digest tells of things that have nothing to do with each other. */
function tookPartElsewhere(page: Page, part: Part, mentions: readonly EventMention[], standings: Standings): boolean {
  const here = mentions.flatMap(({ places }) => places.slice(0, 1).map(({ index }) => index));
  const { actsAt, isHitAt } = standingOf(standings, part.key);
  const there = part.slot === 'doer' ? actsAt : isHitAt;
  return (
    here.length > 0 &&
    there.length > 0 &&
    there.every(
      (place) => place !== null && here.every((own) => areApart(page, own, place) || isUnheard(page, own, place)),
    )
  );
}

/** A place that no list has is taken for another than one of another name: nobody is guessed to have acted at both. */
function isUnheard({ places }: Page, a: number, b: number): boolean {
  const [one, other] = [places[a], places[b]];
  if (one === undefined || other === undefined || one.text.toLowerCase() === other.text.toLowerCase()) return false;
  return one.candidates.length === 0 || other.candidates.length === 0;
}
