/** Opens the store that the configuration names: PGlite in the data directory, or a PostgreSQL server. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Capture } from '../../journey/7-record/capture.ts';
import { PROGRAM } from '../config.ts';
import { actProof } from './act-proof.ts';
import { actSignatures } from './act-signatures.ts';
import type { CaptureRequest } from './capture.ts';
import { type CaptureFiles, captureFiles } from './capture-files.ts';
import type { Engine } from './engine.ts';
import { StoreError } from './errors.ts';
import { holdLedger } from './ledger-log.ts';
import { type Lock, takeLock } from './lock.ts';
import { migrate } from './migrate.ts';
import { pastFindings } from './past-findings.ts';
import { candidateIncidents } from './queries/candidates.ts';
import { findCaptures, finishCaptures, finishedReports, unfinishedCaptures } from './queries/captures.ts';
import { everything } from './queries/everything.ts';
import { agreementCounts, findingsFor, listFindings, outcomesOf } from './queries/findings.ts';
import {
  countIncidents,
  incidentRows,
  incidentsOf,
  listIncidents,
  reachableIncidents,
  storedIncident,
} from './queries/incidents.ts';
import { knownBefore, neighbourhood } from './queries/intake.ts';
import { storedKeys } from './queries/keys.ts';
import {
  allDecisions,
  ledgerRoot,
  listDecisions,
  listEntries,
  listRefusals,
  storeCounts,
  subjectsOf,
} from './queries/ledger.ts';
import { listSummaries, storedList } from './queries/lists.ts';
import {
  countReports,
  listReports,
  reportRows,
  reportsWithPictures,
  storedCodings,
  storedCorroborations,
  storedReport,
} from './queries/reports.ts';
import { doubtfulLinks, keepReplaced, replacedIncidents, replacedStories, storyMembers } from './queries/review.ts';
import { deedIncidents, firstPublished, lastPublished, statementsOfSpeakers } from './queries/statement-ledger.ts';
import { listStatements } from './queries/statements.ts';
import { anyIllustrative, mapPoints, summarize } from './queries/summary.ts';
import { tallies } from './queries/tallies.ts';
import { markedLanguages, reportsWithMarks } from './queries/translations.ts';
import { actorCounts, exposure, leftOut } from './queries/uncounted.ts';
import { recordChanges } from './record-changes.ts';
import type { Db } from './schema.ts';
import type { RecordRequest, Store, Turn } from './store.ts';
import { verifyStore } from './verify.ts';

export interface StoreOptions {
  /** Where captured bytes, the lock and PGlite's files are; made when missing. */
  directory: string;
  /** `postgres://…`; otherwise PGlite in the directory. */
  database?: string | undefined;
  /** UTC instant of the opening. */
  at: string;
}

/** How many captures or lists are counted when no limit is given. */
const COUNT_LIMIT = 10_000;

export async function openStore(options: StoreOptions): Promise<Store> {
  const lock = prepareDirectory(options);
  try {
    const store = await storeOn(await openEngine(options), options.directory, options.at);
    return {
      ...store,
      close: async () => {
        await store.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A store on an engine that somebody has opened, without a lock; it closes the engine when it is closed or fails to open. */
export async function storeOn(engine: Engine, directory: string, at: string): Promise<Store> {
  try {
    await migrate(engine, at);
    return storeOver(engine, captureFiles(join(directory, 'captures')));
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function prepareDirectory({ directory, at }: StoreOptions): Lock {
  try {
    mkdirSync(directory, { recursive: true });
    return takeLock(directory, at);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      'store/directory-unusable',
      `the data directory ${directory} cannot be used: ${String(error)}`,
      { cause: error },
    );
  }
}

/** The drivers are loaded only when used: neither is needed for the other. */
async function openEngine({ directory, database }: StoreOptions): Promise<Engine> {
  if (database !== undefined) return (await import('./engine-postgresql.ts')).openPostgresql(database);
  return (await import('./engine-pglite.ts')).openPglite(join(directory, 'store'));
}

function storeOver(engine: Engine, files: CaptureFiles): Store {
  const { db } = engine;
  const remembered = rememberWhileUnchanged(db);
  return {
    engine: engine.kind,
    capture: (requests) => capture(db, files, requests),
    captureBytes: (sha256) => files.read(sha256),
    capturesUnfinished: (options = {}) => unfinishedCaptures(db, options),
    finishedReports: (captures) => finishedReports(db, captures),
    finishCaptures: (sha256s) => finishCaptures(db, sha256s),
    record: (request) => record(db, request),
    inTurn: (who, work) => inTurn(db, who, work),
    incidents: (filter, sort, page) => listIncidents(db, filter, sort, page),
    countIncidents: (filter, limit = COUNT_LIMIT) =>
      remembered(`count ${limit} ${JSON.stringify(filter)}`, () => countIncidents(db, filter, limit)),
    incident: (id) => storedIncident(db, id),
    mapPoints: (filter, limit) => mapPoints(db, filter, limit),
    summary: (filter) => remembered(`summary ${JSON.stringify(filter)}`, () => summarize(db, filter)),
    tallies: (filter) => remembered(`tallies ${JSON.stringify(filter)}`, () => tallies(db, filter)),
    outcomesOf: (agreement, party) => outcomesOf(db, agreement, party),
    anyIllustrative: () => anyIllustrative(db),
    actorCounts: () => remembered('actors', () => actorCounts(db)),
    leftOut: (filter) => leftOut(db, filter),
    exposure: (filter) => remembered(`exposure ${JSON.stringify(filter)}`, () => exposure(db, filter)),
    reports: (filter, page) => listReports(db, filter, page),
    countReports: (filter, limit = COUNT_LIMIT) => countReports(db, filter, limit),
    reportRows: (ids) => reportRows(db, ids),
    report: (id) => storedReport(db, id),
    codings: (ids) => storedCodings(db, ids),
    statements: (filter, page) => listStatements(db, filter, page),
    statementsOf: (question) => statementsOfSpeakers(db, question),
    deedIncidents: (questions) => deedIncidents(db, questions),
    incidentRows: (ids) => incidentRows(db, ids),
    lastPublished: (asOf) => lastPublished(db, asOf),
    firstPublished: (since) => firstPublished(db, since),
    findings: (filter, page) => listFindings(db, filter, page),
    pastFindings: (incident) => pastFindings(db, incident),
    findingsFor: (incidents) => findingsFor(db, incidents),
    agreements: () => agreementCounts(db),
    refusals: (page) => listRefusals(db, page),
    decisions: () => allDecisions(db),
    keys: () => storedKeys(db),
    actSignatures: (decisions) => actSignatures(db, decisions),
    actProof: (decision) => actProof(db, decision),
    decisionPage: (page) => listDecisions(db, page),
    subjects: (about) => subjectsOf(db, about),
    doubtfulLinks: (below, page) => doubtfulLinks(db, below, page),
    lists: () => listSummaries(db),
    list: (id) => storedList(db, id),
    replacedIncidents: (of) => replacedIncidents(db, of),
    replacedStories: (decision) => replacedStories(db, decision),
    candidateIncidents: (questions) => candidateIncidents(db, questions),
    incidentsOf: (reports) => incidentsOf(db, reports),
    counts: () => storeCounts(db),
    ledgerRoot: () => ledgerRoot(db),
    entries: (page) => listEntries(db, page),
    verify: (options) => verifyStore(db, files, options),
    tidy: () => engine.script('vacuum analyze'),
    close: () => engine.close(),
  };
}

const record = (db: Db, request: RecordRequest): ReturnType<Store['record']> =>
  db.transaction().execute(async (transaction) => {
    await holdLedger(transaction);
    return recordChanges(transaction, request);
  });

function inTurn<T>(db: Db, who: Pick<RecordRequest, 'at' | 'by'>, work: (turn: Turn) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await holdLedger(transaction);
    return work({
      knownBefore: (of) => knownBefore(transaction, of),
      neighbourhood: (questions, reports) => neighbourhood(transaction, questions, reports),
      corroborations: (reports) => storedCorroborations(transaction, reports),
      codings: (ids) => storedCodings(transaction, ids),
      decisions: () => allDecisions(transaction),
      keys: () => storedKeys(transaction),
      findingsFor: (incidents) => findingsFor(transaction, incidents),
      reachableIncidents: (by, after, limit) => reachableIncidents(transaction, by, after, limit),
      subjects: (about) => subjectsOf(transaction, about),
      everything: () => everything(transaction),
      markedLanguages: () => markedLanguages(transaction),
      reportsWithMarks: (sought) => reportsWithMarks(transaction, sought),
      reportsWithPictures: (looks) => reportsWithPictures(transaction, looks),
      storyMembers: (reports) => storyMembers(transaction, reports),
      replacedStories: (decision) => replacedStories(transaction, decision),
      keepReplaced: (decision, what) => keepReplaced(transaction, decision, what),
      record: (changes) => recordChanges(transaction, { ...who, changes }),
    });
  });
}

/** The files first: bytes without a row are found again by their next capture, a row without bytes would be a lie. */
async function capture(db: Db, files: CaptureFiles, requests: readonly CaptureRequest[]): ReturnType<Store['capture']> {
  const asked = requests.map(
    ({ bytes, ...about }): Capture => ({ sha256: files.keep(bytes), length: bytes.length, ...about }),
  );
  const known = await findCaptures(
    db,
    asked.map(({ sha256 }) => sha256),
  );
  const fresh = new Map(asked.filter(({ sha256 }) => !known.has(sha256)).map((one) => [one.sha256, one]));
  const changes = [...fresh.values()].map((one) => ({ kind: 'captured' as const, capture: one }));
  const [first] = asked;
  if (first !== undefined && changes.length > 0) await record(db, { changes, at: first.receivedAt, by: PROGRAM.id });
  return asked.map((one) => {
    const stored = known.get(one.sha256);
    if (stored !== undefined) return { capture: stored, known: true };
    const captured = fresh.get(one.sha256) ?? one;
    // The same bytes twice in one request: the last one named them, the others find them.
    return { capture: captured, known: captured !== one };
  });
}

const REMEMBERED = 200;

/** Summaries and counts read every matching incident; while nothing is recorded, the same question has the same answer. */
function rememberWhileUnchanged(db: Db): <T>(question: string, ask: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, Promise<unknown>>();
  let size = -1;
  return async <T>(question: string, ask: () => Promise<T>): Promise<T> => {
    const now = (await ledgerRoot(db)).size;
    if (now !== size) answers.clear();
    size = now;
    // A question names the kind of its answer, so what is remembered under it is a T.
    const answer = (answers.get(question) as Promise<T> | undefined) ?? ask();
    answers.set(question, answer);
    answer.catch(() => answers.delete(question));
    for (const oldest of [...answers.keys()].slice(0, -REMEMBERED)) answers.delete(oldest);
    return answer;
  };
}
