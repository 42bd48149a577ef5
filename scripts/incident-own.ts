/**
 * Our own sentences for the models of who took part: plain ways to tell an act, with every kind of actor on either side, so that
 * the models do not take the kinds of actors of one war for those of all. Nothing here is from any corpus.
 */
import type { WordedParticipant } from '../src/model/worded-incident.ts';
import type { GoldSlot } from './incident-gold.ts';

/** D does it, S is somebody in office who does it, H is hit, W is the weapon, X only stands by; P is a place. Every list is drawn from with equal chance. */
const PATTERNS = [
  '{D} attacked {H} in {P} on Monday.',
  '{D} bombed {H} near {P}, {X} said.',
  '{H} was attacked by {D} on Tuesday, according to {X}.',
  '{H} came under attack from {D} in {P}.',
  'An attack by {D} on {H} was condemned by {X}.',
  'The attack on {H} was carried out by {D}, {X} told reporters.',
  '{D} carried out an attack on {H} outside {P}.',
  '{D} launched an assault against {H}, and {X} called for calm.',
  '{D} killed {V} in {P} on Friday.',
  '{V} were killed when {D} raided {P}.',
  '{V} were killed by {D} in {P}, {X} confirmed.',
  'The killing of {V} by {D} shocked {X}.',
  '{D} shot {V} with {W} near {P}.',
  '{D} opened fire on {V} with {W} in {P}.',
  '{D} fired {W} at {H}, wounding {V}.',
  '{D}, who had fled {P}, murdered {V}.',
  '{X} said {D} had kidnapped {V} in {P}.',
  '{V} were abducted by {D} near {P} last week.',
  '{D} set fire to {H} after a quarrel with {X}.',
  '{D} are fighting in {P}, where {H} was shelled on Sunday.',
  '{D} shelled {H} with {W}, {X} reported.',
  '{D} has destroyed {H} in the outskirts of {P}.',
  'In {P}, {D} ambushed {H} and then left.',
  '{X} accused {D} of bombing {H} in {P}.',
  '{X} blamed {D} for the attack on {H}.',
  '{D} claimed responsibility for the bombing of {H}.',
  '{X} visited {P} after {D} stormed {H}.',
  'Using {W}, {D} struck {H} and killed {V}.',
  '{V} died when {W} hit {H} in {P}.',
  '{D} was waging an offensive against {H} with {W}.',
  'Strikes by {D} hit {H} and {H} in {P}.',
  '{D} stabbed {V} in {P}, {X} said on Thursday.',
  '{S} threatened to bomb {H}.',
  '{S} has ordered an attack on {H}, {X} said.',
  '{D} burned {H} in {P} on 3 May.',
  '{D} detonated {W} against {H} near {P}.',
  '{D} overran {P} and killed {V}.',
  '{H} were raided by {D}, who took {V} hostage.',
] as const;

const DOERS =
  'settlers|the artillery of the army|the army|government forces|the rebels|rebel fighters|the Northern Front|Russian warplanes|Syrian jets|American aircraft|a militia|militiamen|police officers|two soldiers|gunmen|the group|the regime|the government|Israel|Turkey|the air force|a man|two men|students|supporters of the party|the coalition|Hezbollah|insurgents|paramilitary fighters|an armed group|the terrorists|separatists|a gang|protesters|the security forces|unidentified attackers|a commander of the movement|members of the brigade|Omar Haddad|a former soldier';
const HIT =
  'olive trees|the airport|two tanks|shops|a market|the market|three villages|an army base|a rebel position|the convoy|a hospital|two schools|the embassy|a police station|a checkpoint|the headquarters of the movement|a bus|vehicles of the army|the power station|soldiers|rebel fighters|the insurgents|the militia|government troops|the Southern Front|civilians|a village|the camp|an aid convoy|oil facilities|a mosque|homes|the town|peacekeepers';
const VICTIMS =
  '49 people|three soldiers|two rebel fighters|five civilians|a policeman|the mayor|at least ten villagers|a journalist and her driver|dozens of militants|four insurgents|six policemen|the minister|two engineers|a commander|several students|Amal Mora|eight members of the front|three aid workers|passengers|a senior officer';
const WEAPONS = 'rockets|machine guns|mortars|a car bomb|grenades|rifles|explosives|missiles|artillery|a knife';
const BYSTANDERS =
  'the spokesman|a resident|the minister|officials|the president|the observatory|witnesses|the United Nations|the ambassador|a doctor|the opposition|the governor|analysts|the foreign ministry|relatives';
const PLACES = 'Aleppo|Idlib|Homs|Donetsk|Gaza|the capital|Mosul|Kirkuk|Kharkiv|a suburb of Damascus|the province';

const SPEAKERS =
  'the minister|the rebel commander|the president|the militia leader|the general|the party leader|the prime minister';

const LISTS: Record<string, readonly string[]> = {
  D: DOERS.split('|'),
  S: SPEAKERS.split('|'),
  H: HIT.split('|'),
  V: VICTIMS.split('|'),
  W: WEAPONS.split('|'),
  X: BYSTANDERS.split('|'),
  P: PLACES.split('|'),
};

const SLOT: Record<string, GoldSlot> = { D: 'doer', S: 'doer', H: 'hit', V: 'hit', W: 'means' };

export interface OwnSentence {
  readonly id: string;
  readonly text: string;
  readonly fillers: readonly { readonly slot: GoldSlot; readonly start: number; readonly end: number }[];
}

/** How many sentences each pattern makes. */
const EACH = 24;

/** The same sentences at each call: fillers are drawn by a fixed sequence. */
export function ownSentences(): OwnSentence[] {
  let state = 20_160_227;
  const draw = (list: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)] ?? '';
  };
  return PATTERNS.flatMap((pattern, at) =>
    Array.from({ length: EACH }, (_, index) => filled(`own-${at}-${index}`, pattern, draw, index % 4 === 3)),
  );
}

function filled(id: string, pattern: string, draw: (list: readonly string[]) => string, upper: boolean): OwnSentence {
  const fillers: { slot: GoldSlot; start: number; end: number }[] = [];
  let text = '';
  for (const piece of pattern.split(/[{}]/)) {
    const list = LISTS[piece];
    const word = list === undefined ? piece : draw(list);
    const slot = SLOT[piece];
    if (slot !== undefined) fillers.push({ slot, start: text.length, end: text.length + word.length });
    text += text === '' ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
  }
  return { id, text: upper ? text.toUpperCase() : text, fillers };
}

/** Whether a proposal stands where the pattern put a filler of its slot. */
export const isOwnFiller = (sentence: OwnSentence, slot: GoldSlot, start: number, end: number): boolean =>
  sentence.fillers.some((one) => one.slot === slot && one.start < end && start < one.end);

/** A proposal's own words; a participant that only lends its name from elsewhere has none. */
export const startsAt = (participant: WordedParticipant): { start: number; end: number } =>
  participant.spans[0] ?? { start: -1, end: -1 };
