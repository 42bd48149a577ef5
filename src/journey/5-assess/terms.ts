/**
 * An agreement made ready for testing: look-ups by id and by act, and each actor's standing in it (side, exclusion,
 * adherence) worked out once. `hypothesis` carries what a "what if" run assumes; it is empty in a real assessment.
 */
import { type ActorRegister, foldName } from '../../knowledge/actors.ts';
import type { AssessmentCodebook } from '../../knowledge/assessment-codebook.ts';
import { instantOf } from '../../measure/instant.ts';
import type {
  AdherenceFact,
  Agreement,
  AgreementInterval,
  Clause,
  ExcludedActor,
  Side,
  UnsettledActor,
  Zone,
} from '../../model/agreement.ts';
import type { IncidentType } from '../../model/coded-report.ts';
import type { Finding } from '../../model/finding.ts';
import { plain, type Said, say } from './reason.ts';

export type LimbName = keyof Finding['limbs'];

/** In the order in which they are told. */
export const LIMB_NAMES: readonly LimbName[] = ['bearer', 'counterparty', 'act', 'means', 'zone', 'time', 'exception'];

export interface Hypothesis {
  /** Only this registrar's list counts. */
  readonly registrar?: string;
  /** Limbs taken as settled one way. */
  readonly limbs?: { readonly [L in LimbName]?: 'met' | 'not-met' };
}

/** What an actor is in this agreement. */
export interface Standing {
  readonly actor: string;
  readonly name: string;
  /** The actor and those it belongs to, nearest first. */
  readonly chain: readonly string[];
  readonly role: string | null;
  readonly side: Side | null;
  readonly excluded: readonly ExcludedActor[];
  readonly unsettled: UnsettledActor | null;
  /** Facts about the nearest actor of the chain that has any. */
  readonly adherence: readonly AdherenceFact[];
}

/** Keeps answers to what comes again and again. Bounded, because texts come from outside. */
function remembered<K, T>(answer: (about: K) => T): (about: K) => T {
  const kept = new Map<K, T>();
  return (about) => {
    const known = kept.get(about);
    if (known !== undefined) return known;
    if (kept.size > 10_000) kept.clear();
    const made = answer(about);
    kept.set(about, made);
    return made;
  };
}

/** Small numbers for what a limb takes from a clause, so that clauses alike in it share an answer. */
interface ClauseKeys {
  readonly bearers: number;
  readonly counterparties: number;
  readonly means: number;
  readonly zone: number;
  readonly interval: number;
}

/** What the words of a name tell, by the codebook. */
interface Wording {
  readonly hasAlternative: boolean;
  readonly isCivilian: boolean;
  /** Words for people that do not tell whether they were civilians. */
  readonly isUntold: boolean;
  /** Of a sayer whom nobody identifies: it may be of a party. */
  readonly mayBeParty: boolean;
}

export interface Terms {
  readonly agreement: Agreement;
  readonly codebook: AssessmentCodebook;
  readonly hypothesis: Hypothesis;
  readonly clause: (id: string) => Clause | null;
  readonly zone: (id: string) => Zone | null;
  readonly interval: (id: string) => AgreementInterval | null;
  /** UTC milliseconds at which the agreement as a whole began; -Infinity where that is open. */
  readonly inForceMs: number;
  /** UTC milliseconds of a date or date-time, local to the agreement's zone where it has no offset; null when it is none. */
  readonly instant: (text: string) => number | null;
  readonly standing: (actor: string) => Standing;
  /** Families of means that a type of incident and its weapons show. */
  readonly means: (type: IncidentType, weapons: readonly string[]) => ReadonlySet<string>;
  /** "G1 (no attacks by …) of the Agreement: ", as every summary begins. */
  readonly clauseWords: (clause: Clause) => string;
  readonly wording: (name: string) => Wording;
  /** Id of the one actor that words name ("a Hezbollah launch site"); null when none or several. */
  readonly namedIn: (words: string) => string | null;
  readonly keys: (clause: Clause) => ClauseKeys;
  /** "2016-02-27T00:00 to 2016-07-01T00:00 (Asia/Damascus)". */
  readonly intervalWords: (interval: AgreementInterval) => Said;
  /** First-order units of a zone that is made of whole ones, folded. */
  readonly unitsOf: (zone: Zone) => ReadonlySet<string>;
  /** "Rif Dimashq Governorate" and "rif dimashq" are one. */
  readonly foldUnit: (name: string) => string;
}

export function termsOf(
  agreement: Agreement,
  actors: ActorRegister,
  codebook: AssessmentCodebook,
  hypothesis: Hypothesis = {},
): Terms {
  const clauses = new Map(agreement.clauses.map((clause) => [clause.id, clause]));
  const zones = new Map(agreement.zones.map((zone) => [zone.id, zone]));
  const intervals = new Map(agreement.calendar.intervals.map((interval) => [interval.id, interval]));
  const standings = new Map<string, Standing>();
  const number = numbered();
  const keys = new Map(agreement.clauses.map((clause) => [clause, keysOf(clause, number)]));
  const { timeZone } = agreement.calendar;
  const intervalWords = remembered(({ start, end }: AgreementInterval) =>
    say('time/interval', {
      start: start ?? plain('time/always'),
      end: end ?? plain('time/no-set-end'),
      zone: timeZone,
    }),
  );
  return {
    agreement,
    codebook,
    hypothesis,
    clause: (id) => clauses.get(id) ?? null,
    zone: (id) => zones.get(id) ?? null,
    interval: (id) => intervals.get(id) ?? null,
    inForceMs: intervals.get(agreement.calendar.inForce)?.startMs ?? Number.NEGATIVE_INFINITY,
    namedIn: remembered((words) => actorNamedIn(words, actors)),
    instant: remembered((text) => instantOf(text, agreement.calendar.offsets)),
    means: meansBy(codebook),
    clauseWords: remembered(({ id, title }: Clause) => `${id} (${title}) of ${agreement.name}: `),
    wording: remembered((name) => wordingOf(name, codebook)),
    keys: (clause) => keys.get(clause) ?? keysOf(clause, number),
    intervalWords,
    unitsOf: remembered(({ admin1 }: Zone) => new Set(admin1.map(foldUnit))),
    foldUnit: remembered(foldUnit),
    standing: (actor) => {
      const known = standings.get(actor) ?? standingOf(actor, agreement, actors);
      standings.set(actor, known);
      return known;
    },
  };
}

/** One set for each type and weapons that came before, since they are few. */
function meansBy(codebook: AssessmentCodebook): Terms['means'] {
  const byWeapons = remembered((key: string) => {
    const [type = '', ...weapons] = key.split('\n');
    const families = new Set(codebook.meansByType.get(type) ?? []);
    for (const weapon of weapons) for (const family of codebook.meansByWeapon.get(weapon) ?? []) families.add(family);
    return families;
  });
  return (type, weapons) => byWeapons(weapons.length === 0 ? type : `${type}\n${weapons.join('\n')}`);
}

function wordingOf(name: string, codebook: AssessmentCodebook): Wording {
  const words = name.toLowerCase().split(' ');
  return {
    hasAlternative: words.some((word) => codebook.alternativeWords.has(word)),
    isCivilian: words.some((word) => codebook.civilianWords.has(word)),
    isUntold: codebook.unspecifiedPeople.has(words.at(-1) ?? ''),
    mayBeParty: words.some((word) => codebook.partyWords.has(word)),
  };
}

/** The same text has the same number, counted from 0. */
function numbered(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}

function keysOf(clause: Clause, number: (text: string) => number): ClauseKeys {
  // Only a clause on monitors names in its details whom it protects.
  const whom =
    clause.type === 'monitor-access' ? clause.id : `${clause.needsAdherence} ${clause.counterparties.join()}`;
  return {
    bearers: number(`bearers ${clause.needsAdherence} ${clause.bearers.join()}`),
    counterparties: number(`counterparties ${whom}`),
    means: number(`means ${clause.means === 'any' ? 'any' : clause.means.join()}`),
    zone: number(`zone ${clause.zone}`),
    interval: number(`interval ${clause.interval}`),
  };
}

/** No name of the register that reports use inside other words is longer. */
const LONGEST_NAME_WORDS = 6;

/** The longest registered name at the earliest place, if the words hold just one actor. Places and adjectives are no names here. */
function actorNamedIn(words: string, { names }: ActorRegister): string | null {
  const parts = words.split(/[^\p{L}\p{M}\p{N}'’-]+/u).slice(0, 30);
  const found = new Set<string>();
  for (let start = 0; start < parts.length; start++) {
    for (let length = Math.min(LONGEST_NAME_WORDS, parts.length - start); length > 0; length--) {
      const written = parts.slice(start, start + length).join(' ');
      const entry = names
        .get(foldName(written))
        ?.find(({ as, casing }) => as === 'name' && (casing === 'any' || /^\p{Lu}/u.test(written)));
      if (entry === undefined) continue;
      found.add(entry.id);
      start += length - 1;
      break;
    }
  }
  const [actor, ...others] = found;
  return actor !== undefined && others.length === 0 ? actor : null;
}

const foldUnit = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\b(governorate|province|oblast|state|region|muhafazat)\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

function standingOf(actor: string, agreement: Agreement, actors: ActorRegister): Standing {
  const chain = chainOf(actor, agreement, actors);
  const nearest = chain.find((id) => agreement.adherence.some((fact) => fact.actor === id));
  const member = chain.find((id) => agreement.sides.some((side) => side.members.includes(id)));
  const listed = chain.find((id) => agreement.excluded.some((entry) => entry.actor === id));
  // Whichever list names the nearer actor counts: a group may be excluded although the front it belongs to is not.
  const isExcluded = listed !== undefined && (member === undefined || chain.indexOf(listed) <= chain.indexOf(member));
  return {
    actor,
    name: actors.actors.get(actor)?.name ?? actor,
    chain,
    role: actors.actors.get(actor)?.role ?? null,
    side: agreement.sides.find((side) => member !== undefined && side.members.includes(member)) ?? null,
    excluded: isExcluded ? agreement.excluded.filter((entry) => entry.actor === listed) : [],
    unsettled: agreement.unsettled.find((entry) => chain.includes(entry.actor)) ?? null,
    adherence: agreement.adherence.filter((fact) => fact.actor === nearest),
  };
}

/** The actor and those above it, by the register or else by the agreement. The bound keeps a circle from hanging us. */
function chainOf(actor: string, { sides }: Agreement, actors: ActorRegister): string[] {
  const above = (id: string): string | undefined =>
    actors.actors.get(id)?.parent ?? sides.find((side) => Object.hasOwn(side.under, id))?.under[id];
  const chain: string[] = [];
  let current: string | undefined = actor;
  while (current !== undefined && chain.length < 16) {
    chain.push(current);
    current = above(current);
  }
  return chain;
}
