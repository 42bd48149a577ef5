/**
 * Frames of acts between parties that are no violence: contacts, visits, gifts, receipts and movements. Who begins it stands
 * in the place of the doer, the other party in the place of the one it is directed at.
 */
import type { Frame } from '../../../knowledge/incident-words.ts';
import { caseOf, conjuncts, dependents, headOf, isPassive, objectOf, relationOf, subjectOf } from '../grammar/tree.ts';
import type { Line } from './page.ts';
import { isThoseIn } from './phrase-participants.ts';
import { bothSides, sidesOf } from './sides.ts';

export type Placer = (slot: 'doers' | 'hit', filler: number | null) => void;

/** Frames that this file reads. */
export type ConductFrame = 'contact' | 'visit' | 'give' | 'receive' | 'move';
const CONDUCT: Readonly<Record<ConductFrame, true>> = {
  contact: true,
  visit: true,
  give: true,
  receive: true,
  move: true,
};

export const isConduct = (frame: Frame): frame is ConductFrame => frame in CONDUCT;

/** Before which prepositions the other party stands. */
const OTHER: Readonly<Record<ConductFrame, ReadonlySet<string>>> = {
  contact: new Set(['with', 'between', 'among', 'to']),
  visit: new Set(['to', 'in', 'at', 'for']),
  give: new Set(['to', 'for']),
  receive: new Set([]),
  move: new Set([
    'from',
    'against',
    'to',
    'towards',
    'toward',
    'into',
    'in',
    'outside',
    'at',
    'over',
    'on',
    'along',
    'near',
  ]),
};

export function conductVerb(line: Line, verb: number, frame: ConductFrame, place: Placer): void {
  const { sentence } = line;
  const passive = isMarkedPassive(line, verb);
  const subject = describedBy(line, verb) ?? subjectOf(sentence, verb);
  const object = objectOf(sentence, verb);
  if (frame === 'receive') place('hit', subject);
  else if (frame === 'move') place('doers', passive && isBorrowed(line, verb, subject) ? null : subject);
  else if (!passive) place('doers', subject);
  else if (frame !== 'give' || isSomebody(line, subject)) place('hit', subject);
  // "opened an embassy in Norway": with the state it stands in, and not with the house.
  const isHouse = frame === 'contact' && line.objects.get(object ?? -1)?.entry.id === 'embassy';
  if ((frame === 'contact' && !isHouse && !isPlaced(line, object)) || frame === 'visit') place('hit', object);
  if (isHouse)
    for (const host of [...sidesOf(line, verb).map(({ head }) => head), ...dependents(sentence, object ?? verb)])
      if (caseOf(sentence, host) === 'in' && line.placeAt.has(host)) place('hit', host);
  // "deployed its troops", "withdrew the brigade": both the one who orders and those who move.
  if (frame === 'move' && object !== null && line.actors.has(object))
    place(isForce(line, object) && !isCrowd(line, subject) ? 'doers' : 'hit', object);
  // "strengthened its troops in Goma", "restored relations with Norway": tied to the object.
  if (frame !== 'give' && object !== null)
    for (const child of dependents(sentence, object, 'nmod'))
      if (OTHER[frame].has(caseOf(sentence, child))) place('hit', child);
  if (frame === 'give') recipients(line, verb, object, place);
  // "Aid worth 12 million dollars to Chad was frozen".
  if (frame === 'give' && passive && subject !== null) for (const other of behindTo(line, subject)) place('hit', other);
  if (frame === 'move')
    for (const other of [...acrossShared(line, verb), ...behindMark(line, verb, 'against')]) place('hit', other);
  // "signed an agreement on fishing with Norway": tied to another noun than the accord.
  if (frame === 'contact') for (const other of behindMark(line, verb, 'with')) place('hit', other);
  // "received weapons from Norway": the parser ties the giver to what is given.
  if (frame === 'receive' && object !== null)
    for (const child of dependents(sentence, object)) if (caseOf(sentence, child) === 'from') place('doers', child);
  for (const side of sidesOf(line, verb)) {
    if (line.timeAt.has(side.head)) continue;
    if (side.case === 'by' && passive) place('doers', side.head);
    else if (side.case === 'with' && isBehindShared(line, side.head)) place('hit', side.head);
    else if (frame === 'receive' && side.case === 'from') place('doers', side.head);
    else if (OTHER[frame].has(side.case)) place('hit', side.head);
  }
}

/** "officers were hurt by stones thrown by protesters": the subject of the verb above threw none. */
const isBorrowed = ({ sentence }: Line, verb: number, subject: number | null): boolean =>
  subject !== null &&
  headOf(sentence, subject) !== verb &&
  dependents(sentence, verb).some((child) => relationOf(sentence, child) === 'obl:agent');

/** "signed an accord in Oslo": a thing with its place, and nobody whom one signs it with. */
const isPlaced = (line: Line, object: number | null): boolean =>
  object !== null &&
  !line.actors.has(object) &&
  dependents(line.sentence, object, 'nmod').some(
    (child) => caseOf(line.sentence, child) === 'in' && line.placeAt.has(child),
  );

/** "protested outside the building against the government", "took to the streets of Vik against": whatever noun the parser ties it to. */
function behindMark({ sentence }: Line, verb: number, word: string): number[] {
  const { tokens } = sentence;
  for (let at = verb + 1; at < tokens.length && tokens[at]?.pos !== 'VERB'; at += 1) {
    if (tokens[at]?.lower !== word || relationOf(sentence, at) !== 'case') continue;
    const other = headOf(sentence, at);
    return other === null || tokens[other]?.pos === 'PRON' || headOf(sentence, other) === verb ? [] : [other];
  }
  return [];
}

/** Who stands behind "to" after a noun, whatever noun the parser ties it to. */
function behindTo(line: Line, noun: number): number[] {
  const { tokens } = line.sentence;
  for (let at = noun + 1; at < tokens.length && !isVerb(line, at) && tokens[at]?.text !== ','; at += 1) {
    const other =
      tokens[at]?.lower === 'to' && relationOf(line.sentence, at) === 'case' ? headOf(line.sentence, at) : null;
    if (other !== null && other > at) return line.timeAt.has(other) ? [] : [other];
  }
  return [];
}

/** "put its troops on alert along the border with Norway": below another noun than the verb's own. */
function acrossShared(line: Line, verb: number): number[] {
  const { tokens } = line.sentence;
  const others: number[] = [];
  for (let at = verb + 1; at < tokens.length && !isVerb(line, at); at += 1) {
    if (tokens[at]?.pos !== 'NOUN' || !line.grammar.shared.has(tokens[at]?.lemma ?? '')) continue;
    others.push(...dependents(line.sentence, at, 'nmod').filter((child) => caseOf(line.sentence, child) === 'with'));
  }
  return others;
}

/** "armoured units": a participle before its noun ends no clause. */
const isVerb = ({ sentence }: Line, token: number): boolean =>
  sentence.tokens[token]?.pos === 'VERB' && relationOf(sentence, token) !== 'amod';

/** "massed troops on its border with Norway": whatever the parser ties the other side to. */
const isBehindShared = (line: Line, token: number): boolean => {
  const [mark] = dependents(line.sentence, token, 'case');
  return mark !== undefined && line.grammar.shared.has(line.sentence.tokens[mark - 1]?.lemma ?? '');
};

/** "fired on workers protesting over pay", "shot villagers fleeing the town": right behind those who do it, whatever the parser ties it to. */
function describedBy({ sentence, actors }: Line, verb: number): number | null {
  const isTied = relationOf(sentence, verb) === 'advcl' && sentence.tokens[verb]?.tag === 'VBG';
  return isTied && actors.has(verb - 1) ? verb - 1 : null;
}

const FORCES: ReadonlySet<string> = new Set([
  'military',
  'police',
  'militia',
  'non_state_armed_group',
  'international_organisation',
]);

/** Those who can be sent; whoever else a crowd or an army moves against is moved against ("stoned the embassy"). */
const isForce = ({ actors }: Line, token: number): boolean => FORCES.has(actors.get(token)?.role ?? '');

/** "Residents pelted the police with stones": whoever is no force moves none. */
const isCrowd = ({ actors }: Line, token: number | null): boolean => actors.get(token ?? -1)?.role === 'civilian';

/** "The town was given food": what is given itself is nobody. */
function isSomebody({ actors, sentence, placeAt }: Line, token: number | null): boolean {
  const actor = actors.get(token ?? -1);
  if (actor !== undefined) return actor.kind !== 'object';
  return token !== null && (placeAt.has(token) || isThoseIn(sentence, token));
}

/** Most of these verbs take no object, so that a bare participle ("mediated between …") is a past and no passive. */
const isMarkedPassive = ({ sentence }: Line, verb: number): boolean =>
  isPassive(sentence, verb) &&
  dependents(sentence, verb).some((child) => {
    const relation = relationOf(sentence, child);
    return relation === 'aux:pass' || relation === 'nsubj:pass' || relation === 'obl:agent';
  });

/** "gave the town food", "gave food to the town", "sent a convoy for the town", "provided the town with food". */
function recipients(line: Line, verb: number, object: number | null, place: Placer): void {
  for (const child of dependents(line.sentence, verb, 'iobj')) place('hit', child);
  // "gave Chad 20 ambulances": of two objects the first is given to.
  const [first, second] = dependents(line.sentence, verb, 'obj');
  if (first !== undefined && second !== undefined) place('hit', first);
  if (object === null) return;
  const given = line.actors.get(object);
  if ((given !== undefined && given.kind !== 'object') || isThoseIn(line.sentence, object)) place('hit', object);
  // Some trees hang the name on the number.
  for (const part of [object, ...dependents(line.sentence, object, 'nummod')])
    for (const child of dependents(line.sentence, part, 'compound')) if (hasArticle(line, child)) place('hit', child);
  for (const thing of [object, ...conjuncts(line.sentence, object)])
    for (const child of dependents(line.sentence, thing))
      if (child > thing && OTHER.give.has(caseOf(line.sentence, child))) place('hit', child);
}

/** "gave the council five million dollars": a name with its own article before the thing given is no part of it. */
function hasArticle(line: Line, token: number): boolean {
  const actor = line.actors.get(token);
  return actor !== undefined && line.sentence.tokens[actor.firstToken]?.pos === 'DET';
}

export function conductNoun(line: Line, noun: number, frame: ConductFrame, place: Placer): void {
  let isOwned = false;
  const between: number[] = [];
  for (const child of dependents(line.sentence, noun)) {
    const relation = relationOf(line.sentence, child);
    const mark = caseOf(line.sentence, child);
    if (line.timeAt.has(child)) {
      // "a mediation effort on Saturday between A and B": tied to the day.
      for (const side of dependents(line.sentence, child, 'nmod'))
        if (caseOf(line.sentence, side) === 'between') between.push(...bothSides(line, side));
      continue;
    }
    if (
      relation === 'nmod:poss' ||
      mark === 'by' ||
      (mark === 'of' && frame === 'move' && caseOf(line.sentence, noun) !== 'in') ||
      isOwner(line, child, relation)
    ) {
      isOwned = true;
      place('doers', child);
    } else if (mark === 'of' && frame === 'move') {
      // "in protest of the council's refusal".
      place('hit', child);
    } else if (mark === 'between' || mark === 'among') between.push(...bothSides(line, child));
    else if (OTHER[frame].has(mark)) place('hit', child);
  }
  // "the delivery of 400 tonnes of flour to Chad": the parser ties it to what is delivered.
  if (frame === 'give') for (const other of behindTo(line, noun)) place('hit', other);
  isOwned = carried(line, noun, frame, place) || inProtest(line, noun, frame, place) || isOwned;
  // "talks between A and B"; "his mediation between A and B" is directed at both.
  for (const side of between) place(isOwned ? 'hit' : 'doers', side);
}

/** "blocked the road in protest at the arrests": who does it protests. */
function inProtest({ sentence }: Line, noun: number, frame: ConductFrame, place: Placer): boolean {
  const verb = frame === 'move' && caseOf(sentence, noun) === 'in' ? headOf(sentence, noun) : null;
  const subject = verb === null || sentence.tokens[verb]?.pos !== 'VERB' ? null : subjectOf(sentence, verb);
  place('doers', subject);
  return subject !== null;
}

/** "Russian mediation", "the army withdrawal". */
const isOwner = (line: Line, child: number, relation: string): boolean =>
  (relation === 'compound' || relation === 'amod') && (line.actors.has(child) || line.adjectives.has(child));

/** "a new round of talks": the noun that the verb takes. */
function roundOf(line: Line, noun: number): number {
  const head = headOf(line.sentence, noun);
  const isRound = head !== null && head < noun && line.grammar.rounds.has(line.sentence.tokens[head]?.lemma ?? '');
  return isRound && caseOf(line.sentence, noun) === 'of' ? head : noun;
}

const ENTERED: ReadonlySet<string> = new Set(['into', 'obl:unmarked']);

/** "held talks with", "paid a visit to", "completed their withdrawal from": the verb lends the noun its subject and sides. */
function carried(line: Line, talk: number, frame: ConductFrame, place: Placer): boolean {
  const noun = roundOf(line, talk);
  const verb = headOf(line.sentence, noun);
  const relation = relationOf(line.sentence, noun);
  if (verb === null || line.sentence.tokens[verb]?.pos !== 'VERB') return false;
  // "entered into talks"; "held a rally", where the parser takes the rally for a time.
  const asObject = relation === 'obj' || ENTERED.has(relation === 'obl' ? caseOf(line.sentence, noun) : relation);
  // "the first deployment of troops arrived in Goma".
  if (relation === 'nsubj' && (frame === 'move' || frame === 'visit')) {
    for (const side of sidesOf(line, verb))
      if (OTHER[frame].has(side.case) && !line.timeAt.has(side.head)) place('hit', side.head);
    return false;
  }
  if (!asObject && relation !== 'nsubj:pass') return false;
  if (!line.grammar['lends-party'].has(line.sentence.tokens[verb]?.lemma ?? '')) return false;
  const subject = asObject ? subjectOf(line.sentence, verb) : null;
  place('doers', subject);
  for (const side of sidesOf(line, verb)) {
    if (line.timeAt.has(side.head)) continue;
    if (side.case === 'by' && !asObject) place('doers', side.head);
    else if (OTHER[frame].has(side.case)) place('hit', side.head);
  }
  return subject !== null;
}
