/** Whether two mentions can tell one event by where they were: places apart, other dead at another name, a place that opens a new scene. */
import { areApart } from '../../../knowledge/places-apart.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { EventMention } from './event-mention.ts';
import type { Page } from './page.ts';

/** A place in the act's own clause stands within so many edges of the tree. */
const OWN_PLACE = 4;

/** Told of other dead at a place of another name, which the gazetteer may not know: another act, unless a toll is brought up to date. */
export function isOtherToll(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  const place = ownPlace(now);
  const dead = deadOf(now);
  if (place === null || dead.length === 0 || now.harm.some(({ total }) => total)) return false;
  const told = before.filter((mention) => ownPlace(mention) !== null && deadOf(mention).length > 0);
  return (
    told.length > 0 &&
    told.every((mention) => {
      const other = ownPlace(mention);
      return other !== null && areNamedApart(page, other, place) && !deadOf(mention).some((n) => dead.includes(n));
    })
  );
}

const ownPlace = ({ places: [nearest] }: EventMention): number | null =>
  nearest === undefined || nearest.distance > OWN_PLACE ? null : nearest.index;

const deadOf = ({ harm }: EventMention): number[] =>
  harm.flatMap(({ measure, quantity }) =>
    measure === 'killed' && quantity?.claim.n !== undefined ? [quantity.claim.n] : [],
  );

/** Names of two settlements, neither said to lie in the other. */
function areNamedApart(page: Page, a: number, b: number): boolean {
  const [one, other] = [page.places[a], page.places[b]];
  const isSpot = (name: typeof one): boolean =>
    name !== undefined && !AREAS.has(name.stated ?? '') && !isArea(page, name);
  if (one === undefined || other === undefined || !isSpot(one) || !isSpot(other)) return false;
  return textOf(page, a) !== textOf(page, b) && one.within !== b && other.within !== a;
}

const AREAS: ReadonlySet<string> = new Set(['country', 'province', 'region', 'district']);

const isArea = ({ gazetteer }: Page, { candidates: [first] }: PlaceName): boolean =>
  first !== undefined && AREAS.has(gazetteer.kind(first));

/** Told of a place that lies apart from all that the others are told of. */
export function isElsewhere(page: Page, before: readonly EventMention[], { places: [own] }: EventMention): boolean {
  const known = before.flatMap(({ places }) => places.slice(0, 1));
  return own !== undefined && known.length > 0 && known.every(({ index }) => areApart(page, index, own.index));
}

/** "In Harim, two civilians were killed": a place of another name that opens the sentence, or one since, is where it happened. */
export function isNewScene(
  page: Page,
  before: readonly EventMention[],
  last: EventMention,
  mention: EventMention,
): boolean {
  const known = new Set(before.flatMap(({ places }) => places.map(({ index }) => textOf(page, index))));
  for (let at = mention.sentence; at > last.sentence; at -= 1) {
    const line = page.lines[at];
    const opening = line?.places.find((index) => {
      const place = page.places[index];
      return place?.use === 'locative' && place.firstToken > 0 && place.firstToken <= OPENING;
    });
    if (opening !== undefined && line !== undefined && startsWithPreposition(line.sentence))
      return !known.has(textOf(page, opening));
  }
  return false;
}

/** A place that opens a sentence stands within so many words of its start ("In the village of Harim"). */
export const OPENING = 4;

const startsWithPreposition = (sentence: Sentence): boolean => sentence.tokens[0]?.tag === 'IN';

const textOf = (page: Page, place: number): string => page.places[place]?.text.toLowerCase() ?? '';
