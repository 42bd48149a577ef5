/** The situation: its filters, map, timeline and list narrow each other, and all of it stands in the address. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { counted, visit } from './stage.ts';

const cards = (page: Page) => page.locator('.situation-list .incident-card');
const titles = (page: Page): Promise<string[]> => page.locator('.situation-list .card-title').allTextContents();
const inAddress = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const mapReady = (page: Page) => page.locator('.map-frame[data-ready="true"]').waitFor();

test('the list shows every incident, newest first, and says that it is illustrative', () =>
  visit('/', {}, async ({ page }) => {
    await cards(page).first().waitFor();
    assert.deepEqual(await titles(page), [
      'Air strike, Aleppo',
      'Shelling, Saraqib',
      'Delivery of aid, Madaya',
      'Killing, Syria',
      'Seizure of territory, Saraqib',
    ]);
    await page.getByText('Illustrative: written for this project').first().waitFor();
    const market = cards(page).nth(1);
    assert.match(await market.innerText(), /12\+.*killed/s);
    assert.equal(await market.getByText('at least 12').count(), 1, 'screen readers hear the open count in full');
    assert.match(await market.innerText(), /2 independent origins \(3 reports\)/);
  }));

test('a filter narrows the list, stands in the address, and back undoes it', () =>
  visit('/', {}, async ({ page }) => {
    await cards(page).first().waitFor();
    await page.getByRole('checkbox', { name: /Shelling/ }).check();
    await counted(page.locator('.situation-list .incident-card'), 1);
    assert.equal(inAddress(page).get('type'), 'shelling');
    await page.reload();
    await counted(page.locator('.situation-list .incident-card'), 1);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await counted(page.locator('.situation-list .incident-card'), 5);
    assert.equal(inAddress(page).get('type'), null);
  }));

test('words, period and outcome can be asked for together in the address', () =>
  visit('/?q=saraqib&from=2016-05-01&to=2016-05-05&outcome=breach-indicated', {}, async ({ page }) => {
    await cards(page).first().waitFor();
    assert.deepEqual(await titles(page), ['Shelling, Saraqib']);
    assert.equal(await page.getByRole('searchbox').inputValue(), 'saraqib');
  }));

test('nothing found teaches how to find more', () =>
  visit('/?q=zzzz', {}, async ({ page }) => {
    await page.getByRole('heading', { name: 'No incident fits these filters' }).waitFor();
    await page.locator('.situation-list').getByRole('button', { name: 'Clear all' }).click();
    await cards(page).first().waitFor();
  }));

test('the map draws an exact place as a mark and a province as its hatched outline', () =>
  visit('/', {}, async ({ page }) => {
    await mapReady(page);
    await page.getByRole('button', { name: /^Shelling, Saraqib, at least 12 killed\. Breach indicated$/ }).waitFor();
    await page.getByRole('button', { name: '1 incident somewhere in Aleppo' }).click();
    await page.locator('.drawer').getByRole('heading', { name: 'Air strike, Aleppo' }).waitFor();
    assert.equal(inAddress(page).get('incident'), 'aleppo-strikes');
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
  }));

test('the list can be held to what the map shows', () =>
  visit('/', {}, async ({ page }) => {
    await mapReady(page);
    await page.getByRole('checkbox', { name: 'Only what the map shows' }).check();
    await page.waitForURL(/bbox=[\d.,-]+/);
    for (const _ of [1, 2, 3]) await page.getByRole('button', { name: 'Zoom in' }).click({ delay: 50 });
    await page.getByText(/^[0-4] incidents? from/).waitFor();
  }));

test('a drag over the timeline chooses a period', () =>
  visit('/', {}, async ({ page }) => {
    await page.locator('.timeline svg').first().waitFor();
    const box = await page.locator('.timeline').boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width * 0.3, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + 40, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=2016-\d\d-\d\d&to=2016-\d\d-\d\d/);
    await page.getByText('The same as a table').click();
    await page.getByRole('rowheader').first().waitFor();
  }));
