/** Starts the HTTP interface on this computer: what it is built from is put together here, and ended here. */
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { nearMisses } from '../../journey/4-corroborate/near-misses.ts';
import { sideActors } from '../../journey/5-assess/analytics/parity.ts';
import { partyKin } from '../../journey/5-assess/statements/party-kin.ts';
import { whatIf, whatIfElsewhere } from '../../journey/5-assess/what-if.ts';
import { askedPlaces } from '../../knowledge/asked-place.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Clock } from '../clock.ts';
import { PROGRAM, PROJECT_ROOT } from '../config.ts';
import { alignStored } from '../jobs/align-stored.ts';
import { draftReview, review } from '../jobs/review.ts';
import { stagesOf } from '../jobs/stages.ts';
import type { Signer } from '../keys/signer.ts';
import type { Store } from '../store/store.ts';
import { appOf } from './app.ts';
import { liveCoder } from './live-coder.ts';
import { mapOutlines } from './map-outlines.ts';
import { defined } from './routes/answers.ts';

export const DEFAULT_PORT = 4710;
/** Only this computer is served: there are no accounts yet. */
const HOST = '127.0.0.1';

export interface ServerOptions {
  store: Store;
  knowledge: Knowledge;
  clock: Clock;
  /** 0 takes any free port. */
  port: number;
  log: (line: string) => void;
  /** The key of the person at this computer: what is decided in its name is signed with it. */
  signer?: Signer | null;
}

export interface RunningServer {
  /** `http://127.0.0.1:4710`. */
  address: string;
  /** Resolves when open requests have ended. */
  close: () => Promise<void>;
}

/** Why a server did not start, for the operator. */
export class ServerError extends Error {
  readonly code: 'serve/port-in-use' | 'serve/port-not-allowed';

  constructor(code: ServerError['code'], message: string) {
    super(message);
    this.name = 'ServerError';
    this.code = code;
  }
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { app, close } = appOver(options);
  const server = serve({ fetch: app.fetch, hostname: HOST, port: options.port, autoCleanupIncoming: true });
  await listening(server, options.port);
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  const end = async (): Promise<void> => {
    await Promise.all([closed(server), close()]);
  };
  return { address: `http://${HOST}:${port}`, close: end };
}

export interface AppOverStore {
  app: ReturnType<typeof appOf>;
  /** Ends what was started for it; the store stays open. */
  close: () => Promise<void>;
}

/** The interface over a store, without a socket. */
export function appOver({ store, knowledge, clock, log, signer = null }: Omit<ServerOptions, 'port'>): AppOverStore {
  const stages = stagesOf(knowledge);
  const coder = liveCoder(knowledge.directory);
  const app = appOf({
    store,
    log,
    review: (command, given) =>
      review(store, stages, command, { at: clock.now(), ...defined({ given, signer: signer ?? undefined }) }),
    draft: (command) => draftReview(store, stages, command, clock.now()),
    heldKey: signer?.fingerprint ?? null,
    align: (list) => alignStored(store, list, knowledge.corroboration.listAgreed),
    doubtfulLink: knowledge.corroboration.doubtfulLink,
    nearMisses: (incident, others, coded) => nearMisses(incident, others, coded, knowledge.corroboration.nearMiss),
    webFolder: join(PROJECT_ROOT, 'web', 'dist'),
    clock,
    implementationThresholds: knowledge.assessment.implementation,
    sideActors: (agreement) => sideActors(agreement, knowledge.actors),
    whatIf: (incident, coded, agreement) => whatIf(incident, coded, agreement, knowledge.actors, knowledge.assessment),
    whatIfElsewhere: (place, incident, coded, agreement) =>
      whatIfElsewhere(place, incident, coded, agreement, knowledge.actors, knowledge.assessment),
    askedPlaces: (text, country) => askedPlaces(text, country, knowledge),
    agreements: [...knowledge.agreements.values()],
    ledgerRules: {
      duties: knowledge.statementDuties,
      kin: partyKin(knowledge.actors),
      radiusKm: knowledge.assessment.radiusKm,
    },
    actors: knowledge.actors,
    actorName: (id) => knowledge.actors.actors.get(id)?.name ?? id,
    outline: mapOutlines(join(knowledge.directory, 'gazetteer', 'world', 'provinces.geojson')),
    version: { program: PROGRAM.version, knowledge: knowledge.version },
    code: coder.code,
  });
  return { app, close: coder.close };
}

function listening(server: ServerType, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new ServerError(
            'serve/port-in-use',
            `port ${port} is in use: end the program that holds it, or choose another with --port`,
          ),
        );
      else if (error.code === 'EACCES')
        reject(
          new ServerError(
            'serve/port-not-allowed',
            `port ${port} may not be used by this account: choose one above 1023 with --port`,
          ),
        );
      else reject(error);
    });
  });
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open for a next request that will not come.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 1000).unref();
  });
}
