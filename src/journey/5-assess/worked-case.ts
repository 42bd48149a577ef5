/**
 * Small facts written by hand, made into an incident with its coded reports, so that clause tests and agreement packs can
 * carry their proof as data. The words of the facts become the text of the report, and every value keeps its span in it.
 */
import type { ActorRegister } from '../../knowledge/actors.ts';
import type { AssessmentCodebook } from '../../knowledge/assessment-codebook.ts';
import type { WorkedCase, WorkedFacts } from '../../knowledge/worked-cases.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { CodedIncident, CodedReport, CodedStatement, Participant } from '../../model/coded-report.ts';
import type { Finding } from '../../model/finding.ts';
import type { AttributionClaim, Incident } from '../../model/incident.ts';
import { type Span, spanOf } from '../../model/span.ts';
import { assessor } from './assess.ts';

export interface WorkedIncident {
  readonly incident: Incident;
  readonly reports: ReadonlyMap<string, CodedReport>;
}

/** Grows a text word by word and gives each addition its span. */
class TextDraft {
  text = '';

  add(words: string): Span {
    const start = this.text.length;
    this.text += `${words}. `;
    return spanOf(this.text, start, start + words.length);
  }
}

export function incidentOfFacts(facts: WorkedFacts): WorkedIncident {
  const accounts = [
    facts,
    ...(facts.also ?? []).map((other) => ({
      ...facts,
      by: undefined,
      byEither: undefined,
      against: undefined,
      objects: undefined,
      claims: undefined,
      ...other,
    })),
  ];
  const coded = accounts.map((account, index) => codedReportOf(account, index));
  const first = coded[0]?.incidents[0];
  if (first === undefined) throw new Error('a worked case has at least one account');
  const reports = new Map(coded.map((report) => [report.id, report]));
  const incident: Incident = {
    id: 'incident-1',
    type: first.type,
    codes: first.codes,
    modality: first.modality,
    completed: first.completed,
    aggregate: first.aggregate,
    links: coded.map((report) => ({
      report: report.id,
      coded: 'i1',
      origin: report.id,
      score: 1,
      reasons: ['given in the case'],
    })),
    time: first.time,
    place: first.place,
    placeRadiusKm: facts.at?.radiusKm ?? null,
    harm: {},
    targets: coded.flatMap((report) => report.incidents.flatMap((one) => one.targets)),
    weapons: facts.weapons ?? [],
    attributions: coded.flatMap(attributionsOf),
    attributionStatus: 'uncontested',
    contradictions: [],
    origins: coded.length,
  };
  return { incident, reports };
}

function codedReportOf(facts: WorkedFacts, index: number): CodedReport {
  const draft = new TextDraft();
  const incident = codedIncidentOf(facts, draft);
  const statements = (facts.claims ?? []).map((claim, number): CodedStatement => {
    const speaker = participant(claim.by, draft);
    const span = draft.add(claim.words);
    return {
      id: `s${number + 1}`,
      kind: 'justification',
      codes: { plover: null, cameo: null },
      speaker,
      addressees: [],
      span,
      quoted: false,
      about: (claim.specific ?? true) ? ['i1'] : [],
      said: null,
      deadline: null,
      condition: null,
      confidence: 1,
      because: ['given in the case'],
    };
  });
  return {
    schema: 'coded-report/1',
    id: `account-${index + 1}`,
    title: null,
    text: draft.text,
    language: 'en',
    published: null,
    publishedBasis: null,
    mentions: [],
    incidents: [incident],
    statements,
    notes: [],
    coder: { name: 'worked case', version: '1', knowledge: '' },
  };
}

function codedIncidentOf(facts: WorkedFacts, draft: TextDraft): CodedIncident {
  const attribution = facts.attribution ?? 'stated';
  const [start, end] = (facts.on ?? '').split('/');
  const time =
    start === undefined || start === ''
      ? null
      : {
          start,
          end: end ?? dayAfter(start),
          precision: facts.clock ? ('minute' as const) : ('day' as const),
          spans: [draft.add(facts.on ?? '')],
        };
  const at = facts.at;
  const place =
    at === undefined
      ? null
      : {
          place: null,
          name: at.name ?? 'the place',
          country: at.country ?? null,
          admin1: at.admin1 ?? null,
          latitude: at.lat ?? null,
          longitude: at.lon ?? null,
          precision: at.precision ?? ('settlement' as const),
          spans: [draft.add(at.name ?? 'the place')],
        };
  return {
    id: 'i1',
    type: facts.type,
    codes: { acled: null, plover: null, cameo: null, ucdp: null },
    modality: facts.modality ?? 'asserted',
    completed: facts.completed ?? true,
    aggregate: facts.aggregate ?? false,
    trigger: [draft.add(facts.type.replaceAll('_', ' '))],
    perpetrators: [
      ...(facts.by ?? []).map((actor) => ({ ...participant(actor, draft), attribution })),
      ...(facts.byEither ?? []).map((actor) => ({ ...participant(actor, draft), attribution, either: 1 })),
      ...(facts.deniedBy ?? []).map((actor) => ({
        ...participant(actor, draft),
        attribution: 'denied_by_itself' as const,
      })),
    ],
    targets: [
      ...(facts.against ?? []).map((actor) => participant(actor, draft)),
      ...(facts.objects ?? []).map((object) => ({
        name: wordsFor(object),
        kind: 'object' as const,
        actor: null,
        object,
        spans: [draft.add(wordsFor(object))],
      })),
    ],
    weapons: (facts.weapons ?? []).map((term) => ({ term, spans: [draft.add(term)] })),
    place,
    time,
    harm: {},
    attributedTo: (facts.saidBy ?? []).map((actor) => ({ name: actor, actor, spans: [draft.add(actor)] })),
    evidence: [],
    confidence: 1,
    because: ['given in the case'],
  };
}

/** The kind's own name says "civilian", which a report of a shelled town does not. */
const wordsFor = (object: string): string => (object === 'civilian_area' ? 'town' : object.replaceAll('_', ' '));

/** `civilians`, `unnamed fighters` and the like are no actors of the register. */
function participant(name: string, draft: TextDraft): Participant {
  const spans = [draft.add(name)];
  if (name === 'civilians') return { name, kind: 'group_of_people', actor: null, role: 'civilian', spans };
  if (name.includes(' ')) return { name, kind: 'group_of_people', actor: null, role: 'unknown', spans };
  return { name, kind: 'organisation', actor: name, spans };
}

function attributionsOf(report: CodedReport): AttributionClaim[] {
  return report.incidents.flatMap((incident) =>
    incident.perpetrators.map((accused) => ({
      accused,
      attribution: accused.attribution ?? 'stated',
      saidBy: incident.attributedTo.map(({ name, actor }) => ({ name, actor })),
      report: report.id,
      origin: report.id,
      spans: accused.spans,
    })),
  );
}

/** "2016-03-10" → "2016-03-11"; a time of day lasts for a minute. */
function dayAfter(start: string): string {
  const isDay = start.length === 10;
  const date = new Date(isDay ? `${start}T00:00Z` : `${start}Z`);
  date.setTime(date.getTime() + (isDay ? 86_400_000 : 60_000));
  return date.toISOString().slice(0, isDay ? 10 : 16);
}

export interface FailedCase {
  readonly id: string;
  /** Its place among the cases, from 0. */
  readonly index: number;
  readonly message: string;
}

/** Runs worked cases: named clauses must have their outcome, and no other clause may come out as breach-indicated. */
export function failedCases(
  cases: readonly WorkedCase[],
  agreement: Agreement,
  actors: ActorRegister,
  codebook: AssessmentCodebook,
): FailedCase[] {
  const assess = assessor(agreement, actors, codebook);
  return cases.flatMap((one, index) => {
    const { incident, reports } = incidentOfFacts(one.facts);
    const message = faultOf(one, assess(incident, reports));
    return message === null ? [] : [{ id: one.id, index, message }];
  });
}

function faultOf({ expect, unknown, silent }: WorkedCase, findings: readonly Finding[]): string | null {
  const byClause = new Map(findings.map((finding) => [finding.clause, finding]));
  for (const [clause, outcome] of Object.entries(expect)) {
    const found = byClause.get(clause);
    if (found?.outcome !== outcome)
      return `${clause}: expected ${outcome}, found ${found?.outcome ?? 'no finding'}. ${found?.summary ?? ''}`;
  }
  for (const [clause, limbs] of Object.entries(unknown ?? {})) {
    const open = limbs.filter((limb) => byClause.get(clause)?.limbs[limb].value !== 'unknown');
    if (open.length > 0)
      return `${clause}: expected ${open.join(', ')} to be unknown. ${byClause.get(clause)?.summary ?? 'no finding'}`;
  }
  const loud = (silent ?? []).find((clause) => byClause.has(clause));
  if (loud !== undefined) return `${loud}: expected no finding, found ${byClause.get(loud)?.outcome}`;
  const surprise = findings.find(
    (finding) => finding.outcome === 'breach-indicated' && expect[finding.clause] === undefined,
  );
  return surprise === undefined
    ? null
    : `${surprise.clause}: a breach is indicated that the case does not expect. ${surprise.summary}`;
}
