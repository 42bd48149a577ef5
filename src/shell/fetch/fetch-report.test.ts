/** Guarded fetching against servers on this machine, opened by the test-only switch for loopback; no other network. */
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { isLoopback, isPublicAddress } from './address-guard.ts';
import { fetchReport } from './fetch-report.ts';
import { isFetchRefusal } from './guarded-request.ts';

const routes: Record<string, (response: http.ServerResponse) => void> = {
  '/robots.txt': (response) => response.end('User-agent: trucewatch\nDisallow: /private/\n'),
  '/page': (response) => response.setHeader('content-type', 'text/html').end('<p>Calm</p>'),
  '/packed': (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('Calm')),
  '/bomb': (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000))),
  '/large': (response) => response.end(Buffer.alloc(2_000_000, 'a')),
  '/slow': (response) => response.write('a'),
  '/cut': (response) => {
    response.setHeader('content-length', '100').write('a');
    response.destroy();
  },
  '/once': (response) => response.writeHead(302, { location: '/page' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/inward': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/to-file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-private': (response) => response.writeHead(302, { location: '/private/page' }).end(),
  '/private/page': (response) => response.end('secret'),
};

const agents: string[] = [];
const server = http.createServer((request, response) => {
  agents.push(request.headers['user-agent'] ?? '');
  const route = routes[request.url ?? ''];
  if (route) route(response);
  else response.writeHead(404).end();
});
let origin = '';

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, options = {}) =>
  fetchReport(`${origin}${path}`, {
    allowLoopbackForTests: true,
    maxBytes: 1_000_000,
    timeoutMilliseconds: 2000,
    ...options,
  });

async function codeOf(path: string, options = {}): Promise<string> {
  const result = await ask(path, options);
  return isFetchRefusal(result) ? result.code : 'fetched';
}

test('a page comes back with its bytes, type and address', async () => {
  const result = await ask('/page');
  assert.ok(!isFetchRefusal(result));
  assert.deepEqual(
    { ...result, bytes: new TextDecoder().decode(result.bytes) },
    { url: `${origin}/page`, hops: [`${origin}/page`], contentType: 'text/html', bytes: '<p>Calm</p>' },
  );
});

test('packed answers are unpacked', async () => {
  const result = await ask('/packed');
  assert.ok(!isFetchRefusal(result));
  assert.equal(new TextDecoder().decode(result.bytes), 'Calm');
});

test('the user agent names the project', async () => {
  await ask('/page');
  assert.ok(agents.every((agent) => agent.startsWith('trucewatch/')));
});

test('a redirect is followed and listed', async () => {
  const result = await ask('/once');
  assert.ok(!isFetchRefusal(result));
  assert.deepEqual(result.hops, [`${origin}/once`, `${origin}/page`]);
});

const refusals: [string, string][] = [
  ['/loop', 'fetch/too-many-redirects'],
  ['/inward', 'fetch/forbidden-address'],
  ['/to-file', 'fetch/not-http'],
  ['/private/page', 'fetch/robots'],
  ['/to-private', 'fetch/robots'],
  ['/large', 'fetch/too-large'],
  ['/bomb', 'fetch/too-large'],
  ['/missing', 'fetch/status'],
  ['/cut', 'fetch/network'],
];

for (const [path, code] of refusals) {
  test(`${path} is refused as ${code}`, async () => assert.equal(await codeOf(path), code));
}

test('a server that never finishes is refused in time', async () => {
  assert.equal(await codeOf('/slow', { timeoutMilliseconds: 300 }), 'fetch/too-slow');
});

test('without the test switch, every way to write an inner address is refused before anything is sent', async () => {
  const sent = agents.length;
  const port = origin.split(':').at(-1);
  const hosts = [
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0177.0.0.1',
    '0x7f.0.0.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '0.0.0.0',
    '[::]',
  ];
  for (const host of hosts) {
    const result = await fetchReport(`http://${host}:${port}/page`, { timeoutMilliseconds: 2000 });
    assert.equal(isFetchRefusal(result) && result.code, 'fetch/forbidden-address', host);
  }
  assert.equal(agents.length, sent);
});

test('schemes other than http and https, credentials and relative addresses are refused', async () => {
  const codes = [];
  for (const address of [
    'file:///etc/passwd',
    'ftp://example.org/x',
    'data:text/plain,x',
    'http://a:b@example.org/',
    '/page',
    '',
  ]) {
    const result = await fetchReport(address);
    codes.push(isFetchRefusal(result) ? result.code : 'fetched');
  }
  assert.deepEqual(codes, [
    'fetch/not-http',
    'fetch/not-http',
    'fetch/not-http',
    'fetch/credentials-in-url',
    'fetch/bad-url',
    'fetch/bad-url',
  ]);
});

const inner = [
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '127.0.0.1',
  '127.255.255.255',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '239.255.255.255',
  '255.255.255.255',
  '240.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '::1',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:10.0.0.1',
  '::ffff:169.254.169.254',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  '2001:db8::1',
  'not-an-address',
  '',
];

test('inner, reserved and translated addresses are not public', () => {
  assert.deepEqual(inner.filter(isPublicAddress), []);
});

test('ordinary addresses are public, and loopback is told in every form', () => {
  assert.deepEqual(
    ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'].filter(
      (address) => !isPublicAddress(address),
    ),
    [],
  );
  assert.deepEqual(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', '8.8.8.8'].map(isLoopback), [
    true,
    true,
    true,
    false,
    false,
  ]);
});
