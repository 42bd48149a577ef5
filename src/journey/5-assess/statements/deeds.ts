/** Which incidents answer a statement: a question to the store, and the decision over what it finds. */
import type { StatementDuties } from '../../../knowledge/statement-duties.ts';
import type { Incident } from '../../../model/incident.ts';
import type { Deed } from '../../../model/statement-record.ts';
import { plain, type Said, say } from '../reason.ts';
import { type RadiusTable, whereOf } from './deed-place.ts';
import type { Draft } from './draft.ts';
import { kinship, type PartyKin } from './party-kin.ts';
import { DAY_MS, isBy, millisecondsOf, saidFromMs } from './spoken.ts';

/** What an incident must say to be held against words: less than the whole, so that lists can answer. */
export interface DeedIncident
  extends Pick<
    Incident,
    'id' | 'type' | 'modality' | 'completed' | 'aggregate' | 'time' | 'attributionStatus' | 'placeRadiusKm'
  > {
  readonly place: Omit<NonNullable<Incident['place']>, 'spans'> | null;
  readonly accused: readonly { readonly actor: string | null; readonly name: string }[];
  /** When the first report of it was published, or else taken in: nobody could hold it against words before. UTC instant. */
  readonly knownFrom: string | null;
}

/** What to load: incidents of these actors (null = of anyone), of these types, in this time; and those linked to these codings. */
export interface DeedQuestion {
  readonly actors: readonly string[] | null;
  readonly types: readonly Incident['type'][];
  /** UTC instants. */
  readonly from: string | null;
  readonly until: string | null;
  /** `report#coded`. */
  readonly about: readonly string[];
}

export function deedQuestion(draft: Draft, duties: StatementDuties, kin: PartyKin): DeedQuestion {
  const nothing = { actors: [], types: [], from: null, until: null, about: draft.about };
  const from = saidFromMs(draft.record.said);
  if (draft.duty === null || from === null) return nothing;
  const isAnyone = draft.duty.doer === 'anyone' || isOfNobodyKnown(draft);
  if (!isAnyone && draft.doers.length === 0) return nothing;
  return {
    actors: isAnyone ? null : [...new Set(draft.doers.flatMap((doer) => kin.family(doer)))].sort(),
    types: [...draft.duty.carriesOut, ...draft.duty.against].sort(),
    from: new Date(from).toISOString(),
    until: new Date(endOfTermMs(draft, from, duties) + duties.days['around-due'] * DAY_MS).toISOString(),
    about: draft.about,
  };
}

/** "The snipers must leave the roofs above the road": whose they are is not told, and what happens at the place may be what was meant. */
const isOfNobodyKnown = ({ duty, doers, places, record }: Draft): boolean =>
  duty?.doer === 'party' && doers.length === 0 && places.length > 0 && record.due !== null;

/** End of the due time; without one, as long as deeds are shown beside a statement. */
function endOfTermMs({ record }: Draft, saidMs: number, { days }: StatementDuties): number {
  return millisecondsOf(record.due?.end) ?? saidMs + days['without-due'] * DAY_MS;
}

export interface DeedRules {
  readonly duties: StatementDuties;
  readonly kin: PartyKin;
  readonly radiusKm: RadiusTable;
}

export interface FoundDeeds {
  readonly incidents: readonly DeedIncident[];
  /** Incident ids by `report#coded`. */
  readonly links: ReadonlyMap<string, string>;
}

/** Of what was known as of an instant; an incident is taken as it stands in all reports of it. */
export function deedsOf(draft: Draft, found: FoundDeeds, rules: DeedRules, asOf: string): Deed[] {
  const about = new Set(draft.about.flatMap((coded) => found.links.get(coded) ?? []));
  return found.incidents
    .filter(({ knownFrom }) => isBy(knownFrom, asOf))
    .flatMap((incident) => deedOf(incident, draft, about, rules) ?? [])
    .sort((a, b) => (a.incident < b.incident ? -1 : 1));
}

function deedOf(incident: DeedIncident, draft: Draft, about: ReadonlySet<string>, rules: DeedRules): Deed | null {
  const { form } = draft.record;
  if (about.has(incident.id) && (form === 'denial' || form === 'justification')) {
    const relation = form === 'denial' ? 'denied' : 'justified';
    return deed(incident, { relation, certain: true, place: 'none-named' }, plain('deed/about-it'));
  }
  const answered = draft.duty === null ? null : answerOf(incident, draft, draft.duty, rules);
  if (answered !== null || !about.has(incident.id)) return answered;
  return deed(incident, { relation: 'beside', certain: false, place: 'none-named' }, plain('deed/spoken-of'));
}

const deed = (
  { id }: DeedIncident,
  stands: Pick<Deed, 'relation' | 'certain' | 'place'>,
  { text, reason }: Said,
): Deed => ({ incident: id, ...stands, because: text, reason });

const HAPPENED = new Set<Incident['modality']>(['asserted', 'alleged']);

function answerOf(
  incident: DeedIncident,
  draft: Draft,
  duty: NonNullable<Draft['duty']>,
  { duties, kin, radiusKm }: DeedRules,
): Deed | null {
  const relation = duty.carriesOut.has(incident.type) ? 'carries-out' : 'goes-against';
  if (relation === 'goes-against' && !duty.against.has(incident.type)) return null;
  if (!HAPPENED.has(incident.modality)) return null;
  const when = whenOf(incident, draft, duties);
  if (when === null) return null;
  const where = whereOf(incident, draft.places, radiusKm);
  if (isOfNobodyKnown(draft) && where.place === 'named') return besideIt(incident, when.day);
  const doer = doerOf(incident, draft, duty, kin);
  if (doer === null) return null;
  // What was expected at a place and came about there is what was meant, whoever brought it about.
  const isAsExpected = draft.record.form === 'expectation' && where.place === 'named';
  const doubts = [
    isAsExpected ? null : doer.doubt,
    when.doubt,
    where.doubt,
    incident.modality === 'alleged' ? plain('doubt/only-alleged') : null,
    incident.completed ? null : plain('doubt/failed'),
    incident.aggregate ? plain('doubt/total') : null,
    incident.attributionStatus === 'contested' ? plain('doubt/contested') : null,
  ].filter((doubt) => doubt !== null);
  const act = say('deed/act', { act: { type: incident.type }, name: doer.name, day: when.day });
  const because = say('deed/told', { parts: [act, ...doubts] });
  return deed(incident, { relation, certain: doubts.length === 0, place: where.place }, because);
}

/** Of the kind that would answer it, at its place and in its time, and it is not told who was to act: shown, and answers nothing. */
function besideIt(incident: DeedIncident, day: string | Said): Deed {
  const name = incident.accused[0]?.name ?? plain('deed/whoever');
  const act = say('deed/act', { act: { type: incident.type }, name, day });
  const because = say('deed/told', { parts: [act, plain('doubt/who-was-to-act')] });
  return deed(incident, { relation: 'beside', certain: false, place: 'named' }, because);
}

interface Answered {
  readonly name: string | Said;
  readonly doubt: Said | null;
}

function doerOf(
  { accused }: DeedIncident,
  { doers }: Draft,
  duty: NonNullable<Draft['duty']>,
  kin: PartyKin,
): Answered | null {
  for (const wanted of ['own', 'related'] as const) {
    for (const { actor, name } of accused) {
      if (actor === null || !doers.some((doer) => kinship(actor, doer, kin) === wanted)) continue;
      return { name, doubt: wanted === 'own' ? null : plain('doubt/answers-for') };
    }
  }
  if (duty.doer !== 'anyone') return null;
  return { name: accused[0]?.name ?? plain('deed/whoever'), doubt: plain('doubt/what-was-meant') };
}

function whenOf(
  { time }: DeedIncident,
  draft: Draft,
  { days }: StatementDuties,
): { day: string | Said; doubt: Said | null } | null {
  const saidFrom = saidFromMs(draft.record.said);
  const saidTo = millisecondsOf(draft.record.said?.end) ?? saidFrom;
  const [told, until] = [millisecondsOf(time?.start), millisecondsOf(time?.end)];
  // Open on one side: it may have happened before the words, or after what they name.
  const start = told ?? (until === null ? null : Number.NEGATIVE_INFINITY);
  const end = until ?? told;
  if (saidFrom === null || saidTo === null || start === null || end === null) return null;
  if (end <= saidFrom) return null;
  const due = millisecondsOf(draft.record.due?.end);
  const day = time?.start ?? plain('deed/unknown-day');
  if (due !== null && start >= due + days['around-due'] * DAY_MS) return null;
  if (due !== null && end > due) return { day, doubt: plain('doubt/around-the-end') };
  return { day, doubt: start < saidTo ? plain('doubt/before-the-words') : null };
}
