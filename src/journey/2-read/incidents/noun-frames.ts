/** Fillers of an act told by a noun: "the raid by X on Y", "Russian raids", "carried out an attack on", "an attack that killed". */
import type { Frame } from '../../../knowledge/incident-words.ts';
import { caseOf, dependents, headOf, isPassive, objectOf, relationOf, subjectOf } from '../grammar/tree.ts';
import type { Placer } from './conduct-frames.ts';
import { weaponsUsed } from './frame-arms.ts';
import type { Line } from './page.ts';
import { agentBehind, bothSides, sidesOf } from './sides.ts';

/** What is found for a frame, place by place. */
export interface Draft {
  doers: number[];
  hit: number[];
  weapons: number[];
  linked: number[];
}

export function nounFrame(
  line: Line,
  noun: number,
  frame: Frame,
  place: Placer,
  draft: Draft,
  isTrigger: (token: number) => boolean,
): void {
  const { tokens } = line.sentence;
  for (const child of dependents(line.sentence, noun)) {
    const relation = relationOf(line.sentence, child);
    if (relation === 'nmod:poss')
      place(frame === 'act' && line.grammar['owned-by-victim'].has(tokens[noun]?.lemma ?? '') ? 'hit' : 'doers', child);
    else if (relation === 'compound' || relation === 'amod') modifier(line, child, draft, place);
    else if (relation.startsWith('nmod') || relation.startsWith('obl'))
      complement(line, noun, child, frame, place, draft);
    else if (relation.startsWith('acl')) nounClause(line, child, place, draft, isTrigger);
  }
  place('doers', agentBehind(line, noun));
  place('doers', whoActsIn(line, noun, isTrigger));
  lightVerb(line, noun, place, draft, isTrigger);
  if (frame === 'mutual') sidesOfVerb(line, noun, place);
  includedTargets(line, noun, place);
}

/** "Clashes erupted on Saturday between the army and the Front": the sides of what comes about stand with its verb. */
function sidesOfVerb(line: Line, noun: number, place: Placer): void {
  const verb = relationOf(line.sentence, noun).startsWith('nsubj') ? headOf(line.sentence, noun) : null;
  if (verb === null) return;
  for (const { case: mark, head } of sidesOf(line, verb))
    if (mark === 'between' || mark === 'among') for (const side of bothSides(line, head)) place('doers', side);
}

/** "arrested five men in a raid": who does what is done in an act, does the act. */
function whoActsIn(line: Line, noun: number, isTrigger: (token: number) => boolean): number | null {
  const { sentence } = line;
  const verb = relationOf(sentence, noun) === 'obl' ? headOf(sentence, noun) : null;
  if (verb === null || !isTrigger(verb) || !WITHIN.has(caseOf(sentence, noun))) return null;
  return isPassive(sentence, verb) || objectOf(sentence, verb) === null ? null : subjectOf(sentence, verb);
}
const WITHIN: ReadonlySet<string> = new Set(['in', 'during']);

/** … and to whom it is done, does not. */
export function isDoneToIn({ sentence }: Line, noun: number, token: number): boolean {
  const verb = relationOf(sentence, noun) === 'obl' ? headOf(sentence, noun) : null;
  return (
    verb !== null &&
    relationOf(sentence, token) === 'obj' &&
    headOf(sentence, token) === verb &&
    WITHIN.has(caseOf(sentence, noun))
  );
}

/** "using rockets", "killing 12", "when a bomb exploded": clauses that belong to the same event. */
export function linkedClause(line: Line, clause: number, draft: Draft, isTrigger: (token: number) => boolean): void {
  const relation = relationOf(line.sentence, clause);
  if (!relation.startsWith('advcl') && relation !== 'xcomp') return;
  const lemma = line.sentence.tokens[clause]?.lemma;
  if (lemma !== undefined && line.grammar.uses.has(lemma)) draft.weapons.push(...weaponsUsed(line, clause));
  else if (isTrigger(clause)) draft.linked.push(clause);
}

/** How far behind its event an "including on …" may stand. */
const INCLUDING_REACH = 12;

/** "raids, including on a market": one of several targets, named apart. */
function includedTargets(line: Line, token: number, place: Placer): void {
  const { tokens } = line.sentence;
  for (let index = token + 1; index < Math.min(tokens.length, token + INCLUDING_REACH); index += 1) {
    const mark = tokens[index + 1]?.lower ?? '';
    if (!line.grammar.including.has(tokens[index]?.lower ?? '') || !line.grammar.against.has(mark)) continue;
    for (let noun = index + 2; noun < Math.min(tokens.length, index + 8); noun += 1) {
      const object = line.objects.get(noun);
      if (object === undefined) continue;
      place('hit', object.lastToken);
      return;
    }
  }
}

/** "rocket attack", "guerrilla attack", "embassy bombing", "Russian raids". */
function modifier(line: Line, child: number, draft: Draft, place: Placer): void {
  if (line.weapons.has(child)) {
    draft.weapons.push(child);
    // "rebel mortar fire": whose the weapon is, did it.
    for (const owner of dependents(line.sentence, child))
      if (owner < child && (line.actors.has(owner) || line.adjectives.has(owner))) place('doers', owner);
  } else if (line.actors.has(child) || line.adjectives.has(child)) place('doers', child);
  else if (line.objects.has(child)) place('hit', child);
  // "an army air strike": the parser hangs who did it on the word between.
  else
    for (const owner of dependents(line.sentence, child, 'compound'))
      if (owner < child && line.actors.has(owner)) place('doers', owner);
}

function complement(line: Line, noun: number, child: number, frame: Frame, place: Placer, draft: Draft): void {
  const mark =
    dependents(line.sentence, child, 'case').map((index) => line.sentence.tokens[index]?.lower ?? '')[0] ?? '';
  if (mark === 'by') place('doers', child);
  else if (frame === 'mutual') {
    if (mark === 'between' || mark === 'among') for (const side of bothSides(line, child)) place('doers', side);
    else if (mark === 'with' || mark === 'against') place('hit', child);
  } else if (mark === 'of') {
    if (line.weapons.has(child) && !line.actors.has(child)) draft.weapons.push(child);
    else place('hit', child);
    // "the killing of four miners by police": the parser ties who did it to those it befell.
    for (const below of dependents(line.sentence, child, 'nmod'))
      if (caseOf(line.sentence, below) === 'by' && line.actors.has(below)) place('doers', below);
  } else if (line.grammar.against.has(mark) && !line.timeAt.has(child)) place('hit', child);
  else if (line.grammar.with.has(mark) && line.weapons.has(child)) draft.weapons.push(child);
  else if (
    line.grammar.beside.has(mark) &&
    line.objects.has(child) &&
    !line.placeAt.has(child) &&
    headOf(line.sentence, child) === noun
  )
    place('hit', child);
}

/** "the attack carried out by …", "the raid targeting …", "an attack that killed …". */
function nounClause(
  line: Line,
  clause: number,
  place: Placer,
  draft: Draft,
  isTrigger: (token: number) => boolean,
): void {
  const lemma = line.sentence.tokens[clause]?.lemma ?? '';
  if (line.grammar.aims.has(lemma)) place('hit', objectOf(line.sentence, clause));
  else if (isTrigger(clause)) draft.linked.push(clause);
  for (const side of sidesOf(line, clause)) if (side.case === 'by') place('doers', side.head);
}

/** "carried out an attack on …": the verb's subject does it, its obliques are hit. */
function lightVerb(line: Line, noun: number, place: Placer, draft: Draft, isTrigger: (token: number) => boolean): void {
  const verb = headOf(line.sentence, noun);
  const lemma = verb === null ? '' : (line.sentence.tokens[verb]?.lemma ?? '');
  if (verb === null || line.sentence.tokens[verb]?.pos !== 'VERB') return;
  const relation = relationOf(line.sentence, noun);
  if (relation === 'obl' && caseOf(line.sentence, noun) === 'with' && line.grammar['answers-with'].has(lemma))
    place('doers', subjectOf(line.sentence, verb));
  const asObject = relation === 'obj' || relation === 'nsubj:pass';
  if (!asObject) return;
  if (line.grammar['lends-victim'].has(lemma)) place('hit', subjectOf(line.sentence, verb));
  if (!line.grammar['lends-subject'].has(lemma)) return;
  if (relation === 'obj') place('doers', subjectOf(line.sentence, verb));
  for (const side of sidesOf(line, verb)) {
    if (side.case === 'by') place('doers', side.head);
    else if (line.grammar.against.has(side.case) && !line.timeAt.has(side.head)) place('hit', side.head);
    else if (line.grammar.with.has(side.case) && line.weapons.has(side.head)) draft.weapons.push(side.head);
  }
  for (const clause of dependents(line.sentence, verb)) linkedClause(line, clause, draft, isTrigger);
}
