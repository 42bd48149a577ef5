/**
 * Deaths and damage that nobody is said to have done: floods, quakes, crashes, epidemics. They are no incident of a conflict, as
 * long as no weapon and no armed side stands in the sentence.
 */
import type { TriggerEntry } from '../../../knowledge/incident-words.ts';
import { matchHinted } from '../../../knowledge/phrase-table.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { obliques, subjectOf } from '../grammar/tree.ts';
import type { EventMention } from './event-mention.ts';
import type { Line, Page } from './page.ts';

const ARMED: ReadonlySet<ActorName['role']> = new Set(['military', 'non_state_armed_group', 'militia']);

export function isMishap(page: Page, line: Line, entry: TriggerEntry, doers: readonly WordedParticipant[]): boolean {
  if (isMove(entry)) return namesMishap(page, line);
  if (!isOutcome(entry) || doers.some((doer) => doer.kind !== 'object') || isArmedHere(line)) return false;
  if ([...line.actors.values()].some((actor) => ARMED.has(actor.role))) return false;
  return namesMishap(page, line) || isOfCrash(line);
}

/** "A plane crashed at dawn, killing three": what nobody is said to have shot down, and did not fly into anything. */
const isOfCrash = ({ sentence, weapons }: Line): boolean =>
  sentence.tokens.some(
    ({ index, lemma }) =>
      lemma === 'crash' &&
      weapons.get(subjectOf(sentence, index) ?? -1)?.entry.id === 'aircraft' &&
      !obliques(sentence, index).some((one) => one.case === 'into'),
  );

/** "The army deployed to help people after the floods": relief, whoever brings it. */
const isMove = ({ type }: TriggerEntry): boolean => type === 'troop_deployment' || type === 'withdrawal';

/** Words that tell what came of something and not what was done. */
const isOutcome = ({ type, frame, result, needs }: TriggerEntry): boolean =>
  (type === 'killing' && (result || frame === 'harm' || frame === 'suffer')) ||
  (type === 'property_destruction' && frame === 'act') ||
  type === 'forced_displacement' ||
  (type === 'bombing' && frame !== 'place') ||
  (type === 'ground_attack' && needs === 'hostile');

/** A plane that crashes, a tank of fuel and falling rocks are no arms. */
const isArmedHere = (line: Line): boolean =>
  [...line.weapons.values()].some(({ entry }) => !entry.carrier && !HARMLESS.has(entry.id));
const HARMLESS = new Set(['stone']);

function namesMishap(page: Page, line: Line): boolean {
  const table = page.words.needs.get('mishap');
  return (
    table !== undefined &&
    line.sentence.tokens.some((_, index) => matchHinted(WORD_HINT.beside, table, line.sentence.tokens, index) !== null)
  );
}

/** True when a report tells of no violence, no weapon and no wound: who dies in it dies of something else. */
export const tellsNoViolence = (page: Page, mentions: readonly EventMention[]): boolean =>
  mentions.every((mention) => page.words.types.get(mention.type)?.violent !== true || isDeath(mention)) &&
  page.lines.every(({ weapons, sentence }) => weapons.size === 0 && !namesWound(page, sentence));

/** "The king died on Monday": one death, brought by nobody; of a civilian or a fighter more may be told elsewhere. */
export const isPlainDeath = (mentions: readonly EventMention[]): boolean =>
  mentions.every((mention) => isDeath(mention) && isOfOne(mention));

const isDeath = ({ entry, perpetrators, weapons }: EventMention): boolean =>
  entry.type === 'killing' &&
  (entry.frame === 'suffer' || entry.result) &&
  perpetrators.length === 0 &&
  weapons.length === 0;

const isOfOne = ({ harm, targets }: EventMention): boolean =>
  harm.every(({ quantity }) => quantity === null || quantity.claim.n === 1) &&
  targets.every(({ kind, role }) => kind === 'person' && role !== 'civilian' && !ARMED.has(role));

const namesWound = ({ harm }: Page, { tokens }: Sentence): boolean =>
  tokens.some(({ lemma }) => harm.wounds.has(lemma));
