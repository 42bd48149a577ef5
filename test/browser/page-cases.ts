/** The pages of one thing each: incident, report, agreement, statements, and the box to try. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { address, counted, visit } from './stage.ts';

test('an incident shows each value beside its words, its disagreements and its origins', () =>
  visit('/incidents/saraqib-market', {}, async ({ page }) => {
    await page.getByRole('heading', { name: 'Shelling, Saraqib' }).waitFor();
    const where = page.locator('.value-row', { hasText: 'somewhere in the settlement' });
    assert.match(await where.locator('mark').first().innerText(), /Saraqib/);
    await page.getByText('Harbour Radio says 15 killed; Orontes Wire says at least 12.').waitFor();
    await page.getByRole('heading', { name: 'Reports: 2 independent origins (3 reports)' }).waitFor();
    assert.equal(await page.locator('.origin').count(), 2);
  }));

test('a disagreement leads to the incidents that disagree about the same', () =>
  visit('/incidents/saraqib-market', {}, async ({ page }) => {
    await page.getByRole('link', { name: 'Sources disagree about: how many were harmed' }).click();
    await page.waitForURL(/\/incidents\?contradiction=harm/);
    await page.getByText('Sources disagree about: how many were harmed').waitFor();
    await page.getByRole('heading', { name: '1 incident' }).waitFor();
    await page.getByRole('link', { name: 'Shelling, Saraqib' }).waitFor();
  }));

test('the seven limbs of a finding open to what they rest on', () =>
  visit('/incidents/saraqib-market', {}, async ({ page }) => {
    const cells = page.locator('.limbs button');
    await cells.first().waitFor();
    assert.equal(await cells.count(), 7);
    await page.getByRole('button', { name: /Towards whom.*unknown/s }).click();
    await page.getByText('Would settle it: a map of control of that week').waitFor();
    await page.getByRole('button', { name: /Who is bound.*met/s }).click();
    await page.locator('.limb-panel a.quote').click();
    await page.waitForURL(/\/reports\/[0-9a-f]{64}\?at=\d+-\d+/);
    await page.locator('.marked.pointed').first().waitFor();
  }));

test('in a report, pointing at a value lights its words and pointing at words lights their value', () =>
  visit('/reports?q=Toll', {}, async ({ page }) => {
    await page.getByRole('link', { name: 'Toll of Saraqib shelling put at 15' }).click();
    const killed = page.locator('.parts > div', { hasText: 'Killed' });
    await killed.hover();
    assert.equal(await page.locator('.marked[data-lit="true"]').innerText(), 'Fifteen people');
    await page.locator('.marked', { hasText: '20 were wounded' }).hover();
    await page.locator('.parts > div[data-lit="true"]', { hasText: 'Injured' }).waitFor();
    await page.getByRole('checkbox', { name: 'Count' }).uncheck();
    assert.equal(await page.locator('.reader [data-layer="count"]').count(), 0);
    await page.getByRole('link', { name: 'Incident page' }).click();
    await page.waitForURL(/\/incidents\/saraqib-market/);
  }));

test('a pasted text is coded while you look', () =>
  visit('/try', {}, async ({ page }) => {
    await page.getByRole('heading', { name: 'The coding appears here' }).waitFor();
    await page.getByLabel('Published on').fill('2016-05-04');
    await page
      .getByLabel('Text of a report')
      .fill(
        'At least 12 people were killed on Tuesday when government forces shelled a market in the city of Idlib, activists said.',
      );
    await page.locator('.coded-card').first().waitFor();
    assert.ok((await page.locator('.reader .marked').count()) > 0);
    await page.getByLabel('Text of a report').fill('');
    await page.getByRole('heading', { name: 'The coding appears here' }).waitFor();
  }));

test('an agreement shows its clauses, who is bound, and the incidents of a clause', () =>
  visit('/agreements', {}, async ({ page }) => {
    await page.getByRole('link', { name: /cessation of hostilities in Syria/i }).click();
    const clause = page.locator('.clause-card', { has: page.getByText('G2', { exact: true }) }).first();
    await clause.getByText('Incidents tested').click();
    await clause.getByRole('link', { name: 'Shelling, Saraqib' }).waitFor();
    await page.getByRole('heading', { name: 'Parties', exact: true }).waitFor();
    await page.getByText('Illustrative: written for this project').waitFor();
    await clause.getByRole('link', { name: 'Breach indicated: 1 incident' }).click();
    await page.waitForURL(/clause=syria-2016\/G2&outcome=breach-indicated/);
  }));

test('statements are narrowed by kind and deadline', () =>
  visit('/statements?show=all', {}, async ({ page }) => {
    await page.locator('.statement-card').nth(1).waitFor();
    await page.getByRole('checkbox', { name: 'Only with a deadline' }).check();
    await counted(page.locator('.statement-card'), 1);
    assert.match(await page.locator('.statement-card').innerText(), /Demand.*By when: 5 May 2016 \(“before Friday”\)/s);
  }));

test('an address that leads nowhere says what to do', () =>
  visit('/incidents/none', {}, async ({ page }) => {
    await page.getByRole('alert').getByText('Nothing is stored under this address').waitFor();
    await page.getByRole('link', { name: 'Go to the situation' }).click();
    await page.getByRole('heading', { name: 'Situation' }).waitFor();
  }));

test('the first page needs at most 350 kB of script and style, compressed', async () => {
  const page = await (await fetch(address())).text();
  const assets = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, path]) => `${address()}${path}`,
  );
  assert.ok(assets.length >= 2);
  const bytes = await Promise.all(assets.map(async (url) => gzipSync(await (await fetch(url)).bytes()).length));
  assert.ok(bytes.reduce((sum, size) => sum + size, 0) <= 350_000, bytes.join(' + '));
});
