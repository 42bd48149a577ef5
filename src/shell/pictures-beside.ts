/**
 * Pictures that rows of JSON name by path: read from the folder of the file that holds the rows, never from outside of it, and kept as
 * what they look like. The path may come from a stranger, so that what it leads to is checked before it is opened.
 */
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { PICTURE_BYTES_AT_MOST } from '../journey/1-ingest/pictures.ts';
import type { PictureBeside } from '../model/picture.ts';
import { lookAtPicture } from './look-at-picture.ts';

/** More pictures than this of one file are not looked at. */
const PICTURES_AT_MOST = 20_000;
const LONGEST_PATH = 1000;
const ROWS_OF_JSON = new Set(['.json', '.jsonl', '.ndjson']);

/** Those of the file `path` whose bytes are given; none for a file that holds no rows. */
export async function picturesBeside(path: string, bytes: Uint8Array): Promise<PictureBeside[]> {
  if (!ROWS_OF_JSON.has(extname(path).toLowerCase())) return [];
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!text.includes('"images"')) return [];
  const paths = new Set<string>();
  for (const row of rowsIn(text.toString('utf8'))) for (const named of pathsOf(row)) paths.add(named);
  return readPictures(path, paths);
}

/** Those that one row of the file `path` names. */
export const picturesBesideRow = (path: string, row: unknown): Promise<PictureBeside[]> =>
  readPictures(path, new Set(pathsOf(row)));

/** Values of a JSON file, or of each line of one; what does not parse names no picture, and the reader says what is wrong. */
function rowsIn(text: string): unknown[] {
  const whole = parsed(text);
  return whole === undefined ? text.split('\n').map(parsed) : [whole];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Paths under "images" of a row, of rows in an array, or of rows in an array that a field holds. */
function pathsOf(value: unknown, depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > 2) return [];
  if (Array.isArray(value)) return value.flatMap((row) => pathsOf(row, depth + 1));
  const images: unknown = 'images' in value ? value.images : null;
  if (!Array.isArray(images))
    return Object.values(value).flatMap((inner) => (Array.isArray(inner) ? pathsOf(inner, depth + 1) : []));
  return images.flatMap((image: unknown): string[] => {
    const path: unknown = typeof image === 'object' && image !== null && 'path' in image ? image.path : image;
    return typeof path === 'string' && path.length <= LONGEST_PATH ? [path] : [];
  });
}

async function readPictures(file: string, paths: ReadonlySet<string>): Promise<PictureBeside[]> {
  const pictures: PictureBeside[] = [];
  if (paths.size === 0) return pictures;
  const folder = await realpath(dirname(resolve(file)));
  for (const path of [...paths].sort().slice(0, PICTURES_AT_MOST)) {
    const bytes = await bytesWithin(folder, path);
    if (bytes === null) continue;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    pictures.push({ path, sha256, look: await lookAtPicture(bytes) });
  }
  return pictures;
}

/** Null when the path leads out of the folder, by itself or over a link, to no plain file, or to too large a one. */
async function bytesWithin(folder: string, path: string): Promise<Uint8Array | null> {
  if (path === '' || path.includes('\0') || isAbsolute(path)) return null;
  try {
    const real = await realpath(resolve(folder, path));
    const inside = relative(folder, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
    const { size } = await stat(real);
    return size > PICTURE_BYTES_AT_MOST ? null : await readFile(real);
  } catch {
    // No such file, or a folder: the reader notes that the picture was not read.
    return null;
  }
}
