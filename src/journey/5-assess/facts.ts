/**
 * What an incident's reports say, laid out as the limbs of a clause ask for it: who is accused by whom, who and what was
 * hit, when, with what, and which excuse a party raised. Nothing is decided here; every fact keeps its words.
 */
import type { CodedIncident, CodedReport, Participant } from '../../model/coded-report.ts';
import type { AttributionClaim, Incident } from '../../model/incident.ts';
import type { Span } from '../../model/span.ts';
import { type Excuse, excusesOf } from './excuses.ts';
import { distinct, type FactSpans, SpansOf } from './fact-spans.ts';
import { evidence, type IsAccused, type Linked } from './linked.ts';
import { plain, type Said, say } from './reason.ts';
import type { Terms } from './terms.ts';
import type { Evidence } from './three-valued.ts';

/** `actor` is null for who is not in the register. */
export type Sayer = AttributionClaim['saidBy'][number];

export interface Accused {
  readonly actor: string | null;
  readonly name: string;
  readonly certainty: NonNullable<Participant['attribution']>;
  /** Those with the same key are alternatives: one of them, not all. */
  readonly either: string | null;
  readonly origin: string;
  /** Those who say so; empty = the report in its own voice. */
  readonly saidBy: readonly Sayer[];
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
  /** A linked report, for its outlet and day; undefined when it was not handed in. */
  readonly report: (id: string) => CodedReport | undefined;
  readonly accused: readonly Accused[];
  /** Who and what was hit. Laid out when first asked for, as the two below are: many clauses end before it matters. */
  readonly hits: () => readonly Hit[];
  /** Words that count civilians, children, medics among those harmed. */
  readonly civilianHarm: () => readonly Evidence[];
  /** UTC milliseconds, ±Infinity where open; null when no time is known. */
  readonly time: {
    readonly startMs: number;
    readonly endMs: number;
    readonly isClock: boolean;
    readonly worded: Said;
  } | null;
  readonly means: ReadonlySet<string>;
  readonly excuses: () => readonly Excuse[];
  readonly spans: FactSpans;
  /** Mean confidence of the coded incidents it rests on. */
  readonly codedConfidence: number;
}

/** Plain loops throughout this file: it runs for every incident of a store, and little of what it lays out is ever asked for. */
export function factsOf(incident: Incident, reports: ReadonlyMap<string, CodedReport>, terms: Terms): Facts {
  const linked = linkedOf(incident, reports);
  const isAccused = accusedSideOf(incident, terms);
  return {
    incident,
    reports: reportsOf(incident),
    report: (id) => reports.get(id),
    accused: accusedOf(incident, terms),
    hits: lazily(() => hitsOf(incident, linked, isAccused, terms)),
    civilianHarm: lazily(() => civilianHarmOf(linked, terms)),
    time: timeOf(incident, terms),
    means: terms.means(incident.type, incident.weapons),
    excuses: lazily(() => excusesOf(linked, isAccused, terms)),
    spans: new SpansOf(linked),
    codedConfidence: confidenceOf(linked),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function confidenceOf(linked: readonly Linked[]): number {
  let sum = 0;
  for (const { coded } of linked) sum += coded.confidence;
  return linked.length === 0 ? 0.5 : sum / linked.length;
}

function reportsOf({ links }: Incident): string[] {
  const [only] = links;
  return only !== undefined && links.length === 1 ? [only.report] : [...new Set(links.map((link) => link.report))];
}

function linkedOf(incident: Incident, reports: ReadonlyMap<string, CodedReport>): Linked[] {
  const linked: Linked[] = [];
  for (const link of incident.links) {
    const report = reports.get(link.report);
    if (report === undefined) continue;
    for (const coded of report.incidents)
      if (coded.id === link.coded) {
        linked.push({ report, coded });
        break;
      }
  }
  return linked;
}

function accusedOf(incident: Incident, terms: Terms): Accused[] {
  const accused: Accused[] = [];
  for (const claim of incident.attributions)
    accused.push({
      actor: claim.accused.actor,
      name: claim.accused.name,
      certainty: claim.attribution,
      either: alternativeKey(claim, terms),
      origin: claim.origin,
      saidBy: claim.saidBy,
      spans: evidenceOf(claim.report, claim.spans),
    });
  return accused.length < 2 ? accused : accused.reduce(toldOnce, []);
}

/** "Fighters of the front" and "the front" in one account are one accusation, by its fuller name. */
function toldOnce(kept: Accused[], next: Accused): Accused[] {
  const at = kept.findIndex((one) => isSameAccusation(one, next));
  const same = kept[at];
  if (same === undefined) return [...kept, next];
  const name = next.name.length > same.name.length ? next.name : same.name;
  return kept.with(at, { ...same, name, spans: [...same.spans, ...next.spans] });
}

const sayersOf = ({ saidBy }: Accused): string => saidBy.map(({ actor, name }) => actor ?? name).join();

function isSameAccusation(a: Accused, b: Accused): boolean {
  const isOneSource = a.origin === b.origin && a.certainty === b.certainty && a.either === b.either;
  if (a.actor === null || a.actor !== b.actor || !isOneSource || sayersOf(a) !== sayersOf(b)) return false;
  const [one, other] = [a.name.toLowerCase(), b.name.toLowerCase()];
  return one.includes(other) || other.includes(one);
}

function evidenceOf(report: string, spans: readonly Span[]): Evidence[] {
  const found: Evidence[] = [];
  for (const span of spans) found.push(evidence(report, span));
  return found;
}

function alternativeKey({ accused, report }: AttributionClaim, terms: Terms): string | null {
  if (accused.either !== undefined) return `${report}#${accused.either}`;
  return terms.wording(accused.name).hasAlternative ? `${report}#${accused.name}` : null;
}

/** Tells whether an actor speaks for a side that is accused. The sides are looked up when somebody first asks. */
function accusedSideOf(incident: Incident, terms: Terms): IsAccused {
  let sides: Set<string> | null = null;
  return (actor): actor is string => {
    if (typeof actor !== 'string') return false;
    sides ??= new Set(
      incident.attributions.flatMap((claim) =>
        claim.accused.actor === null ? [] : [sideKey(claim.accused.actor, terms)],
      ),
    );
    return sides.has(sideKey(actor, terms));
  };
}

/** A spokesman of one branch speaks for its side; an actor of no side speaks for itself and those above it. */
const sideKey = (actor: string, terms: Terms): string =>
  terms.standing(actor).side?.id ?? terms.standing(actor).chain.at(-1) ?? actor;

function hitsOf(incident: Incident, linked: readonly Linked[], isAccused: IsAccused, terms: Terms): Hit[] {
  const hits: Hit[] = [];
  for (const { report, coded } of linked) {
    const saidByAccusedOnly =
      coded.attributedTo.length > 0 && coded.attributedTo.every((source) => isAccused(source.actor));
    for (const target of coded.targets)
      hits.push(hitOf(target, actorOf(target, report, terms), report.id, saidByAccusedOnly, terms));
  }
  if (hits.length > 0) return hits;
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
  const nature = natureOf(target.name, role, object, terms);
  const isExcuse = own === null ? nature === 'armed' : own.excluded.length > 0;
  return {
    actor,
    name: target.name,
    object,
    role,
    nature,
    // That it hit a protected party is an admission against its own interest, and counts.
    isSelfServing: saidByAccusedOnly && isExcuse,
    spans: evidenceOf(report, target.spans),
  };
}

function natureOf(name: string, role: string | null, object: string | null, terms: Terms): Hit['nature'] {
  const { codebook } = terms;
  if (object !== null && codebook.militaryObjects.has(object)) return 'armed';
  if (role !== null && codebook.armedRoles.has(role)) return 'armed';
  const wording = terms.wording(name);
  if (wording.isCivilian) return 'civilian';
  if (role !== null && codebook.civilianRoles.has(role) && !wording.isUntold) return 'civilian';
  return object !== null && codebook.civilianObjects.has(object) ? 'civilian' : null;
}

function civilianHarmOf(linked: readonly Linked[], { codebook }: Terms): Evidence[] {
  const spans: Evidence[] = [];
  for (const { report, coded } of linked)
    for (const count of Object.values(coded.harm))
      for (const part of count?.of ?? [])
        if (codebook.civilianSubsets.has(part.who) && part.max !== 0)
          for (const span of part.spans) spans.push(evidence(report.id, span));
  return distinct(spans);
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
