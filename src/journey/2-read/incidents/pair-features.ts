/** Named evidence that a mention tells the event of a group of mentions before it. */
import { areApart } from '../../../knowledge/places-apart.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { dependents, relationOf } from '../grammar/tree.ts';
import type { EventMention, MentionGroup } from './event-mention.ts';
import type { Page } from './page.ts';
import { EXACT, isAftermath, isOutcomeOf, isViolent, typesFit } from './pair-limits.ts';
import { registeredParty } from './parties.ts';
import { isSame } from './same-participant.ts';

/** A group is known by its first mention and its latest ones, so that a text of one word repeated stays linear. */
const LATEST = 8;

const remembered = (mentions: readonly EventMention[]): readonly EventMention[] =>
  mentions.length <= LATEST + 1 ? mentions : [...mentions.slice(0, 1), ...mentions.slice(-LATEST)];

/** Named evidence that a mention tells the event of a group; null where it cannot. */
export function pairFeatures(page: Page, group: MentionGroup, mention: EventMention): Record<string, number> | null {
  const features: Record<string, number> = { bias: 1 };
  const mentions = remembered(group.mentions);
  const last = mentions.at(-1);
  if (last === undefined) return null;
  const areOtherSides = otherSides(
    mentions.flatMap((other) => sidesOf(page, other)),
    sidesOf(page, mention),
  );
  const linked =
    !areOtherSides &&
    mentions.some(
      (other) =>
        other.sentence === mention.sentence &&
        (other.linked.includes(mention.token) || mention.linked.includes(other.token)),
    );
  const act = mentions.findLast((other) => other.type !== 'property_destruction' && isViolent(page, other));
  const aftermath = act !== undefined && isAftermath(page, act, mention);
  if (
    !aftermath &&
    !mentions.some((other) => typesFit(page, other, mention) || (linked && isOutcomeOf(page, other, mention)))
  )
    return null;
  if (EXACT.has(mention.type) && mentions.some((other) => EXACT.has(other.type) && other.type !== mention.type))
    return null;
  // What is denied stays beside what is told: the two are set against each other later, never melted into one.
  if (mentions.some((other) => (other.modality === 'denied') !== (mention.modality === 'denied'))) return null;
  if (!linked && mentions.some((other) => isAnswer(page, other, mention))) return null;
  // What is threatened is another act than what was done, unless one is told as the other's outcome.
  if (!linked && mentions.some((other) => (other.modality === 'threatened') !== (mention.modality === 'threatened')))
    return null;
  // A sum is of other events than the one told, and of others than the next sum.
  if (mentions.some((other) => other.aggregate || mention.aggregate) && !linked) return null;
  if (!linked && (isElsewhere(page, mentions, mention) || isOtherToll(page, mentions, mention))) return null;
  if (linked) features.linked = 1;
  if (aftermath) features.aftermath = 1;
  if (mentions.some((other) => other.type === mention.type)) features['same-type'] = 1;
  else features['family-only'] = 1;
  const distance = mention.sentence - last.sentence;
  features.distance = Math.min(distance, 12) / 4;
  if (distance === 0) features['same-sentence'] = 1;
  if (distance === 1) features['next-sentence'] = 1;
  if (mention.nominal && mention.definite) features.definite = 1;
  if (mention.nominal && mention.targets.length === 0 && mention.perpetrators.length === 0) features['bare-noun'] = 1;
  if (mention.entry.result || mention.entry.frame === 'suffer') features.outcome = 1;
  if (mentions.some((other) => other.modality !== mention.modality)) features['modality-differs'] = 1;
  compareParticipants(
    page,
    'target',
    mentions.flatMap((other) => other.targets),
    mention.targets,
    features,
  );
  compareParticipants(
    page,
    'doer',
    mentions.flatMap((other) => other.perpetrators),
    mention.perpetrators,
    features,
  );
  compareNames(
    'place',
    mentions.flatMap((other) => other.places.slice(0, 1).map(({ index }) => page.places[index]?.text ?? '')),
    mention.places.slice(0, 1).map(({ index }) => page.places[index]?.text ?? ''),
    features,
  );
  compareNames(
    'time',
    mentions.flatMap((other) => other.times.slice(0, 1).map(({ index }) => page.times[index]?.text ?? '')),
    mention.times.slice(0, 1).map(({ index }) => page.times[index]?.text ?? ''),
    features,
  );
  // People die of their wounds days after the act.
  if (mention.entry.frame !== 'suffer' && areOtherDays(page, mentions, mention)) features['day-differs'] = 1;
  compareTolls(mentions, mention, features);
  wordingFeatures(page, mentions, last, mention, features);
  if (distance === 0 && !linked && features['place-differs'] === 1) features['beside-other-place'] = 1;
  if (distance === 0 && !linked && features['toll-differs'] === 1) features['beside-other-toll'] = 1;
  if (distance === 0 && !linked && isBareHarm(mention) !== isBareHarm(last)) features['effect-beside'] = 1;
  if (another(page, mention)) features.another = 1;
  if (distance > 0 && isNewScene(page, mentions, last, mention)) features['new-scene'] = 1;
  if (areOtherSides) features['other-side'] = 1;
  return features;
}

/** "A bomber set off a car bomb … guards had opened fire on the car": gunfire of somebody else is no part of the blast. */
const isAnswer = (page: Page, blast: EventMention, fire: EventMention): boolean =>
  fire.type === 'shooting' &&
  page.words.types.get(blast.type)?.family === 'explosive' &&
  fire.perpetrators.length > 0 &&
  blast.perpetrators.length > 0 &&
  !fire.perpetrators.some((a) => blast.perpetrators.some((b) => isSame(page, a, b)));

/** A place in the act's own clause stands within so many edges of the tree. */
const OWN_PLACE = 4;

/** Told of other dead at a place of another name, which the gazetteer may not know: another act, unless a toll is brought up to date. */
function isOtherToll(page: Page, before: readonly EventMention[], now: EventMention): boolean {
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
function isElsewhere(page: Page, before: readonly EventMention[], { places: [own] }: EventMention): boolean {
  const known = before.flatMap(({ places }) => places.slice(0, 1));
  return own !== undefined && known.length > 0 && known.every(({ index }) => areApart(page, index, own.index));
}

/** "In Harim, two civilians were killed": a place of another name that opens the sentence, or one since, is where it happened. */
function isNewScene(page: Page, before: readonly EventMention[], last: EventMention, mention: EventMention): boolean {
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
const OPENING = 4;

const startsWithPreposition = (sentence: Sentence): boolean => sentence.tokens[0]?.tag === 'IN';

const textOf = (page: Page, place: number): string => page.places[place]?.text.toLowerCase() ?? '';

/** A doer whom the tree shows: the party as the register knows it, and its role. */
interface Side {
  readonly party: string | null;
  readonly role: WordedParticipant['role'];
}

const sidesOf = (page: Page, mention: EventMention): Side[] =>
  mention.candidates.flatMap(({ slot, inFrame, score, participant }) => {
    if (slot !== 'doer' || !inFrame || score <= -1) return [];
    const party = registeredParty(page, participant);
    // "4 soldiers killed": in the place of a doer only by the tree's mistake.
    return party === null && isHarmed(mention, participant) ? [] : [{ party, role: participant.role }];
  });

const isHarmed = ({ harm }: EventMention, { sentence, token }: WordedParticipant): boolean =>
  harm.some(({ sufferers }) => sufferers.some((one) => one.sentence === sentence && one.token === token));

/** Both have doers, and they are of different parties: as the register knows them, or an army's and an armed group's. */
const otherSides = (before: readonly Side[], now: readonly Side[]): boolean =>
  before.length > 0 && now.length > 0 && now.every((a) => before.every((b) => areOtherParties(a, b)));

const areOtherParties = (a: Side, b: Side): boolean =>
  a.party !== null && b.party !== null ? !mayBeOne(a.party, b.party) : fights(a.role, b.role) || fights(b.role, a.role);

const fights = (army: WordedParticipant['role'], group: WordedParticipant['role']): boolean =>
  army === 'military' && group === 'non_state_armed_group';

/** A state and one of its branches may be one party: "ru.gov" and "ru.airforce". */
function mayBeOne(a: string, b: string): boolean {
  if (a === b) return true;
  const [state] = a.split('.');
  return state === b.split('.')[0] && (a.endsWith('.gov') || b.endsWith('.gov'));
}

/** People harmed by nobody named: beside an act of the same sentence most likely its effect. */
const isBareHarm = (mention: EventMention): boolean =>
  mention.type === 'killing' && mention.perpetrators.length === 0 && mention.weapons.length === 0 && !mention.nominal;

function compareParticipants(
  page: Page,
  slot: string,
  before: readonly WordedParticipant[],
  now: readonly WordedParticipant[],
  features: Record<string, number>,
): void {
  if (before.length === 0 || now.length === 0) return;
  if (now.some((a) => before.some((b) => isSame(page, a, b)))) features[`${slot}-same`] = 1;
  else if (now.some((a) => before.some((b) => a.head === b.head && !areCountedOtherwise(page, a, b))))
    features[`${slot}-head`] = 1;
  else if (now.some((a) => before.some((b) => a.head === b.head))) features[`${slot}-counted-otherwise`] = 1;
  else if (
    now.some((a) => a.mention !== null && page.actors[a.mention]?.form === 'name') &&
    before.some((b) => b.mention !== null && page.actors[b.mention]?.form === 'name')
  )
    features[`${slot}-names-differ`] = 1;
  else features[`${slot}-differs`] = 1;
}

/** "53 people", "21 people": of one kind, and not the same ones. */
function areCountedOtherwise(page: Page, a: WordedParticipant, b: WordedParticipant): boolean {
  const one = numberOf(page, a);
  const other = numberOf(page, b);
  return one !== null && other !== null && one !== other;
}

const numberOf = (page: Page, { sentence, token }: WordedParticipant): number | null =>
  page.lines[sentence]?.quantities.get(token)?.claim.n ?? null;

function compareNames(
  slot: string,
  before: readonly string[],
  now: readonly string[],
  features: Record<string, number>,
): void {
  if (before.length === 0 || now.length === 0) return;
  const same = now.some((a) => before.some((b) => a.toLowerCase() === b.toLowerCase()));
  features[same ? `${slot}-same` : `${slot}-differs`] = 1;
}

/** Both are told with a day of their own, and the days have other names. */
function areOtherDays(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  const old = before.flatMap((mention) => dayOf(page, mention));
  const fresh = dayOf(page, now);
  return old.length > 0 && fresh.length > 0 && fresh.every((day) => !old.includes(day));
}

/** A time farther from the act in the tree is rather another's. */
const OWN_TIME = 4;

/** The weekday or the day of the month that stands with an act. */
function dayOf(page: Page, { times: [nearest] }: EventMention): string[] {
  const meaning = nearest === undefined || nearest.distance > OWN_TIME ? undefined : page.times[nearest.index]?.meaning;
  if (meaning?.kind !== 'calendar') return [];
  const { weekday, day, month } = meaning.fields;
  return weekday !== undefined ? [`weekday ${weekday}`] : day !== undefined ? [`day ${day} ${month ?? ''}`] : [];
}

function compareTolls(before: readonly EventMention[], now: EventMention, features: Record<string, number>): void {
  const tolls = (mentions: readonly EventMention[]): number[] =>
    mentions.flatMap((mention) =>
      mention.harm.flatMap((fact) =>
        fact.quantity?.claim.n === undefined || fact.measure !== 'killed' ? [] : [fact.quantity.claim.n],
      ),
    );
  const old = tolls(before);
  const fresh = tolls([now]);
  if (old.length === 0 || fresh.length === 0) return;
  features[fresh.some((n) => old.includes(n)) ? 'toll-same' : 'toll-differs'] = 1;
}

/** How the two are worded: a new paragraph, the same word, a target told as new, another weapon. */
function wordingFeatures(
  page: Page,
  before: readonly EventMention[],
  last: EventMention,
  now: EventMention,
  features: Record<string, number>,
): void {
  const mark = (name: string, is: boolean): void => {
    if (is) features[name] = 1;
  };
  const paragraph = (mention: EventMention): number => page.parsed.sentences[mention.sentence]?.paragraph ?? 0;
  mark('new-paragraph', paragraph(now) !== paragraph(last));
  mark(
    'same-word',
    before.some((other) => other.entry.phrase === now.entry.phrase),
  );
  mark(`${last.nominal ? 'noun' : 'verb'}-then-${now.nominal ? 'noun' : 'verb'}`, true);
  mark('lead', before[0]?.sentence === 0);
  mark('plural-differs', last.nominal && now.nominal && last.plural !== now.plural);
  const hit = (mention: EventMention): WordedParticipant[] =>
    mention.candidates.filter((one) => one.slot === 'hit' && one.inFrame).map(({ participant }) => participant);
  const fresh = hit(now);
  const old = before.flatMap(hit);
  mark('nothing-hit-now', fresh.length === 0);
  mark('nothing-hit-before', old.length === 0);
  if (fresh.length > 0) {
    mark(
      'hit-told-as-new',
      fresh.some((one) => isNew(page, one)),
    );
    mark(
      'hit-told-as-known',
      fresh.some((one) => isKnown(page, one)),
    );
  }
  const objects = old.flatMap((one) => one.object ?? []);
  const kinds = fresh.flatMap((one) => one.object ?? []);
  if (objects.length > 0 && kinds.length > 0)
    mark(kinds.some((one) => objects.includes(one)) ? 'object-same' : 'object-differs', true);
  const weapons = before.flatMap((other) => other.weapons.map(({ term }) => term));
  if (weapons.length > 0 && now.weapons.length > 0)
    mark(now.weapons.some(({ term }) => weapons.includes(term)) ? 'weapon-same' : 'weapon-differs', true);
}

/** "A bus", "two schools": told for the first time. */
function isNew(page: Page, one: WordedParticipant): boolean {
  const first = firstWord(page, one);
  return first?.lower === 'a' || first?.lower === 'an' || first?.pos === 'NUM' || first?.lower === 'another';
}

const isKnown = (page: Page, one: WordedParticipant): boolean =>
  page.grammar.definite.has(firstWord(page, one)?.lower ?? '');

/** The determiner or numeral in front of the participant's noun. */
function firstWord(page: Page, one: WordedParticipant): Token | undefined {
  const sentence = page.parsed.sentences[one.sentence];
  if (sentence === undefined) return undefined;
  const child = dependents(sentence, one.token).find((at) => {
    const relation = relationOf(sentence, at);
    return relation === 'det' || relation === 'nummod';
  });
  return child === undefined ? undefined : sentence.tokens[child];
}

/** "another attack", "In a separate raid, …", "Elsewhere, …": the words say that it is not the one told before. */
function another(page: Page, mention: EventMention): boolean {
  const sentence = page.parsed.sentences[mention.sentence];
  if (sentence === undefined) return false;
  const isWord = (token: Token): boolean => page.grammar.another.has(token.lower);
  if (sentence.tokens.slice(Math.max(0, mention.token - 3), mention.token).some(isWord)) return true;
  const opening = sentence.tokens.slice(0, OPENING + 1);
  const comma = opening.findIndex(({ text }) => text === ',');
  return comma > 0 && opening.slice(0, comma).some(isWord);
}
