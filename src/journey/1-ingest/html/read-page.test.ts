/** One page of our own with everything around the article that pages of the press carry. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testTools } from '../test-tools.ts';
import { readPage } from './read-page.ts';

const paragraph = (topic: string): string =>
  `<p>Residents of the valley said on Sunday that ${topic} had stayed open through the night, and that both sides had kept to the regime of calm, which was agreed in the town hall on Friday.</p>`;

const page = `<!doctype html><html lang="en-GB"><head>
<title>Regime of calm holds in the valley | Orontes Wire</title>
<meta property="og:site_name" content="Orontes Wire"><meta name="author" content="By N. Haddad">
<meta property="og:description" content="Both sides kept to what they had agreed, residents said.">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Regime of calm holds in the valley","datePublished":"2016-03-06T08:00:00Z"}</script>
<script>var tracking = "shells fell on the tracker";</script></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav>
<div class="cookie-banner">We use cookies to make this site work.</div>
<article><h1>Regime of calm holds in the valley</h1>
<h2 class="standfirst">Both sides kept to what they had agreed, residents said.</h2>
<div class="byline">By N. Haddad</div><p>6 March 2016, 10:00</p>
<div class="share-bar"><a href="#">Share</a><a href="#">Tweet</a></div>
<figure><img src="a.jpg"><figcaption>A road in the valley. Photo: N. Haddad</figcaption></figure>
${paragraph('the road to the mill')}
<div><img src="b.jpg"><span>The mill seen from the hill</span></div>
${paragraph('the bridge')}
<p><a href="/other">Shells hit a market in another province</a></p>
<h2>What was agreed</h2>
<ul><li>No fire from either side until Friday evening.</li><li>A convoy every second day.</li></ul>
${paragraph('the school')}
<blockquote class="social-embed"><p>Quiet here tonight, thank God. <a href="https://example.org">example.org</a></p></blockquote>
${paragraph('the clinic')}
<h3>You may also like</h3><p>Forty killed in raid elsewhere, officials said on the telephone.</p></article>
<div id="comments"><p>First comment: I do not believe a word of this.</p></div>
<footer>© 2016 Orontes Wire. All rights reserved.</footer></body></html>`;

const draft = readPage(page, 'https://example.org/calm', testTools.furniture);

test('the article is read without what stands around it', () => {
  const prose = (topic: string) => paragraph(topic).slice(3, -4);
  assert.deepEqual(draft.text.split('\n\n'), [
    prose('the road to the mill'),
    prose('the bridge'),
    'What was agreed',
    'No fire from either side until Friday evening.',
    'A convoy every second day.',
    prose('the school'),
    'Quiet here tonight, thank God. example.org',
    prose('the clinic'),
  ]);
});

test('the metadata are read out of the head', () => {
  const { text: _, ...rest } = draft;
  assert.deepEqual(rest, {
    title: 'Regime of calm holds in the valley',
    published: '2016-03-06T08:00:00Z',
    byline: 'N. Haddad',
    source: 'Orontes Wire',
    url: 'https://example.org/calm',
    language: 'en-GB',
    id: null,
    publishedIsGiven: false,
    languageIsGiven: false,
    notes: [],
    pictures: [],
  });
});

test('a page that a script draws is read from its stated text', () => {
  const body = 'Both sides kept quiet in the valley on Sunday. '.repeat(8).trim();
  const html = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${body}"}</script></head><body><div id="app">Loading</div></body></html>`;
  assert.equal(readPage(html, null, testTools.furniture).text, body);
});

test('a page without an article gives its words', () => {
  assert.equal(
    readPage('<html><body><div>Calm in the valley.</div></body></html>', null, testTools.furniture).text,
    'Calm in the valley.',
  );
});

test('a short fragment is read whole', () => {
  assert.equal(
    readPage('<p>Two shells fell.</p><p>Nobody was hurt.</p>', null, testTools.furniture).text,
    'Two shells fell.\n\nNobody was hurt.',
  );
});

test('broken JSON-LD does not keep a page from being read', () => {
  const html =
    '<html><head><script type="application/ld+json">{"@type":</script></head><body><p>Both sides kept quiet.</p></body></html>';
  assert.equal(readPage(html, null, testTools.furniture).text, 'Both sides kept quiet.');
});

test('a page without metadata is dated by the first box that is named for a date', () => {
  const html =
    '<html><body><div class="post-date">Posted on 6 March 2016, 10:00</div><p>Both sides kept quiet.</p><div class="related-date">1 May 2015</div></body></html>';
  assert.equal(readPage(html, null, testTools.furniture).published, 'Posted on 6 March 2016, 10:00');
});
