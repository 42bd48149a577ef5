/** The built web page: every file is known at start, so that no path of a request ever reaches the disk. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.png': 'image/png',
};
/** Asked for by browsers and crawlers; what else has a dot is an id in the address of a page ("/parties/ru.gov"). */
const OTHER_FILES = new Set(['.ico', '.txt', '.xml', '.map', '.php', '.env']);
const isFileName = (path: string): boolean => Object.hasOwn(TYPES, extname(path)) || OTHER_FILES.has(extname(path));

/** Vite names assets by their content, so they never change. */
const FOREVER = 'public, max-age=31536000, immutable';

function filesBelow(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return new Map(
    names
      .filter((path) => statSync(path).isFile())
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]),
  );
}

/** Serves `folder`; any other path that is not the API's is a page of the web application. */
export function webFiles(folder: string): MiddlewareHandler {
  const files = filesBelow(folder);
  const page = files.get('/index.html');
  return async (c, next) => {
    if (c.req.path.startsWith('/api/') || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next();
    const asset = files.get(c.req.path);
    const path = asset ?? (isFileName(c.req.path) ? undefined : page);
    if (path === undefined) return next();
    const cache = c.req.path.startsWith('/assets/') ? FOREVER : 'no-cache';
    return c.body(new Uint8Array(readFileSync(path)), 200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': cache,
    });
  };
}
