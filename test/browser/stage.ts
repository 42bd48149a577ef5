/** What every browser test stands on: the real server over a seeded store, and a real Chromium. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/browser.ts';
import { buildWeb, isWebStale } from '../../scripts/build-web.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { fixedClock } from '../../src/shell/clock.ts';
import { knowledgeDirectory, PROGRAM } from '../../src/shell/config.ts';
import { type RunningServer, startServer } from '../../src/shell/http/server.ts';
import { registerKey } from '../../src/shell/jobs/keys.ts';
import { newPrivateKey } from '../../src/shell/keys/ed25519.ts';
import { keyRequest, signerOf } from '../../src/shell/keys/signer.ts';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import { storeOn } from '../../src/shell/store/open-store.ts';
import type { Store } from '../../src/shell/store/store.ts';
import { seedStore } from '../seed/seed-store.ts';

interface Stage {
  browser: Browser;
  store: Store;
  server: RunningServer;
}

export interface Visit {
  page: Page;
  /** Everything the page asked for that is not on this server. */
  foreign: string[];
  /** What the page complained of. */
  complaints: string[];
}

export interface Setting {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  language?: 'en' | 'ar';
  system?: 'light' | 'dark';
}

let stage: Stage | null = null;
/** What was started, to be ended in reverse even when the rest could not start: a browser left open would keep the run alive. */
const ends: (() => unknown)[] = [];

before(async () => {
  if (isWebStale()) buildWeb();
  const folder = mkdtempSync(join(tmpdir(), 'trucewatch-browser-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  const store = await storeOn(await openPglite(null), folder, '2026-01-01T00:00:00.000Z');
  ends.push(() => store.close());
  await seedStore(store);
  // The program holds the key of Huda, as on a computer where she works alone.
  const key = newPrivateKey();
  await registerKey(store, keyRequest(key, 'Huda'), '2026-01-01T00:00:00.000Z');
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const server = await startServer({
    store,
    knowledge: loadKnowledge(knowledgeDirectory()),
    clock: fixedClock('2026-01-02T00:00:00.000Z'),
    port: 0,
    log,
    signer: signerOf(key),
  });
  ends.push(() => server.close());
  const browser = await launchChromium();
  ends.push(() => browser.close());
  stage = { browser, server, store };
});

after(async () => {
  for (const end of ends.reverse()) await end();
});

/** As a corrected pack would: no clause concerns the incident any more. */
export async function replaceFindings(incident: string): Promise<void> {
  assert.ok(stage, 'the stage is set before the first test');
  const at = '2026-01-03T00:00:00.000Z';
  await stage.store.record({ changes: [{ kind: 'assessed', incident, findings: [] }], at, by: PROGRAM.id });
}

export function address(): string {
  assert.ok(stage, 'the stage is set before the first test');
  return stage.server.address;
}

/** Opens one page, hands it to `look`, and then holds that it asked no other host and complained of nothing. */
export async function visit(path: string, setting: Setting, look: (visit: Visit) => Promise<void>): Promise<void> {
  assert.ok(stage, 'the stage is set before the first test');
  const options: BrowserContextOptions = {
    viewport: { width: setting.width ?? 1280, height: setting.height ?? 800 },
    reducedMotion: 'reduce',
    colorScheme: setting.system ?? 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
  };
  const context = await stage.browser.newContext(options);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.addInitScript(
      ([theme, language]) => {
        if (theme) localStorage.setItem('trucewatch.theme', theme);
        if (language) localStorage.setItem('trucewatch.language', language);
      },
      [setting.theme, setting.language] as const,
    );
    const told: Visit = { page, foreign: [], complaints: [] };
    listen(told, stage.server.address);
    await page.goto(stage.server.address + path);
    await look(told);
    assert.deepEqual(told.foreign, [], 'the page asked another host');
    assert.deepEqual(told.complaints, [], 'the page complained');
  } finally {
    await context.close();
  }
}

function listen({ page, foreign, complaints }: Visit, own: string): void {
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Software drawing tells of its own slowness; what is asked for on purpose and not there, or refused, is no complaint.
    if (message.type() !== 'error' || /GPU stall|404|409/.test(message.text())) return;
    complaints.push(message.text());
  });
}

/** Waits until so many stand on the page, `least` to `most`. */
export async function counted(items: Locator, least: number, most = least): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const now = await items.count();
    if (now >= least && now <= most) return;
    assert.ok(Date.now() < until, `expected ${least} to ${most} of ${items}, found ${now}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
