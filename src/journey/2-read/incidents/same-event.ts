/**
 * Which mentions of a report tell one and the same event. Mentions are taken in the order of the text; each joins the group
 * that fits it best, or opens its own. The evidence is a handful of named numbers with weights, so that every merge can say why.
 */

import { type LinearModel, scoreOf } from '../../../knowledge/linear-model.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import type { Token } from '../../../model/sentence.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { dependents, relationOf } from '../grammar/tree.ts';
import type { EventMention } from './event-mention.ts';
import { mayKill } from './may-harm.ts';
import type { Page } from './page.ts';

export interface MentionGroup {
  readonly mentions: EventMention[];
  readonly because: string[];
}

/** Groups further back than this many sentences are no longer joined without a shared name or number. */
const MEMORY_GROUPS = 24;

export function groupMentions(page: Page, mentions: readonly EventMention[], model: LinearModel): MentionGroup[] {
  const groups: MentionGroup[] = [];
  for (const mention of mentions) {
    const best = bestGroup(page, groups.slice(-MEMORY_GROUPS), mention, model);
    if (best === null) groups.push({ mentions: [mention], because: [] });
    else {
      best.group.mentions.push(mention);
      best.group.because.push(...best.reasons);
    }
  }
  return groups;
}

/** Two events melted into one lose more than one event told twice. Chosen on every fifth report of MUC-4 DEV and on TST1. */
const SURE = 0.4;

function bestGroup(
  page: Page,
  groups: readonly MentionGroup[],
  mention: EventMention,
  model: LinearModel,
): { group: MentionGroup; reasons: string[] } | null {
  let best: { group: MentionGroup; reasons: string[] } | null = null;
  let bestScore = SURE;
  for (const group of groups) {
    const features = pairFeatures(page, group, mention);
    if (features === null) continue;
    const score = scoreOf(model, features);
    if (score > bestScore) {
      bestScore = score;
      best = { group, reasons: strongest(features, model) };
    }
  }
  return best;
}

function strongest(features: Record<string, number>, model: LinearModel): string[] {
  return Object.keys(features)
    .filter((name) => (model.weights.get(name) ?? 0) * (features[name] ?? 0) > 0.5)
    .slice(0, 2)
    .map((name) => `same-event/${name}`);
}

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
  const linked = mentions.some(
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
  // A sum is of other events than the one told, and of others than the next sum.
  if (mentions.some((other) => other.aggregate || mention.aggregate) && !linked) return null;
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
  compareTolls(mentions, mention, features);
  wordingFeatures(page, mentions, last, mention, features);
  if (distance === 0 && !linked && features['place-differs'] === 1) features['beside-other-place'] = 1;
  if (distance === 0 && !linked && features['toll-differs'] === 1) features['beside-other-toll'] = 1;
  if (distance === 0 && !linked && isBareHarm(mention) !== isBareHarm(last)) features['effect-beside'] = 1;
  if (another(page, mention)) features.another = 1;
  return features;
}

/** Deaths are the outcome of violence or of a protest, never of a convoy, a truce or a talk that stands in the sentence. */
function isOutcomeOf(page: Page, one: EventMention, other: EventMention): boolean {
  return (isOutcome(one) || isOutcome(other)) && mayKill(page, one.type) && mayKill(page, other.type);
}

/** How many sentences later what became of things is still told of the act before ("Many shops were destroyed"). */
const AFTERMATH = 3;

/** `act` is the latest violent act of the group. */
function isAftermath(page: Page, act: EventMention, mention: EventMention): boolean {
  const distance = mention.sentence - act.sentence;
  if (mention.perpetrators.length > 0 || distance > AFTERMATH) return false;
  if (mention.type === 'property_destruction') return true;
  // "More than 50 people were wounded."
  const counted = mention.harm.some((fact) => fact.quantity !== null);
  return (
    distance > 0 &&
    counted &&
    (mention.entry.frame === 'harm' || mention.entry.frame === 'suffer') &&
    isThere(page, act, mention) &&
    mention.weapons.length === 0
  );
}

const isViolent = (page: Page, mention: EventMention): boolean => page.words.types.get(mention.type)?.violent === true;

/** No other place is named. */
function isThere(page: Page, act: EventMention, mention: EventMention): boolean {
  const text = (index: number): string => page.places[index]?.text.toLowerCase() ?? '';
  const there = new Set(act.places.map(({ index }) => text(index)));
  return mention.places.every(({ index }) => there.has(text(index)));
}

/** People harmed by nobody named: beside an act of the same sentence most likely its effect. */
const isBareHarm = (mention: EventMention): boolean =>
  mention.type === 'killing' && mention.perpetrators.length === 0 && mention.weapons.length === 0 && !mention.nominal;

/** Words for what came of an act ("killing 12", "destroying a bridge"): they may belong to an act of any type. */
const isOutcome = (mention: EventMention): boolean =>
  mention.entry.type === 'killing' || mention.entry.type === 'property_destruction' || mention.entry.result;

/** Kinds of fire that exclude each other: an air strike is no shelling. A plain "bombing" or "attack" may be any of them. */
const EXACT: ReadonlySet<IncidentType> = new Set([
  'air_strike',
  'drone_strike',
  'shelling',
  'missile_strike',
  'mine_or_uxo',
  'suicide_bombing',
  'chemical_attack',
]);

function typesFit(page: Page, a: EventMention, b: EventMention): boolean {
  if (a.type === b.type) return true;
  if (EXACT.has(a.type) && EXACT.has(b.type)) return false;
  const family = (mention: EventMention): string => page.words.types.get(mention.type)?.family ?? mention.type;
  if (family(a) === family(b)) return true;
  // "the attack", "the killings" may name a bombing told before; a fire or a robbery is an act of its own.
  const generic = (mention: EventMention): boolean =>
    mention.entry.type === 'ground_attack' || mention.entry.type === 'killing';
  const violent = (mention: EventMention): boolean => family(mention) === 'explosive' || family(mention) === 'attack';
  return violent(a) && violent(b) && (generic(a) || generic(b));
}

function compareParticipants(
  page: Page,
  slot: string,
  before: readonly WordedParticipant[],
  now: readonly WordedParticipant[],
  features: Record<string, number>,
): void {
  if (before.length === 0 || now.length === 0) return;
  if (now.some((a) => before.some((b) => isSame(page, a, b)))) features[`${slot}-same`] = 1;
  else if (now.some((a) => before.some((b) => a.head === b.head))) features[`${slot}-head`] = 1;
  else if (
    now.some((a) => a.mention !== null && page.actors[a.mention]?.form === 'name') &&
    before.some((b) => b.mention !== null && page.actors[b.mention]?.form === 'name')
  )
    features[`${slot}-names-differ`] = 1;
  else features[`${slot}-differs`] = 1;
}

/** One chain of mentions, or the same words. */
export function isSame(page: Page, a: WordedParticipant, b: WordedParticipant): boolean {
  if (a.mention !== null && b.mention !== null) {
    const chain = page.chains.representative[a.mention];
    if (chain !== undefined && chain === page.chains.representative[b.mention]) return true;
  }
  return a.name.toLowerCase() === b.name.toLowerCase();
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

/** "another attack", "in a separate raid", "Elsewhere, …": the words say that it is not the one told before. */
function another(page: Page, mention: EventMention): boolean {
  const sentence = page.parsed.sentences[mention.sentence];
  if (sentence === undefined) return false;
  const before = sentence.tokens.slice(Math.max(0, mention.token - 3), mention.token);
  return (
    before.some((token) => page.grammar.another.has(token.lower)) ||
    page.grammar.another.has(sentence.tokens[0]?.lower ?? '')
  );
}
