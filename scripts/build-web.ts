/** Builds the web page when any of its sources is newer than the last build. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['web/src/**/*', 'web/public/**/*', 'web/*.{html,ts,json}', 'package-lock.json'];
const BUILT = join(ROOT, 'web', 'dist', 'index.html');

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

export const isWebStale = (): boolean =>
  !existsSync(BUILT) || globSync(SOURCES, { cwd: ROOT }).some((path) => changedAt(join(ROOT, path)) > changedAt(BUILT));

/** Throws with Vite's own words when the page does not build. */
export function buildWeb(): void {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(ROOT, 'web'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the web page does not build:\n${stdout}${stderr}`);
}
