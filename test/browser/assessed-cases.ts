/** The pages of what is assessed: the statements ledger, parties, clauses, figures and the state of the truce. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, visit } from './stage.ts';

test('the ledger tells what became of a statement, and its page holds its words in full', () =>
  visit('/statements', {}, async ({ page }) => {
    const card = page.locator('.statement-card', { hasText: 'The shelling must stop before Friday' }).first();
    await card.waitFor();
    assert.match(await card.innerText(), /Ultimatum.*Due: 5 May 2016 \(“before Friday”\)/s);
    await card.getByRole('link', { name: 'Ultimatum' }).click();
    await page.waitForURL(/\/statements\/[0-9a-f]{64}%23s1$/);
    await page.getByRole('heading', { name: 'What became of it' }).waitFor();
    await page.getByRole('heading', { name: 'Told by 1 report' }).waitFor();
    await page.locator('a.quote', { hasText: 'The shelling must stop before Friday' }).click();
    await page.locator('.marked.pointed').first().waitFor();
  }));

test('the ledger is narrowed by form, and reminders are asked for any day', () =>
  visit('/statements?asOf=2016-05-19', {}, async ({ page }) => {
    await page.getByText('Fell due in the last 14 days and waits for a person: 1').waitFor();
    await page.getByLabel('Form').selectOption('threat');
    await page.waitForURL(/form=threat/);
    await counted(page.locator('.record-title', { hasText: 'Threat' }), 1);
  }));

test('a party shows where it stands, what is said of it, and what became of its words', () =>
  visit('/parties?only=active', {}, async ({ page }) => {
    await page
      .getByRole('link', { name: /opposition/i })
      .first()
      .click();
    await page.waitForURL(/\/parties\/sy\.opposition$/);
    await page.getByRole('heading', { name: 'Standing in agreements' }).waitFor();
    const words = page.locator('section', { hasText: 'What became of its words' });
    await words.getByText('Ultimatum').waitFor();
    await words.getByRole('link', { name: 'Record 1' }).first().click();
    await page.waitForURL(/\/statements\//);
    // An address with a dot in it is a page and no file.
    await page.goto(new URL('/parties/sy.opposition', page.url()).href);
    await page.getByRole('heading', { name: 'Standing in agreements' }).waitFor();
  }));

test('a clause has a page with its limbs in words, its findings and its score', () =>
  visit('/agreements/syria-2016', {}, async ({ page }) => {
    const card = page.locator('.clause-card', { has: page.getByText('G2', { exact: true }) }).first();
    await card.getByRole('link', { name: 'Open the page of this clause' }).click();
    await page.waitForURL(/\/agreements\/syria-2016\/clauses\/G2$/);
    await page.getByText('Acts it is about').waitFor();
    await page.getByRole('heading', { name: 'How far it is carried out' }).waitFor();
    await page.getByRole('link', { name: /^Breach indicated: 1 incident$/ }).click();
    await page.waitForURL(/\/findings\?/);
    await page.locator('.finding-card').getByRole('link', { name: 'Incident page' }).click();
    await page.waitForURL(/\/incidents\/saraqib-market/);
  }));

test('the state of the truce is drawn with its doubt, and each figure leads to exactly its incidents', () =>
  visit('/analytics?agreement=syria-2016', {}, async ({ page }) => {
    await page.locator('.drawn-chart svg').nth(1).waitFor();
    await page.getByText('Hatched: no outlet reported on that day. Silence is not calm.').waitFor();
    await page.getByRole('heading', { name: 'Both sides alike' }).waitFor();
    await page.getByRole('heading', { name: 'How far each clause is carried out' }).waitFor();
    await page.getByRole('button', { name: 'Type', exact: true }).click();
    await page.waitForURL(/by=type/);
    const row = page.locator('tr', { hasText: 'Shelling' }).last();
    const figure = row.getByRole('link', { name: /, All: / });
    const count = Number(await figure.innerText());
    await figure.click();
    await page.waitForURL(/\/incidents\?.*type=shelling/);
    await counted(page.locator('.incident-card'), count);
  }));

test('on an Arabic page clauses, sides and zones have Arabic names, and what has none is marked as English', () =>
  visit('/agreements/syria-2016/clauses/G2', { language: 'ar' }, async ({ page }) => {
    await page.getByRole('heading', { level: 1, name: 'الجانب الحكومي لا يهاجم الجماعات التي قبلت' }).waitFor();
    const values = page.locator('dl.values');
    await values.getByText('المعارضة المسلحة').waitFor();
    await values.getByText('سوريا', { exact: true }).waitFor();
    await values.locator('bdi[lang="en"][dir="ltr"]', { hasText: 'second point' }).waitFor();
  }));

test('an incident shows how well it is established, and a limb the grade of what it turns on', () =>
  visit('/incidents/saraqib-market', { language: 'ar' }, async ({ page }) => {
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'ما مدى ثبوته' }) });
    await panel.getByText('أصل واحد، ولا شيء يناقضه').waitFor();
    await page.locator('.limbs button', { hasText: 'الفعل' }).first().click();
    const limb = page.locator('.limb-panel').first();
    await limb.getByText('أنه وقع').waitFor();
    await page.locator('.source-card').getByText('المصدر ليس في السجل').first().waitFor();
  }));

test('a statement is seen as it stood on a day, with what is missing of it', () =>
  visit('/statements?asOf=2016-05-05', {}, async ({ page }) => {
    const card = page.locator('.statement-card', { hasText: 'The shelling must stop before Friday' }).first();
    await card.getByText('Open', { exact: true }).waitFor();
    await card.getByRole('link', { name: 'Ultimatum' }).click();
    await page.waitForURL(/asOf=2016-05-05/);
    await page.getByText('As of 5 May 2016').waitFor();
    await page.getByRole('heading', { name: 'What is known of it, and what is missing' }).waitFor();
    await page.getByText('its time has not passed').waitFor();
    await page.getByLabel('As it stood on').fill('');
    await page.getByRole('heading', { name: 'How it stood over time' }).waitFor();
  }));
