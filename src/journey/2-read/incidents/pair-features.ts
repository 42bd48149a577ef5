/** Named evidence that a mention tells the event of a group of mentions before it. */
import type { Token } from '../../../model/sentence.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { dependents, relationOf } from '../grammar/tree.ts';
import type { EventMention, MentionGroup } from './event-mention.ts';
import type { Page } from './page.ts';
import { areOtherDays, isOtherHour } from './pair-hours.ts';
import {
  areOtherVictims,
  EXACT,
  isAftermath,
  isFoiledBeside,
  isOutcomeOf,
  isViolent,
  typesFit,
} from './pair-limits.ts';
import { isElsewhere, isNewScene, isOtherToll, OPENING } from './pair-places.ts';
import { isAnswer, isAnswered, isDoneAfter, isDuringAnother, isStruckBack, otherSides, sidesOf } from './pair-sides.ts';
import { areErasApart, areStretchApart, isOutOfScene } from './pair-times.ts';
import { isOfLikelyVictim, isOfOneVictim } from './pair-victims.ts';
import { isSame, numberOf } from './same-participant.ts';

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
  const areOtherSides = (): boolean =>
    otherSides(
      mentions.flatMap((other) => sidesOf(page, other)),
      sidesOf(page, mention),
    );
  const linked =
    mentions.some(
      (other) =>
        other.sentence === mention.sentence &&
        (other.linked.includes(mention.token) || mention.linked.includes(other.token)),
    ) && !areOtherSides();
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
  if (mentions.some((other) => isFoiledBeside(page, other, mention))) return null;
  // A sum is of other events than the one told, and of others than the next sum.
  if (mentions.some((other) => other.aggregate || mention.aggregate) && !linked) return null;
  const ofOneVictim = isOfOneVictim(page, mentions, mention);
  if (!linked && !ofOneVictim && (isElsewhere(page, mentions, mention) || isOtherToll(page, mentions, mention)))
    return null;
  if (areStretchApart(page, mentions, mention) || isDuringAnother(page, mentions, mention)) return null;
  if (isAnswered(page, mentions, mention) || isDoneAfter(page, mentions, mention)) return null;
  if (!linked && isStruckBack(page, mentions, mention)) return null;
  if (!linked && (areErasApart(page, mentions, mention) || areOtherVictims(page, mentions, mention))) return null;
  if (linked) features.linked = 1;
  if (ofOneVictim) features['one-victim'] = 1;
  else if (isOfLikelyVictim(page, mentions, mention)) features['likely-victim'] = 1;
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
  if (!linked && isOutOfScene(page, mentions, mention)) features['out-of-scene'] = 1;
  compareTolls(mentions, mention, features);
  wordingFeatures(page, mentions, last, mention, features);
  if (distance === 0 && !linked && features['place-differs'] === 1) features['beside-other-place'] = 1;
  if (distance === 0 && !linked && features['toll-differs'] === 1) features['beside-other-toll'] = 1;
  if (distance === 0 && !linked && isBareHarm(mention) !== isBareHarm(last)) features['effect-beside'] = 1;
  if (another(page, mention)) features.another = 1;
  if (distance > 0 && isNewScene(page, mentions, last, mention)) features['new-scene'] = 1;
  if (distance > 0 && features['hit-told-as-new'] === 1 && isOtherHour(page, mentions, mention))
    features['hour-differs'] = 1;
  if (areOtherSides()) features['other-side'] = 1;
  if (
    !linked &&
    features['doer-differs'] === 1 &&
    features['target-differs'] === 1 &&
    features['hit-told-as-new'] === 1
  )
    features['other-cast'] = 1;
  if (isOnlyClaimed(page, mention)) features.claimed = 1;
  return features;
}

/** "X claimed the attack", "X said it had carried out the attack": of the one told before. */
function isOnlyClaimed(page: Page, { nominal, definite, targets, perpetrators }: EventMention): boolean {
  if (!nominal || !definite || targets.length > 0 || perpetrators.length === 0) return false;
  const claimants = perpetrators.filter(({ attribution }) => attribution === 'claimed_by_itself');
  return perpetrators.every((one) => claimants.some((other) => isSame(page, one, other)));
}

/** People harmed by nobody named: beside an act of the same sentence most likely its effect. */
export const isBareHarm = (mention: EventMention): boolean =>
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

/** "A bus", "two schools", "banks": told for the first time. */
function isNew(page: Page, one: WordedParticipant): boolean {
  const first = firstWord(page, one);
  if (first === undefined && one.kind === 'object')
    return page.parsed.sentences[one.sentence]?.tokens[one.token]?.tag === 'NNS';
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
