/**
 * Which tokens fill the places of a trigger's frame, read off the dependency tree: who does it, who or what is hit, with
 * what, and which other triggers of the sentence belong to it. The frames are described in `lexicon/<language>/triggers.yaml`.
 */

import type { Frame } from '../../../knowledge/incident-words.ts';
import { caseOf, conjuncts, dependents, headOf, isPassive, objectOf, relationOf, subjectOf } from '../grammar/tree.ts';
import { isBarePassive, isOfHarmedAbove, tiedSubject, wholeOf } from './bare-passives.ts';
import { conductNoun, conductVerb, isConduct, type Placer } from './conduct-frames.ts';
import type { FrameTokens } from './event-mention.ts';
import { armsBorne, isBareWeapon, isFired, joinedArms, loadOf, weaponsTiedTo, weaponsUsed } from './frame-arms.ts';
import { type Draft, linkedClause, nounFrame } from './noun-frames.ts';
import type { Line } from './page.ts';
import { sidesOf } from './sides.ts';

/** Sorts each filler into its place: a weapon is never a doer, an event word is a link. */
export function frameTokens(
  line: Line,
  token: number,
  nominal: boolean,
  frame: Frame,
  isTrigger: (token: number) => boolean,
): FrameTokens {
  const draft: Draft = { doers: [], hit: [], weapons: [], linked: [] };
  const place = (slot: 'doers' | 'hit', filler: number | null): void => {
    if (filler === null || filler === token) return;
    // "fired 138 tank shells": a bare number is fired, not hit.
    if (frame === 'fire-at' && slot === 'hit' && line.sentence.tokens[filler]?.pos === 'NUM') return;
    const held = heldBehind(line, filler);
    if (held !== filler) {
      if (held !== null) place(slot, held);
      return;
    }
    if (isTrigger(filler) && !line.actors.has(filler) && !isNamedWeapon(line, filler)) draft.linked.push(filler);
    else if (loadOf(line, filler) !== null) draft.weapons.push(loadOf(line, filler) ?? filler);
    else if (isBareWeapon(line, filler) || (frame === 'fire-at' && slot === 'hit' && isFired(line, filler))) {
      draft.weapons.push(filler);
      // "Insurgent rockets killed a woman": whose they are, fired them.
      if (slot === 'doers') for (const owner of whoseArms(line, filler)) draft.doers.push(owner);
    } else draft[slot].push(filler);
  };
  if (isConduct(frame)) {
    if (nominal) conductNoun(line, token, frame, place);
    else conductVerb(line, token, frame, place);
  } else if (nominal) nounFrame(line, token, frame, place, draft, isTrigger);
  else verbFrame(line, token, frame, place, draft, isTrigger);
  return draft;
}

/** "tear gas", "pepper spray": a weapon, though its last word alone could be an act. */
function isNamedWeapon(line: Line, token: number): boolean {
  const weapon = line.weapons.get(token);
  return weapon !== undefined && weapon.firstToken < weapon.lastToken;
}

/**
 * "bombed rebel-held Northford", "into the government-held west": what the holder holds, and not the holder, stands in the place; the
 * word itself where nothing is held, null where what is held has no word.
 */
function heldBehind(line: Line, token: number): number | null {
  const { tokens } = line.sentence;
  const [own, hyphen, verb] = [tokens[token], tokens[token + 1], tokens[token + 2]];
  if (
    hyphen?.text !== '-' ||
    hyphen.start !== own?.end ||
    verb?.start !== hyphen.end ||
    !line.grammar.keeps.has(verb.lemma)
  )
    return token;
  for (let at = token + 3; at <= token + 3 + HELD_REACH; at += 1) {
    const pos = tokens[at]?.pos;
    if (pos === 'NOUN' || pos === 'PROPN') return at;
    if (pos !== 'ADJ' && pos !== 'ADV') return null;
  }
  return null;
}
const HELD_REACH = 3;

/** "It is also battling the rebels": with an object there is somebody who does it, and "it" is no idle word. */
function idleSubject(line: Line, verb: number): number | null {
  return objectOf(line.sentence, verb) === null ? null : (dependents(line.sentence, verb, 'expl')[0] ?? null);
}

function verbFrame(
  line: Line,
  verb: number,
  frame: Frame,
  place: Placer,
  draft: Draft,
  isTrigger: (token: number) => boolean,
): void {
  const passive = isPassive(line.sentence, verb) || (frame === 'harm' && isBarePassive(line, verb));
  const subject = isOfHarmedAbove(line, verb)
    ? null
    : wholeOf(line, verb, subjectOf(line.sentence, verb) ?? tiedSubject(line, verb) ?? idleSubject(line, verb));
  const object = objectOf(line.sentence, verb);
  const sides = sidesOf(line, verb);
  // "killed in mortar shells fired into homes": whatever the parser ties the clause to.
  if (frame === 'fire-at' && subject === null && object === null && isBareWeapon(line, verb - 1))
    draft.weapons.push(verb - 1);
  // "the kidnapped engineers": those whom the participle stands before.
  if (isAttributive(line, verb)) place('hit', headOf(line.sentence, verb));
  if (frame === 'suffer') {
    place('hit', subject);
    // "hit a mine", "drove over a mine"
    const met = object ?? sides.find((side) => side.case === 'over' || side.case === 'on')?.head ?? null;
    if (met !== null && line.weapons.has(met)) draft.weapons.push(met);
  } else if (frame === 'seen') place('hit', passive ? subject : object);
  else if (frame === 'mutual') place('doers', subject);
  else if (frame === 'happen' && object !== null && line.weapons.has(object)) {
    // "exploded a bomb": somebody set it off.
    place('doers', subject);
    draft.weapons.push(object);
  } else if (frame === 'happen') happening(line, subject, draft, place);
  else {
    place(passive ? 'hit' : 'doers', subject);
    place('hit', object);
    if (object !== null) for (const ground of controlled(line, object)) place('hit', ground);
  }
  for (const noun of [...(object === null ? [] : [object]), ...sides.map(({ head }) => head)])
    draft.weapons.push(...weaponsTiedTo(line, noun));
  // "placed a bomb in a hotel": the parser ties the hotel to the bomb.
  if ((frame === 'place' || frame === 'happen') && object !== null && line.weapons.has(object))
    for (const near of dependents(line.sentence, object, 'nmod'))
      if (line.grammar.beside.has(caseOf(line.sentence, near))) place('hit', thingAt(line, near));
  draft.weapons.push(...joinedArms(line, object, sides));
  if (frame === 'act' || frame === 'fire-at' || frame === 'harm')
    draft.weapons.push(...armsBorne(line, verb), ...armsUsedAbove(line, verb));
  for (const side of sides) {
    if (side.case === 'by' && frame !== 'seen' && (passive || frame === 'happen')) place('doers', side.head);
    // "came under fire from separatists"
    else if (side.case === 'from' && frame === 'suffer' && line.actors.has(side.head)) place('doers', side.head);
    else if (side.case === 'to' && (isDoneTo(line, object) || isGroundGiven(line, verb, object)))
      place('hit', side.head);
    else if (side.case === 'with' && isShared(line, object)) place('hit', side.head);
    else if ((side.case === '' || line.grammar.with.has(side.case)) && line.weapons.has(side.head))
      draft.weapons.push(side.head);
    else if (frame === 'mutual' && (side.case === 'with' || side.case === 'against' || side.case === 'between'))
      place('hit', side.head);
    else if (
      (frame === 'act' || frame === 'fire-at') &&
      line.grammar.against.has(side.case) &&
      !line.timeAt.has(side.head)
    )
      againstOrWhere(line, object, frame, side, place);
    else if ((frame === 'place' || frame === 'happen') && line.grammar.beside.has(side.case))
      place('hit', thingAt(line, side.head));
    else if (line.grammar.causes.has(side.case) && isTrigger(side.head) && !isAnswered(side.case, frame, passive))
      draft.linked.push(side.head);
  }
  if (passive && !sides.some((side) => side.case === 'by'))
    for (const agent of distantAgents(line, sides)) place('doers', agent);
  for (const clause of dependents(line.sentence, verb))
    if (frame === 'suffer' || frame === 'harm' || !tellsOfBefore(line, clause))
      linkedClause(line, clause, draft, isTrigger);
  if (frame === 'mutual' && object !== null) place('hit', object);
}

/** "planted in the office", "at the entrance of the school": the thing that it was laid or went off in or at. */
function thingAt({ sentence, objects, grammar }: Line, head: number): number | null {
  if (objects.has(head)) return head;
  if (!grammar.edges.has(sentence.tokens[head]?.lemma ?? '')) return null;
  return dependents(sentence, head, 'nmod').find((whole) => objects.has(whole)) ?? null;
}

/** "used mortars along the border, wounding a boy". */
function armsUsedAbove(line: Line, verb: number): number[] {
  const above = relationOf(line.sentence, verb) === 'advcl' ? headOf(line.sentence, verb) : null;
  return above !== null && line.grammar.uses.has(line.sentence.tokens[above]?.lemma ?? '')
    ? weaponsUsed(line, above)
    : [];
}

const isAttributive = ({ sentence, grammar }: Line, verb: number): boolean =>
  grammar.attributive.has(sentence.tokens[verb]?.lemma ?? '') &&
  relationOf(sentence, verb) === 'amod' &&
  sentence.tokens[verb]?.tag === 'VBN' &&
  (headOf(sentence, verb) ?? -1) > verb;

/** "was pushed back from the hills by army units": the parser ties the doer to the noun before. */
const distantAgents = (line: Line, sides: readonly { head: number }[]): number[] =>
  sides.flatMap(({ head }) =>
    dependents(line.sentence, head, 'nmod').filter((child) => caseOf(line.sentence, child) === 'by'),
  );

/** "fired at the convoy", "opened fire on the crowd"; "attacked the base at Darayya" only says where. */
function againstOrWhere(
  line: Line,
  object: number | null,
  frame: Frame,
  side: { case: string; head: number },
  place: Placer,
): void {
  const where = line.placeAt.has(side.head) && side.case !== 'against';
  if (frame === 'fire-at' ? true : object === null && !where) place('hit', side.head);
}

/** "set fire to the school": whom or what it befell stands behind "to". */
const isDoneTo = (line: Line, object: number | null): boolean =>
  object !== null && line.grammar['done-to'].has(line.sentence.tokens[object]?.lemma ?? '');

/** "handed the town over to the army": who has it now. */
const isGroundGiven = (line: Line, verb: number, object: number | null): boolean =>
  object !== null &&
  !line.actors.has(object) &&
  (line.placeAt.has(object) || line.objects.has(object)) &&
  line.grammar['hands-over'].has(line.sentence.tokens[verb]?.lemma ?? '');

const isShared = (line: Line, object: number | null): boolean =>
  object !== null && line.grammar.shared.has(line.sentence.tokens[object]?.lemma ?? '');

/** "took control of the town", "closed its border with Norway": what is taken, or the other side, stands below the noun. */
function controlled(line: Line, object: number): readonly number[] {
  const lemma = line.sentence.tokens[object]?.lemma ?? '';
  const mark = line.grammar.control.has(lemma) ? 'of' : line.grammar.shared.has(lemma) ? 'with' : null;
  if (mark === null) return [];
  return dependents(line.sentence, object, 'nmod')
    .filter((child) => caseOf(line.sentence, child) === mark)
    .flatMap((child) => [child, ...conjuncts(line.sentence, child)]);
}

const whoseArms = ({ sentence, actors, adjectives }: Line, arms: number): number[] =>
  dependents(sentence, arms).filter((owner) => owner < arms && (actors.has(owner) || adjectives.has(owner)));

function happening(line: Line, subject: number | null, draft: Draft, place: Placer): void {
  if (subject === null) return;
  const weapon = line.weapons.get(subject);
  // A tank or a plane that explodes is what was hit, not the weapon.
  if (weapon === undefined || weapon.entry.carrier) place('hit', subject);
  else {
    draft.weapons.push(subject);
    // "Ukrainian shells landed", "rebel mortars fell": whose they are, fired them.
    for (const owner of whoseArms(line, subject)) place('doers', owner);
  }
}

/** "burned houses after an ambush", "executed 40 men after clashes": what somebody did then is an act of its own; people who died after an ambush died in it. */
const isAnswered = (mark: string, frame: Frame, passive: boolean): boolean =>
  (mark === 'after' || mark === 'following') && (frame === 'act' || frame === 'harm') && !passive;

/** "suspended deliveries after a raid killed 20" tells two events; "died after a bomb exploded" tells one. */
const tellsOfBefore = (line: Line, clause: number): boolean =>
  dependents(line.sentence, clause, 'mark').some((mark) => BEFORE.has(line.sentence.tokens[mark]?.lower ?? ''));
const BEFORE = new Set(['after', 'before', 'since', 'because', 'although', 'though', 'if', 'unless', 'until']);
