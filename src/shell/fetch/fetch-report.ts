/** Fetches a page, feed or document for ingest: guarded hop by hop, bounded in size and time, and only where robots.txt allows. */
import robotsModule from 'robots-parser';
import {
  type Answer,
  type Bounds,
  checkedUrl,
  type FetchRefusal,
  isFetchRefusal,
  refuseFetch,
  requestOnce,
} from './guarded-request.ts';

export interface Fetched {
  /** Where the bytes were found, after redirects. */
  readonly url: string;
  /** Every address asked, in order, without robots.txt. */
  readonly hops: readonly string[];
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

export interface FetchOptions {
  readonly maxBytes?: number;
  readonly timeoutMilliseconds?: number;
  /** For tests against servers on this machine only. */
  readonly allowLoopbackForTests?: boolean;
}

/** The package's types describe a default export that its CommonJS module does not have; the module is the function itself. */
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

const maxRedirects = 5;
const defaultMaxBytes = 20 * 1024 * 1024;
const defaultTimeoutMilliseconds = 20_000;

/** RFC 9309, section 2.5: at least 500 kB of robots.txt must be read. */
const maxRobotsBytes = 512 * 1024;

/** Fetches an http or https address. Every failure is a refusal with a code; nothing is thrown. */
export async function fetchReport(address: string, options: FetchOptions = {}): Promise<Fetched | FetchRefusal> {
  const bounds: Bounds = {
    maxBytes: options.maxBytes ?? defaultMaxBytes,
    signal: AbortSignal.timeout(options.timeoutMilliseconds ?? defaultTimeoutMilliseconds),
    allowLoopback: options.allowLoopbackForTests ?? false,
  };
  const asked = await follow(address, bounds, true);
  if (isFetchRefusal(asked)) return asked;
  const { answer, hops } = asked;
  const url = hops.at(-1) ?? address;
  if (answer.status !== 200)
    return refuseFetch('fetch/status', url.slice(0, 200), `Expected status 200, found ${answer.status}.`);
  return { url, hops, contentType: answer.contentType, bytes: answer.bytes };
}

/** Follows redirects, checking every hop; with `withRobots`, asks each origin's robots.txt first. */
async function follow(
  address: string,
  bounds: Bounds,
  withRobots: boolean,
): Promise<{ answer: Answer; hops: string[] } | FetchRefusal> {
  const hops: string[] = [];
  let next = address;
  while (hops.length <= maxRedirects) {
    const url = checkedUrl(next, bounds);
    if (isFetchRefusal(url)) return url;
    const refused = withRobots ? await refusedByRobots(url, bounds) : null;
    if (refused) return refused;
    const answer = await requestOnce(url, bounds);
    if (isFetchRefusal(answer)) return answer;
    hops.push(url.href);
    if (answer.location === null || answer.status < 300 || answer.status > 399) return { answer, hops };
    next = URL.parse(answer.location, url.href)?.href ?? answer.location;
  }
  return refuseFetch(
    'fetch/too-many-redirects',
    address.slice(0, 200),
    `Expected at most ${maxRedirects} redirects, found more.`,
  );
}

/** RFC 9309, section 2.3.1: no robots.txt (4xx) allows all, a server that fails (5xx, no answer) allows nothing. */
async function refusedByRobots(url: URL, bounds: Bounds): Promise<FetchRefusal | null> {
  const address = new URL('/robots.txt', url).href;
  const asked = await follow(address, { ...bounds, maxBytes: maxRobotsBytes }, false);
  if (isFetchRefusal(asked)) return asked.code === 'fetch/too-large' ? null : asked;
  const { status, bytes } = asked.answer;
  const where = url.href.slice(0, 200);
  if (status >= 400 && status < 500) return null;
  if (status !== 200)
    return refuseFetch(
      'fetch/robots',
      where,
      `The server's robots.txt failed with status ${status}, which allows nothing. Try again later.`,
    );
  const rules = robotsParser(address, new TextDecoder().decode(bytes));
  if (rules.isAllowed(url.href, 'trucewatch') ?? true) return null;
  return refuseFetch(
    'fetch/robots',
    where,
    "The server's robots.txt does not allow this page. Ask the outlet, or save the page and ingest the file.",
  );
}
