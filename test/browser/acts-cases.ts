/** What a person says on a page: of a statement, of an incident under a clause, of a clause. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { address, replaceFindings, visit } from './stage.ts';

/** Opens the page of the demand that the shelling stop. */
async function openDemand(page: Page): Promise<void> {
  await page
    .locator('.statement-card', { hasText: 'The shelling must stop before Friday' })
    .getByRole('link')
    .first()
    .click();
  await page.waitForURL(/\/statements\/[0-9a-f]{64}%23s1$/);
}

test('a person says what became of a statement by keyboard, the program keeps its own word beside it, and it is taken back', () =>
  visit('/statements', {}, async ({ page }) => {
    await openDemand(page);
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'What became of it' }) });
    const before = await panel.locator('.status').first().innerText();
    await panel.getByRole('button', { name: 'Record it' }).focus();
    await page.keyboard.press('Enter');
    // What is missing is said beside its field, and the first of it has the focus.
    await panel.getByText('Choose one of the answers.').waitFor();
    await panel.getByText('Say why: what you know, and from where.').waitFor();
    assert.equal(await page.locator(':focus').getAttribute('value'), 'open');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('two shells fell on Saturday; seen from the roof');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Nadia');
    await page.keyboard.press('Enter');
    await panel.getByText(/^Recorded as d\d{6}\.$/).waitFor();
    await panel.getByText('Nadia: two shells fell on Saturday; seen from the roof').waitFor();
    await panel.getByText('not signed: anybody at this computer can have entered the name').waitFor();
    assert.match(await panel.locator('.status').first().innerText(), /Missed/);
    await panel.getByText('What the program says without it').click();
    assert.equal(await panel.locator('.said-before .status').innerText(), before);

    await panel.getByText('Take it back').first().click();
    await panel.getByLabel('Why (printed beside it)').fill('they were older shells');
    await panel.getByRole('button', { name: 'Take it back' }).click();
    await panel.locator('.act', { hasText: 'Took back' }).getByText('they were older shells').waitFor();
    await panel.locator('.act[data-holds="false"]').getByText('undone by').waitFor();
    await panel.getByRole('button', { name: 'Record it' }).waitFor();
    assert.equal(await panel.locator('.status').first().innerText(), before);
  }));

test('who comes late with a word on a statement is told so in words, in Arabic too', () =>
  visit('/statements', { language: 'ar' }, async ({ page, complaints }) => {
    await openDemand(page);
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'ما آل إليه' }) });
    await panel.getByText('ما ينفّذه ليس من الأفعال التي تُرمَّز').waitFor();
    await panel.getByText('شخص يعرف ما كان المقصود وهل حصل').waitFor();
    await panel.getByRole('radio').nth(1).check();
    await panel.getByLabel('السبب').fill('شوهد عند البوابة');
    await panel.getByLabel('اسمك').fill('نادية');
    const subject = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');
    const early = await fetch(`${address()}/api/v1/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        kind: 'status',
        about: [`statement:${subject}`],
        finds: 'unclear',
        reason: 'first',
        by: 'Omar',
      }),
    });
    assert.equal(early.status, 201);
    await panel.getByRole('button', { name: 'سجّله' }).click();
    await panel.getByRole('alert').getByText('قرر شخص آخر هذا في الأثناء').waitFor();
    assert.ok(complaints.every((line) => line.includes('409')));
    complaints.length = 0;
    const { decision } = (await early.json()) as { decision: { id: string } };
    await fetch(`${address()}/api/v1/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'undo', about: [`decision:${decision.id}`], reason: '', by: 'Omar' }),
    });
  }));

test('a person determines an incident under a clause, and how far a clause is carried out', () =>
  visit('/incidents/saraqib-market', {}, async ({ page }) => {
    const card = page.locator('.finding-card').first();
    await card.getByText('Determination: Say what you find').click();
    await card.getByRole('radio', { name: 'Cannot be determined' }).check();
    await card.getByLabel(/^Why/).fill('who held the town is open');
    await card.getByLabel('Your name').fill('Nadia');
    await card.getByRole('button', { name: 'Record it' }).click();
    await card.locator('.act', { hasText: 'Cannot be determined' }).getByText('who held the town is open').waitFor();

    await page.goto(new URL('/agreements/syria-2016/clauses/G2', page.url()).href);
    await page.getByRole('radio', { name: /^1 / }).check();
    await page.getByLabel(/^Why/).fill('fire went on every day');
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.locator('.act', { hasText: 'Begun, or in small part' }).waitFor();
    await page.locator('.score', { hasText: '1' }).waitFor();
  }));

test('what is decided in the name of the key that the program holds is signed, and shows its fingerprint', () =>
  visit('/agreements/syria-2016/clauses/G4', {}, async ({ page }) => {
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'How far it is carried out' }) });
    await panel.getByRole('radio', { name: /^2 / }).check();
    await panel.getByLabel(/^Why/).fill('two of three convoys came');
    await panel.getByLabel('Your name').fill('Lina');
    await panel.getByText('It is recorded without a signature').waitFor();
    await panel.getByLabel('Your name').fill('Huda');
    await panel.getByText(/^This program signs it in your name, key [0-9a-f]{4}( [0-9a-f]{4}){3}$/).waitFor();
    await panel.getByRole('button', { name: 'Record it' }).click();
    const act = panel.locator('.act', { hasText: 'In large part' });
    const fingerprint = (await act.locator('.signature[data-state="signed"] code').getAttribute('title')) ?? '';
    assert.match(fingerprint, /^[0-9a-f]{64}$/);

    await page.goto(new URL('/review?show=decided', page.url()).href);
    await page.locator('.decision-card', { hasText: 'two of three convoys came' }).getByText('signed, key').waitFor();
    await page.getByText('Keys with which persons sign: 1').click();
    const [key] = await page.locator('.key-list code').allInnerTexts();
    assert.equal(key?.replaceAll(' ', ''), fingerprint);
  }));

test('what hangs on what is open is shown under one assumption at a time', () =>
  visit('/incidents/aleppo-strikes', {}, async ({ page }) => {
    await page.getByText('What if: what hangs on what is open').click();
    const whatIf = page.locator('.past-findings').first();
    await whatIf.getByText('One assumption at a time; none of it is stored or counted.').waitFor();
    await whatIf.getByText(/^if /).first().waitFor();
    await whatIf
      .getByText(/Indeterminate → (Breach indicated|Outside scope|Consistent)/)
      .first()
      .waitFor();
  }));

test('findings that were replaced stay readable on the page of the incident, with the reason', () =>
  visit('/incidents/saraqib-market', {}, async ({ page }) => {
    await page.getByText('Earlier findings, and why they changed').click();
    await page.getByText('The findings are the first that were made.').waitFor();
    await replaceFindings('saraqib-market');
    await page.reload();
    await page.getByText('Earlier findings, and why they changed').click();
    const past = page.locator('.past-findings .act');
    await past
      .getByText(/The incident is as it was.*syria-2016\/G2: was breach-indicated, does not concern it any more/)
      .waitFor();
    await past.getByText('The test of clause G2 came to: breach-indicated.').waitFor();
  }));
