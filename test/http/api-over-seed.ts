/** The HTTP interface over a seeded store in memory, asked without a socket. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { fixedClock } from '../../src/shell/clock.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import { type AppOverStore, appOver } from '../../src/shell/http/server.ts';
import type { Signer } from '../../src/shell/keys/signer.ts';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import { storeOn } from '../../src/shell/store/open-store.ts';
import { seedStore } from '../seed/seed-store.ts';

type App = AppOverStore['app'];

export interface ApiOverSeed {
  app: App;
  /** What the interface told the operator. */
  log: string[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export async function apiOverSeed({ signer = null }: { signer?: Signer | null } = {}): Promise<ApiOverSeed> {
  const knowledge = loadKnowledge(knowledgeDirectory());
  // Read before the store is opened: knowledge that does not load must not leave one open.
  void knowledge.agreements;
  const folder = mkdtempSync(join(tmpdir(), 'trucewatch-api-'));
  const store = await storeOn(await openPglite(null), folder, '2026-01-01T00:00:00.000Z');
  await seedStore(store);
  const log: string[] = [];
  const { app, close } = appOver({
    store,
    knowledge,
    clock: fixedClock('2026-01-02T00:00:00.000Z'),
    log: (line) => void log.push(line),
    signer,
  });
  return {
    app,
    log,
    get: async (path, headers = {}) => app.request(path, { headers: { host: 'localhost:4710', ...headers } }),
    close: async () => {
      await close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function jsonOf(answer: Response): Promise<unknown> {
  assert.match(answer.headers.get('content-type') ?? '', /json/);
  return answer.json();
}
