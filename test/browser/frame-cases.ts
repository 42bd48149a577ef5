/** What holds of every page: its title and heading, its direction, its place in a narrow or a low window. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, visit } from './stage.ts';

const PAGES: readonly (readonly [path: string, title: string])[] = [
  ['/incidents/saraqib-market', 'Shelling, Saraqib'],
  ['/agreements/syria-2016/clauses/G2', 'the government side does not attack groups that accepted'],
  ['/nowhere', 'There is no such page'],
];

test('a page is called by its one first heading, in the tab too, and the situation fits its window', () =>
  visit('/', { width: 1400, height: 900 }, async ({ page }) => {
    await page.locator('.incident-card').first().waitFor();
    assert.equal(await page.title(), 'Situation · Trucewatch');
    assert.equal(
      await page.evaluate('document.documentElement.scrollHeight - innerHeight'),
      0,
      'nothing lies below it',
    );
    for (const [path, title] of PAGES) {
      await page.goto(address() + path);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.waitForFunction(`document.title === ${JSON.stringify(`${title} · Trucewatch`)}`);
      assert.equal(await page.locator('h1').count(), 1, path);
    }
  }));

test('what is not stored has a heading and the margin of a page', () =>
  visit('/parties/none', {}, async ({ page }) => {
    await page.getByRole('heading', { level: 1, name: 'Nothing is stored here' }).waitFor();
    const box = await page.getByRole('alert').boundingBox();
    assert.ok(box !== null && box.x > 0);
  }));

test('in a narrow Arabic page all pages are in reach, quoted English keeps its side, names their direction', () =>
  visit('/incidents/saraqib-market', { language: 'ar', width: 390, height: 844 }, async ({ page }) => {
    const quote = page.locator('a.quote').first();
    await quote.waitFor();
    for (const link of await page.getByRole('navigation').getByRole('link').all()) {
      const box = await link.boundingBox();
      assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 390, 'no link lies beside the window');
    }
    await page.waitForFunction("getComputedStyle(document.querySelector('a.quote')).direction === 'ltr'");
    await page.waitForFunction("getComputedStyle(document.querySelector('a.quote')).display === 'block'");
    const name = await page.locator('.value-row', { hasText: 'من أو ما أصيب' }).locator('dd').first().textContent();
    assert.match(name ?? '', /^\u2068[^\u2069]+\u2069/u);
  }));

test('an agreement tells where and when it holds, each with its source, and marks what was not checked', () =>
  visit('/agreements/lebanon-2024', {}, async ({ page }) => {
    const zone = page.getByRole('listitem').filter({ hasText: 'the area south of the Litani' });
    await zone.getByText('Not checked against a source').waitFor();
    await zone.getByText(/own sketch between the Litani and the Blue Line/).waitFor();
    await page.getByText('the ceasefire, from 27 November 2024, 04:00').waitFor();
    await page.goto(`${address()}/reports?q=zzzz`);
    await page.getByText('No stored report has all these words.').waitFor();
  }));

test('in Arabic a day is typed in either digits, shown in those of the page, and what is no day asks for nothing', () =>
  visit('/', { language: 'ar' }, async ({ page }) => {
    const from = page.locator('.filters input.day').first();
    await from.fill('٢٠١٦-٠٥-٠٤');
    await page.waitForURL(/from=2016-05-04/);
    await from.fill('2016-05-0');
    assert.equal(await from.getAttribute('aria-invalid'), 'true');
    await from.blur();
    assert.equal(await from.inputValue(), '٢٠١٦-٠٥-٠٤');
    await from.fill('');
    await page.waitForURL((url) => !url.search.includes('from='));
    const ticks = await page.locator('.timeline svg').first().locator('text').allInnerTexts();
    assert.ok(ticks.length > 0 && ticks.every((tick) => !/[0-9]/.test(tick)), ticks.join());
  }));
