/**
 * What an incident's reports say, laid out as the limbs of a clause ask for it: who is accused by whom, who and what was
 * hit, when, with what, and which excuse a party raised. Nothing is decided here; every fact keeps its words.
 */
import type { CodedIncident, CodedReport, Participant } from '../../model/coded-report.ts';
import type { AttributionClaim, Incident } from '../../model/incident.ts';
import type { Span } from '../../model/span.ts';
import { type Excuse, excusesOf } from './excuses.ts';
import { evidence, type IsAccused, type Linked } from './linked.ts';
import { plain, type Said, say } from './reason.ts';
import type { Terms } from './terms.ts';
import type { Evidence } from './three-valued.ts';

export interface Accused {
  readonly actor: string | null;
  readonly name: string;
  readonly certainty: NonNullable<Participant['attribution']>;
  /** Those with the same key are alternatives: one of them, not all. */
  readonly either: string | null;
  readonly origin: string;
  /** Actor ids of those who say so; empty = the report in its own voice; null = a sayer that is not in the register. */
  readonly saidBy: readonly (string | null)[];
  readonly spans: readonly Evidence[];
}

export interface Hit {
  readonly actor: string | null;
  readonly name: string;
  readonly object: string | null;
  /** Shown to be a civilian or civilian object; shown to be armed or military; neither where it is not told. */
  readonly nature: 'civilian' | 'armed' | null;
  readonly role: string | null;
  /** True when only the accused side says that this, excluded or armed, was hit: a claim about the target, not a fact. */
  readonly isSelfServing: boolean;
  readonly spans: readonly Evidence[];
}

export interface Facts {
  readonly incident: Incident;
  readonly reports: readonly string[];
  readonly accused: readonly Accused[];
  readonly hits: readonly Hit[];
  /** Words that count civilians, children, medics among those harmed. */
  readonly civilianHarm: readonly Evidence[];
  /** UTC milliseconds, ±Infinity where open; null when no time is known. */
  readonly time: {
    readonly startMs: number;
    readonly endMs: number;
    readonly isClock: boolean;
    readonly worded: Said;
  } | null;
  readonly means: ReadonlySet<string>;
  readonly excuses: readonly Excuse[];
  readonly spans: {
    readonly act: readonly Evidence[];
    readonly time: readonly Evidence[];
    readonly place: readonly Evidence[];
    readonly means: readonly Evidence[];
  };
  /** Mean confidence of the coded incidents it rests on. */
  readonly codedConfidence: number;
}

export function factsOf(incident: Incident, reports: ReadonlyMap<string, CodedReport>, terms: Terms): Facts {
  const linked = linkedOf(incident, reports);
  const isAccused = accusedSideOf(incident, terms);
  const gather = (of: (coded: CodedIncident) => readonly Span[]): Evidence[] => gathered(linked, of);
  return {
    incident,
    reports: reportsOf(incident),
    accused: accusedOf(incident, terms),
    hits: hitsOf(incident, linked, isAccused, terms),
    civilianHarm: gather((coded) => civilianHarmOf(coded, terms)),
    time: timeOf(incident, terms),
    means: meansOf(incident, terms),
    excuses: excusesOf(linked, isAccused, terms),
    spans: {
      act: gather((coded) => coded.trigger),
      time: gather((coded) => coded.time?.spans ?? []),
      place: gather((coded) => coded.place?.spans ?? []),
      means: gather((coded) => coded.weapons.flatMap((weapon) => weapon.spans)),
    },
    codedConfidence:
      linked.length === 0 ? 0.5 : linked.reduce((sum, { coded }) => sum + coded.confidence, 0) / linked.length,
  };
}

/** Loops, because this runs several times for every incident. */
function gathered(linked: readonly Linked[], of: (coded: CodedIncident) => readonly Span[]): Evidence[] {
  const spans: Evidence[] = [];
  for (const { report, coded } of linked) for (const span of of(coded)) spans.push(evidence(report.id, span));
  if (spans.length < 2) return spans;
  return [...new Map(spans.map((span) => [`${span.start}-${span.end}-${span.report}`, span])).values()];
}

function reportsOf({ links }: Incident): string[] {
  const [only, ...others] = links;
  return only !== undefined && others.length === 0 ? [only.report] : [...new Set(links.map((link) => link.report))];
}

function linkedOf(incident: Incident, reports: ReadonlyMap<string, CodedReport>): Linked[] {
  return incident.links.flatMap((link) => {
    const report = reports.get(link.report);
    const coded = report?.incidents.find((one) => one.id === link.coded);
    return report === undefined || coded === undefined ? [] : [{ report, coded }];
  });
}

function accusedOf(incident: Incident, { codebook }: Terms): Accused[] {
  return incident.attributions.map((claim) => ({
    actor: claim.accused.actor,
    name: claim.accused.name,
    certainty: claim.attribution,
    either: alternativeKey(claim, codebook),
    origin: claim.origin,
    saidBy: claim.saidBy.map((sayer) => sayer.actor),
    spans: claim.spans.map((span) => evidence(claim.report, span)),
  }));
}

function alternativeKey({ accused, report }: AttributionClaim, { alternativeWords }: Terms['codebook']): string | null {
  if (accused.either !== undefined) return `${report}#${accused.either}`;
  const hasAlternative = accused.name.split(' ').some((word) => alternativeWords.has(word.toLowerCase()));
  return hasAlternative ? `${report}#${accused.name}` : null;
}

/** Tells whether an actor speaks for a side that is accused. */
function accusedSideOf(incident: Incident, terms: Terms): IsAccused {
  const sides = new Set(
    incident.attributions.flatMap((claim) =>
      claim.accused.actor === null ? [] : [sideKey(claim.accused.actor, terms)],
    ),
  );
  return (actor): actor is string => typeof actor === 'string' && sides.has(sideKey(actor, terms));
}

/** A spokesman of one branch speaks for its side; an actor of no side speaks for itself and those above it. */
const sideKey = (actor: string, terms: Terms): string =>
  terms.standing(actor).side?.id ?? terms.standing(actor).chain.at(-1) ?? actor;

function hitsOf(incident: Incident, linked: readonly Linked[], isAccused: IsAccused, terms: Terms): Hit[] {
  const named = linked.flatMap(({ report, coded }) => {
    const saidByAccusedOnly =
      coded.attributedTo.length > 0 && coded.attributedTo.every((source) => isAccused(source.actor));
    return coded.targets.map((target) =>
      hitOf(target, actorOf(target, report, terms), report.id, saidByAccusedOnly, terms),
    );
  });
  if (named.length > 0) return named;
  return incident.targets.map((target) => hitOf(target, target.actor, incident.links[0]?.report ?? '', false, terms));
}

type Target = CodedIncident['targets'][number];

/** "A Free Syrian Army position" is a position; the party whose it is stands in its words. */
function actorOf(target: Target, report: CodedReport, terms: Terms): string | null {
  if (target.actor !== null) return target.actor;
  const within = (span: Span): boolean => target.spans.some((own) => own.start <= span.start && span.end <= own.end);
  const mentioned = report.mentions.flatMap((mention) =>
    mention.kind === 'actor' && mention.actor !== null && within(mention.span) ? [mention.actor] : [],
  );
  const [actor, ...others] = new Set(mentioned);
  return actor !== undefined && others.length === 0 ? actor : terms.namedIn(target.name);
}

function hitOf(target: Target, actor: string | null, report: string, saidByAccusedOnly: boolean, terms: Terms): Hit {
  const own = actor === null ? null : terms.standing(actor);
  const role = target.role === undefined || target.role === 'unknown' ? (own?.role ?? null) : target.role;
  const object = target.object ?? null;
  const nature = natureOf(target.name, role, object, terms.codebook);
  const isExcuse = own === null ? nature === 'armed' : own.excluded.length > 0;
  return {
    actor,
    name: target.name,
    object,
    role,
    nature,
    // That it hit a protected party is an admission against its own interest, and counts.
    isSelfServing: saidByAccusedOnly && isExcuse,
    spans: target.spans.map((span) => evidence(report, span)),
  };
}

function natureOf(
  name: string,
  role: string | null,
  object: string | null,
  codebook: Terms['codebook'],
): Hit['nature'] {
  if (object !== null && codebook.militaryObjects.has(object)) return 'armed';
  if (role !== null && codebook.armedRoles.has(role)) return 'armed';
  const words = name.toLowerCase().split(' ');
  if (words.some((word) => codebook.civilianWords.has(word))) return 'civilian';
  const isUntold = codebook.unspecifiedPeople.has(words.at(-1) ?? '');
  if (role !== null && codebook.civilianRoles.has(role) && !isUntold) return 'civilian';
  return object !== null && codebook.civilianObjects.has(object) ? 'civilian' : null;
}

function civilianHarmOf(coded: CodedIncident, { codebook }: Terms): Span[] {
  return Object.values(coded.harm).flatMap((count) =>
    (count?.of ?? [])
      .filter((part) => codebook.civilianSubsets.has(part.who) && part.max !== 0)
      .flatMap((part) => part.spans),
  );
}

function timeOf({ time }: Incident, { instant }: Terms): Facts['time'] {
  if (time === null || (time.start === null && time.end === null)) return null;
  const startMs = time.start === null ? Number.NEGATIVE_INFINITY : instant(time.start);
  const endMs = time.end === null ? Number.POSITIVE_INFINITY : instant(time.end);
  if (startMs === null || endMs === null) return null;
  const worded = say('time/stretch', {
    start: time.start ?? plain('time/unknown-start'),
    end: time.end ?? plain('time/unknown-end'),
  });
  return {
    startMs,
    endMs: Math.max(endMs, startMs + 1),
    isClock: time.precision === 'minute' || time.precision === 'part_of_day',
    worded,
  };
}

function meansOf(incident: Incident, { codebook }: Terms): Set<string> {
  const families = new Set(codebook.meansByType.get(incident.type) ?? []);
  for (const weapon of incident.weapons)
    for (const family of codebook.meansByWeapon.get(weapon) ?? []) families.add(family);
  return families;
}
