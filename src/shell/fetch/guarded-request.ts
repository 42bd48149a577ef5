/**
 * One HTTP request without redirects, to an address that was checked at the moment of connecting: the name is resolved once,
 * every answer is checked, and the connection goes to the checked answer, so that a second look-up cannot differ.
 */
import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Refusal } from '../../model/report.ts';
import { isAddressLiteral, isLoopback, isPublicAddress } from './address-guard.ts';

export type FetchCode =
  | 'fetch/bad-url'
  | 'fetch/not-http'
  | 'fetch/credentials-in-url'
  | 'fetch/forbidden-address'
  | 'fetch/unresolved'
  | 'fetch/too-many-redirects'
  | 'fetch/too-large'
  | 'fetch/too-slow'
  | 'fetch/status'
  | 'fetch/robots'
  | 'fetch/network';

export type FetchRefusal = Refusal<FetchCode>;

export interface Bounds {
  readonly maxBytes: number;
  /** For the whole fetch, redirects and robots.txt included. */
  readonly signal: AbortSignal;
  /** Tests run servers on this machine; nothing else may set this, and it opens loopback only. */
  readonly allowLoopback: boolean;
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

export const userAgent = 'trucewatch/0.1 (ceasefire monitoring; reads robots.txt as "trucewatch")';

export const refuseFetch = (code: FetchCode, where: string, message: string): FetchRefusal => ({
  kind: 'refused',
  code,
  where,
  message,
});

export const isFetchRefusal = <T extends object>(value: T | FetchRefusal): value is FetchRefusal =>
  'kind' in value && value.kind === 'refused';

/** The URL when it may be asked for, a refusal otherwise. Names are checked again when they are resolved. */
export function checkedUrl(text: string, bounds: Pick<Bounds, 'allowLoopback'>): URL | FetchRefusal {
  const url = URL.parse(text);
  const where = text.slice(0, 200);
  if (url === null)
    return refuseFetch('fetch/bad-url', where, 'Expected an absolute address such as https://example.org/page.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refuseFetch('fetch/not-http', where, `Expected http or https, found ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '')
    return refuseFetch('fetch/credentials-in-url', where, 'Expected an address without name and password.');
  if (isAddressLiteral(url.hostname) && !isAllowed(url.hostname, bounds)) return forbidden(where, url.hostname);
  return url;
}

const isAllowed = (address: string, bounds: Pick<Bounds, 'allowLoopback'>): boolean =>
  isPublicAddress(address) || (bounds.allowLoopback && isLoopback(address));

const forbidden = (where: string, address: string): FetchRefusal =>
  refuseFetch(
    'fetch/forbidden-address',
    where,
    `Expected a public address, found ${address}. Save the page and ingest the file instead.`,
  );

/** Asks once; redirects come back as an answer with `location`. Never throws. */
export function requestOnce(url: URL, bounds: Bounds): Promise<Answer | FetchRefusal> {
  const where = url.href.slice(0, 200);
  return new Promise((resolve) => {
    const client = url.protocol === 'https:' ? https : http;
    const headers = {
      'user-agent': userAgent,
      accept: 'text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.8',
      'accept-encoding': 'gzip, br',
    };
    const request = client.request(url, {
      headers,
      agent: false,
      lookup: checkedLookup(bounds),
      signal: bounds.signal,
      maxHeaderSize: 65_536,
    });
    request.on('error', (error) => resolve(failure(error, where, bounds.signal)));
    request.on('response', (response) => readAnswer(response, where, bounds).then(resolve));
    request.end();
  });
}

/** The resolver that connections use: any answer that may not be reached refuses them all. */
function checkedLookup(bounds: Bounds): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { all: true, family: options.family ?? 0 }, (error, addresses) => {
      const bad = addresses?.find(({ address }) => !isAllowed(address, bounds));
      const [first] = addresses ?? [];
      if (error) callback(error, '', 4);
      else if (bad || !first)
        callback(Object.assign(new Error(bad?.address ?? 'no address'), { code: 'FORBIDDEN_ADDRESS' }), '', 4);
      else if (options.all) callback(null, [first]);
      else callback(null, first.address, first.family);
    });
  };
}

function failure(error: Error & { code?: string }, where: string, signal: AbortSignal): FetchRefusal {
  if (signal.aborted)
    return refuseFetch('fetch/too-slow', where, 'The server did not answer in time. Try again later.');
  if (error.code === 'FORBIDDEN_ADDRESS') return forbidden(where, error.message);
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return refuseFetch('fetch/unresolved', where, 'The name of the server has no address.');
  return refuseFetch('fetch/network', where, `The connection failed (${error.code ?? 'unknown reason'}).`);
}

async function readAnswer(
  response: http.IncomingMessage,
  where: string,
  bounds: Bounds,
): Promise<Answer | FetchRefusal> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      const bytes: unknown = chunk;
      if (!(bytes instanceof Uint8Array)) continue;
      length += bytes.length;
      if (length > bounds.maxBytes) {
        response.destroy();
        return tooLarge(where, bounds);
      }
      chunks.push(bytes);
    }
  } catch (error) {
    return failure(error instanceof Error ? error : new Error('unknown'), where, bounds.signal);
  }
  const bytes = unpack(Buffer.concat(chunks), response.headers['content-encoding'] ?? 'identity', bounds.maxBytes);
  if (bytes === null) return tooLarge(where, bounds);
  return {
    status: response.statusCode ?? 0,
    location: response.headers.location ?? null,
    contentType: response.headers['content-type'] ?? null,
    bytes,
  };
}

const tooLarge = (where: string, bounds: Bounds): FetchRefusal =>
  refuseFetch(
    'fetch/too-large',
    where,
    `Expected at most ${bounds.maxBytes} bytes, found more, or data that do not unpack.`,
  );

/** Null when the packed bytes are damaged or unpack to more than `maxBytes`. */
function unpack(bytes: Buffer, encoding: string, maxBytes: number): Uint8Array | null {
  const options = { maxOutputLength: maxBytes };
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes, options);
    if (encoding === 'br') return brotliDecompressSync(bytes, options);
    if (encoding === 'deflate') return inflateSync(bytes, options);
    return bytes;
  } catch {
    return null;
  }
}
