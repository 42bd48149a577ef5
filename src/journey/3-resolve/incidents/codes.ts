/** The same act in the schemes of ACLED, PLOVER, CAMEO and UCDP: the type's own codes, made exact by who was hit by whom. */
import { codesOfAct } from '../../../knowledge/event-codes.ts';
import type { IncidentWords, TypeEntry } from '../../../knowledge/incident-words.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import type { Reading } from '../../../model/reading.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';
import { statementsAt } from '../statements-at.ts';
import { acledOf } from './acled.ts';
import { isArmed, isFighter, isOfficial, isOfState } from './sides.ts';
import { isOccasion, isPurposeOfTalks, isSpokenOf } from './told-beside.ts';

type Codes = CodedIncident['codes'];

/** Codes of one incident of a report. */
export function codesOf(reading: Reading, incident: WordedIncident, words: IncidentWords): Codes {
  const entry = words.types.get(incident.type);
  if (entry === undefined) return { acled: null, plover: null, cameo: null, ucdp: null };
  const cameo = cameoOf(reading, incident, entry);
  return {
    acled: acledOf(reading, incident, entry, words),
    ...(cameo === null ? { plover: null, cameo } : codesOfAct(words.cameo, cameo)),
    ucdp: entry.ucdp ?? ucdpOf(incident, entry),
  };
}

/**
 * CAMEO codes what was done. For an act that is only planned or threatened it is the promise or the threat; where a
 * statement carries that, or the act is denied, the statement alone has the code.
 */
function cameoOf(reading: Reading, incident: WordedIncident, entry: TypeEntry): string | null {
  if (
    incident.modality === 'denied' ||
    isToldByCue(reading, incident) ||
    isPartOfAct(reading, incident) ||
    isBare(incident, entry) ||
    isSpokenOf(reading, incident) ||
    isOccasion(reading, incident) ||
    isPurposeOfTalks(reading, incident)
  )
    return null;
  if (incident.modality === 'threatened' || incident.modality === 'planned')
    return isStated(reading, incident) ? null : plannedOf(incident, entry);
  if (incident.codes.cameo !== undefined) return incident.codes.cameo;
  if (incident.type === 'killing') return killingOf(incident);
  // CAMEO 183 is bombing by no armed force.
  if (incident.type === 'bombing' && incident.perpetrators.some(isOfState) && !isPlanted(incident)) return '190';
  return entry.cameo;
}

/** "is to send peacekeepers": what would be help when it is done is promised, and no threat. */
const plannedOf = ({ codes }: WordedIncident, { planned }: TypeEntry): string | null =>
  codes.cameo?.startsWith('07') === true ? '033' : planned;

/**
 * "after weeks of talks", "as sporadic clashes went on": an act of which nobody is named, neither by whom nor upon whom, is no
 * event of who did what to whom. People who protest are told by the word itself.
 */
const isBare = ({ perpetrators, targets }: WordedIncident, { family }: TypeEntry): boolean =>
  family !== 'protest' && perpetrators.length === 0 && targets.length === 0;

/** "agreed to a ceasefire": one word makes the statement and the incident, and the code stands with what was said. */
function isToldByCue(reading: Reading, incident: WordedIncident): boolean {
  const trigger = incident.trigger[0];
  return (
    trigger !== undefined &&
    incident.type !== 'protest' &&
    statementsAt(reading)
      .withCueAt(trigger.start)
      .some(({ kind }) => kind !== 'announcement')
  );
}

/** "broke off the talks", "lifted the siege", "expelled three diplomats": the declared act is what was done, and has the code. */
function isPartOfAct(reading: Reading, incident: WordedIncident): boolean {
  const [trigger] = incident.trigger;
  return (
    trigger !== undefined &&
    incident.trigger.length === 1 &&
    statementsAt(reading)
      .over(trigger)
      .some(({ at, of }) => trigger.start - at.start < ACT_REACH && of.because.includes('statement/act'))
  );
}

/** How many characters behind the declared act's verb the word may stand that it is done to. */
const ACT_REACH = 40;

/** Kinds of statements that only tell what the incident itself says. */
const PLAIN: ReadonlySet<string> = new Set(['announcement', 'assessment', 'acknowledgement']);

/** The promise, threat or demand that tells of it is a statement of its own. */
function isStated(reading: Reading, incident: WordedIncident): boolean {
  const trigger = incident.trigger[0];
  return (
    trigger !== undefined &&
    statementsAt(reading)
      .over(trigger)
      .some(({ of }) => !PLAIN.has(of.kind))
  );
}

/** A bomb that was put somewhere and not dropped or fired. */
const isPlanted = ({ weapons }: WordedIncident): boolean => weapons.some(({ term }) => PLANTED.has(term));
const PLANTED: ReadonlySet<string> = new Set(['car-bomb', 'suicide-bomb', 'bomb', 'mine', 'grenade']);

/** Fighters who kill fighters fight; who kills an official or somebody named for what he is assassinates; else it is a killing. */
function killingOf(incident: WordedIncident): string {
  if (incident.perpetrators.some(isFighter) && incident.targets.some(isArmed)) return '190';
  return incident.targets.some(isOfficial) ? '186' : '1823';
}

/** UCDP: 3 where an organised side hits civilians, 1 where a state is one of two armed sides, 2 where none is. */
function ucdpOf(incident: WordedIncident, entry: TypeEntry): string | null {
  if (!entry.violent || incident.perpetrators.length === 0) return null;
  if (!incident.perpetrators.some((one) => isArmed(one) || one.role === 'state')) return null;
  // Ground has no side of its own: who held it is not known from the place.
  if (incident.type === 'territory_seizure') return incident.perpetrators.some(isOfState) ? '1' : null;
  const sides = [...incident.perpetrators, ...incident.targets];
  if (incident.targets.length === 0 && incident.perpetrators.length < 2) return null;
  if (incident.targets.length > 0 && !incident.targets.some(isArmed))
    return incident.targets.some((one) => one.role === 'civilian' || one.protected) ? '3' : null;
  return sides.some(isOfState) ? '1' : '2';
}
