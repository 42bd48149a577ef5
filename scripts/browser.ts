/**
 * Finds Chromium for the browser tests or brings it: the system's, else from Debian's packages as root, else Playwright's
 * own. Where none can be had it says so and fails: the tests are never skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Software drawing, so that the map works without a graphics card, and nothing that calls out. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--mute-audio',
];

/** Path of a Chromium that starts; brings one when there is none. Throws with what was tried and what to do. */
export function chromiumPath(): string {
  const chosen = process.env.CHROMIUM;
  const found = [...(chosen === undefined ? [] : [chosen]), ...PLACES, playwrightPath()].find((path) =>
    existsSync(path),
  );
  return found ?? bring();
}

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), headless: true, args: FLAGS });

function playwrightPath(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}

function bring(): string {
  const tried: string[] = [];
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update', '-q'], tried);
    if (
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], tried) &&
      existsSync('/usr/bin/chromium')
    )
      return '/usr/bin/chromium';
  }
  const playwright = join(import.meta.dirname, '..', 'node_modules', 'playwright-core', 'cli.js');
  if (run(process.execPath, [playwright, 'install', '--with-deps', 'chromium'], tried) && existsSync(playwrightPath()))
    return playwrightPath();
  throw new Error(
    `The browser tests need Chromium and none could be brought (tried: ${tried.join('; ')}). Install it, for example with "apt-get install chromium", or name one with CHROMIUM=/path/to/chromium.`,
  );
}

function run(command: string, args: string[], tried: string[]): boolean {
  process.stderr.write(`bringing Chromium: ${command} ${args.join(' ')}\n`);
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 240_000,
  });
  tried.push(`${command} ${args.at(-1) ?? ''}: ${error?.message ?? `exit ${status}`}`);
  return status === 0;
}

if (import.meta.main) process.stdout.write(`${chromiumPath()}\n`);
