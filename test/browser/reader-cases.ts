/** For every reader: keyboard alone, a narrow screen, dark and light, right to left, print, and what axe finds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { SEED_REPORTS } from '../seed/seed-reports.ts';
import { counted, type Setting, visit } from './stage.ts';

const VIEWS = [
  '/?incident=saraqib-market',
  '/incidents/saraqib-market',
  '/review',
  '/lists',
  '/lists/seed-list',
  '/reports',
  `/reports/${SEED_REPORTS[2]?.coding.id}`,
  '/statements',
  '/statements?show=all',
  `/statements/${SEED_REPORTS.find(({ coding }) => coding.statements.length > 0)?.coding.id}%23s1`,
  '/parties',
  '/parties/sy.opposition',
  '/incidents?agreement=syria-2016&counted=yes',
  '/findings?agreement=syria-2016',
  '/analytics?agreement=syria-2016',
  '/agreements/syria-2016/clauses/G2',
  '/agreements',
  '/agreements/syria-2016',
  '/try',
  '/none',
];

/** One page of each kind, for what differs in colours or direction alone. */
const KINDS = VIEWS.filter((path) =>
  /^\/(\?|incidents|review|lists\/|reports\/|statements\/|parties\/|analytics|agreements\/|try)/.test(path),
);

/** Its heading stands and nothing is being loaded any more. */
const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await counted(page.locator('.skeleton'), 0);
};

test('the keyboard alone walks from the situation to the words of a report and back', () =>
  visit('/', {}, async ({ page }) => {
    await page.locator('.card-title').first().waitFor();
    const press = (keys: string): Promise<void> => page.keyboard.press(keys);
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement?.textContent ?? null');
    await press('j');
    await press('j');
    assert.equal(await focused(), 'Shelling, Saraqib');
    await press('k');
    assert.equal(await focused(), 'Air strike, Aleppo');
    await press('j');
    await press('Enter');
    await page.locator('.drawer').getByRole('heading', { name: 'Shelling, Saraqib' }).waitFor();
    await press('Escape');
    await press('/');
    await page.keyboard.type('madaya');
    await press('Enter');
    await counted(page.locator('.situation-list .incident-card'), 1);
    await press('Escape');
    await press('g');
    await press('r');
    await page.waitForURL(/\/reports$/);
    await page.locator('[data-item]').first().waitFor();
    await press('j');
    await press('Enter');
    await page.locator('.reader').waitFor();
    await press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await press('Escape');
    await press('g');
    await press('s');
    await page.getByRole('heading', { name: 'Situation' }).waitFor();
  }));

test('focus can be seen on everything that Tab reaches', () =>
  visit('/reports', {}, async ({ page }) => {
    await page.locator('[data-item]').first().waitFor();
    for (let step = 0; step < 14; step++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      assert.notEqual(outline, 'none', `step ${step}`);
    }
  }));

test('at 360 px nothing is cut off, tabs switch between map, time and list, filters open as a sheet', () =>
  visit('/', { width: 360, height: 740 }, async ({ page }) => {
    await page.locator('.incident-card').first().waitFor();
    await page.getByRole('button', { name: 'Map' }).click();
    await page.locator('.map-frame').waitFor({ state: 'visible' });
    assert.equal(await page.locator('.situation-list').isVisible(), false);
    await page.getByRole('button', { name: 'Time' }).click();
    await page.locator('.timeline svg').first().waitFor({ state: 'visible' });
    await page.getByRole('button', { name: 'List' }).click();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page
      .getByRole('dialog', { name: 'Filters' })
      .getByRole('checkbox', { name: /Consistent/ })
      .check();
    await page.keyboard.press('Escape');
    await counted(page.locator('.situation-list .incident-card'), 1);
    await page.getByRole('link', { name: 'Delivery of aid, Madaya' }).click();
    await page.locator('.drawer').getByRole('button', { name: 'Close' }).click();
    for (const path of VIEWS) {
      await page.goto(new URL(path, page.url()).href);
      await settled(page);
      const over = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      assert.ok(over <= 0, `${path} is ${over} px wider than the screen`);
    }
  }));

const ground = (page: Page): Promise<unknown> =>
  page.evaluate('getComputedStyle(document.documentElement).backgroundColor');

test('colours follow the system until one is chosen, and the choice is kept', () =>
  visit('/reports', { system: 'dark' }, async ({ page }) => {
    await settled(page);
    assert.equal(await ground(page), 'rgb(20, 23, 26)');
    await page.getByLabel('Colours').selectOption('light');
    await page.locator('html[data-theme="light"]').waitFor();
    assert.equal(await ground(page), 'rgb(243, 244, 244)');
    await page.reload();
    await settled(page);
    assert.equal(await ground(page), 'rgb(243, 244, 244)');
  }));

test('in Arabic the page is mirrored, the map and the time axis are not, reports keep their own direction', () =>
  visit('/', { language: 'ar' }, async ({ page }) => {
    await page.locator('.incident-card').first().waitFor();
    assert.equal(await page.evaluate('document.documentElement.dir'), 'rtl');
    const [filters, list] = [
      await page.locator('.situation-filters').boundingBox(),
      await page.locator('.situation-list').boundingBox(),
    ];
    assert.ok(filters && list && filters.x > list.x, 'filters stand on the right');
    assert.equal(await page.locator('.map-frame').getAttribute('dir'), 'ltr');
    await page.getByRole('heading', { name: 'الوضع' }).waitFor();
    await page.goto(new URL('/reports?q=Toll', page.url()).href);
    await page.getByRole('link', { name: 'Toll of Saraqib shelling put at 15' }).click();
    await page.locator('.reader').waitFor();
    assert.equal(await page.evaluate('getComputedStyle(document.querySelector(".reader")).direction'), 'ltr');
  }));

test('on paper a page has no navigation', () =>
  visit('/incidents/saraqib-market', {}, async ({ page }) => {
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.topbar nav').isVisible(), false);
    assert.equal(await page.getByRole('heading', { name: 'Shelling, Saraqib' }).isVisible(), true);
  }));

async function seriousIssues(page: Page, options: axe.RunOptions): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Dark differs from light in its colours alone. */
const LOOKS: [string, readonly string[], Setting, axe.RunOptions][] = [
  ['light', VIEWS, { theme: 'light' }, {}],
  ['dark, contrast', KINDS, { theme: 'dark' }, { runOnly: ['color-contrast'] }],
  ['Arabic on a narrow screen', KINDS, { language: 'ar', width: 360, height: 740 }, {}],
];
for (const [name, views, setting, options] of LOOKS) {
  test(`axe finds no serious issue: ${name}`, () =>
    visit('/none', setting, async ({ page }) => {
      const found: string[] = [];
      for (const path of views) {
        await page.goto(new URL(path, page.url()).href);
        await settled(page);
        found.push(...(await seriousIssues(page, options)).map((issue) => `${path} ${issue}`));
      }
      assert.deepEqual(found, []);
    }));
}
