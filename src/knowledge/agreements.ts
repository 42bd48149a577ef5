/** Agreement packs (`knowledge/agreements/<id>/`) into frozen agreements; a pack with a fault is refused, fault by fault. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { instantOf } from '../measure/instant.ts';
import type { Agreement, Calendar, Clause, Zone } from '../model/agreement.ts';
import type { IncidentType } from '../model/coded-report.ts';
import { calendarOf } from './agreement-calendar.ts';
import { complaintsAbout } from './agreement-checks.ts';
import { readNames } from './agreement-names.ts';
import type { AgreementComplaint, PackSources } from './agreement-pack.ts';
import {
  type AreasFile,
  areasFile,
  type ClauseRow,
  calendarFile,
  clausesFile,
  incidentTypeSchema,
  partiesFile,
} from './agreement-schema.ts';
import type { AssessmentCodebook } from './assessment-codebook.ts';
import { parseSource, type SourceFile } from './yaml-source.ts';

export type LoadedPack =
  | { kind: 'loaded'; agreement: Agreement }
  | { kind: 'refused'; complaints: AgreementComplaint[] };

const FILES = {
  clauses: 'clauses.yaml',
  parties: 'parties.yaml',
  calendar: 'calendar.yaml',
  areas: 'areas.geojson',
} as const;

/** Names of the files by any of which a folder is known to hold a pack. */
export const PACK_FILES: readonly string[] = Object.values(FILES);

/** Ids (folder names) of the packs under `root`, sorted. */
export function agreementIds(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => statSync(join(root, name)).isDirectory())
    .sort();
}

/** Reads every pack under `root`; throws when one that we ship is faulty. */
export function loadAgreements(
  root: string,
  knownActors: ReadonlySet<string>,
  codebook: AssessmentCodebook,
): ReadonlyMap<string, Agreement> {
  const agreements = new Map<string, Agreement>();
  for (const id of agreementIds(root)) {
    const pack = loadAgreement(join(root, id), knownActors, codebook);
    if (pack.kind === 'refused')
      throw new Error(pack.complaints.map((one) => `${id}/${one.where}: ${one.message} [${one.code}]`).join('\n'));
    agreements.set(pack.agreement.id, pack.agreement);
  }
  return agreements;
}

/** Reads one pack. `knownActors` are the ids of the actor register. */
export function loadAgreement(
  directory: string,
  knownActors: ReadonlySet<string>,
  codebook: AssessmentCodebook,
): LoadedPack {
  const complaints: AgreementComplaint[] = [];
  const clauses = readSource(directory, FILES.clauses, clausesFile, complaints);
  const parties = readSource(directory, FILES.parties, partiesFile, complaints);
  const calendar = readSource(directory, FILES.calendar, calendarFile, complaints);
  const areas = readSource(directory, FILES.areas, areasFile, complaints);
  if (clauses === null || parties === null || calendar === null || areas === null)
    return { kind: 'refused', complaints };
  const sources = { clauses, parties, calendar, areas };
  const dates = readCalendar(sources, complaints);
  checkWords(sources, codebook, complaints);
  if (complaints.length > 0 || dates === null) return { kind: 'refused', complaints };
  const unnamed = agreementOf(sources, dates, codebook);
  const misnamed: AgreementComplaint[] = [];
  const agreement = freezeDeep({ ...unnamed, names: readNames(directory, unnamed, knownActors, misnamed) });
  const faults = [...complaintsAbout(agreement, sources, knownActors), ...misnamed];
  return faults.length > 0 ? { kind: 'refused', complaints: faults } : { kind: 'loaded', agreement };
}

function readSource<S extends z.ZodType>(
  directory: string,
  file: string,
  schema: S,
  complaints: AgreementComplaint[],
): SourceFile<z.infer<S>> | null {
  const path = join(directory, file);
  if (!existsSync(path)) {
    complaints.push({
      kind: 'refused',
      code: 'agreement/missing-file',
      where: file,
      message: `a pack needs ${Object.values(FILES).join(', ')}; ${file} is missing`,
    });
    return null;
  }
  const parsed = parseSource(file, readFileSync(path, 'utf8'), schema);
  if ('source' in parsed) return parsed.source;
  complaints.push(...parsed.complaints);
  return null;
}

function readCalendar({ calendar }: PackSources, complaints: AgreementComplaint[]): Calendar | null {
  try {
    return calendarOf(calendar.value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `"${calendar.value.timeZone}" is not an IANA time zone; write one such as Asia/Damascus`;
    complaints.push({
      kind: 'refused',
      code: 'agreement/unknown-time-zone',
      where: calendar.at(['timeZone']),
      message,
    });
    return null;
  }
}

/** Act groups and means families that the codebook does not know. */
function checkWords(
  { clauses, areas }: PackSources,
  codebook: AssessmentCodebook,
  complaints: AgreementComplaint[],
): void {
  clauses.value.clauses.forEach((clause, index) => {
    const at = (field: string): string => clauses.at(['clauses', index, field]);
    for (const field of ['acts', 'fulfils'] as const) {
      for (const act of clause[field]) {
        if (codebook.acts.has(act) || incidentTypeSchema.safeParse(act).success) continue;
        complaints.push({
          kind: 'refused',
          code: 'agreement/unknown-act',
          where: at(field),
          message: `"${act}" is neither an incident type nor an act group; groups are ${[...codebook.acts.keys()].join(', ')}`,
        });
      }
    }
    const bands = clause.type === 'withdrawal-distance' ? clause.details.bands.map((band) => band.means) : [];
    for (const means of [...(clause.means === 'any' ? [] : clause.means), ...bands]) {
      if (!codebook.meansFamilies.has(means))
        complaints.push({
          kind: 'refused',
          code: 'agreement/unknown-means',
          where: at('means'),
          message: `"${means}" is not a means family; families are ${[...codebook.meansFamilies].join(', ')}`,
        });
    }
  });
  areas.value.features.forEach(({ geometry, properties }, index) => {
    const polygons =
      geometry?.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry?.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    if (polygons.some((rings) => rings.length > 1)) {
      complaints.push({
        kind: 'refused',
        code: 'agreement/zone-has-holes',
        where: areas.at(['features', index]),
        message: `zone "${properties.id}" has inner rings; draw it without holes, or as several polygons`,
      });
    }
  });
}

function agreementOf(sources: PackSources, calendar: Calendar, codebook: AssessmentCodebook): Omit<Agreement, 'names'> {
  const { id, name, version, signed, countries, notes, asymmetries, instruments, clauses } = sources.clauses.value;
  const { sides, registrars, adherence, excluded, unsettled, excludedWords, counterparts } = sources.parties.value;
  const { offsets } = calendar;
  const fromMs = (date: string | null): number =>
    date === null ? Number.NEGATIVE_INFINITY : (instantOf(date, offsets) ?? Number.NaN);
  const untilMs = (date: string | null): number =>
    date === null ? Number.POSITIVE_INFINITY : (instantOf(date, offsets) ?? Number.NaN);
  return {
    id,
    name,
    version,
    signed,
    countries,
    notes,
    asymmetries,
    instruments,
    sides,
    registrars,
    unsettled,
    excludedWords,
    counterparts,
    calendar,
    adherence: adherence.map((fact) => ({ ...fact, fromMs: fromMs(fact.from), untilMs: untilMs(fact.until) })),
    excluded: excluded.map((fact) => ({ ...fact, fromMs: fromMs(fact.from), untilMs: untilMs(fact.until) })),
    zones: sources.areas.value.features.map(zoneOf),
    clauses: clauses.map((row) => clauseOf(row, codebook)),
  };
}

function zoneOf({ geometry, properties }: AreasFile['features'][number]): Zone {
  const kind = geometry?.type === 'LineString' ? 'line' : 'area';
  if (geometry === null) return { ...properties, kind, paths: [] };
  if (geometry.type === 'LineString') return { ...properties, kind, paths: [geometry.coordinates] };
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return { ...properties, kind, paths: polygons.flatMap((rings) => rings.slice(0, 1)) };
}

/** Act groups become the incident types they stand for. */
function clauseOf(row: ClauseRow, codebook: AssessmentCodebook): Clause {
  const typesOf = (names: readonly string[]): IncidentType[] => [
    ...new Set(names.flatMap((name) => codebook.acts.get(name) ?? [incidentTypeSchema.parse(name)])),
  ];
  return { ...row, acts: typesOf(row.acts), fulfils: typesOf(row.fulfils) };
}

function freezeDeep<T extends object>(value: T): T {
  for (const part of Object.values(value))
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) freezeDeep(part);
  return Object.freeze(value);
}
