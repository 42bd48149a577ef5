/** The review desk by keyboard: parted, seen as it was before, undone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, visit } from './stage.ts';

test('a doubtful link is parted by keyboard, shown as it was before, and put back', () =>
  visit('/review', {}, async ({ page }) => {
    const doubt = page.locator('.doubt-card');
    await counted(doubt, 1);
    assert.ok(await page.getByRole('button', { name: 'Not the same' }).isDisabled(), 'nobody decides without a name');
    await page.getByLabel('Your name').fill('Nadia');
    await page.getByLabel('Reason').fill('another market');
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'Nothing is in doubt' }).waitFor();

    await page.getByRole('button', { name: 'Decided' }).click();
    await page.waitForURL(/show=decided/);
    const decision = page.locator('.decision-card', { hasText: 'another market' });
    await decision.waitFor();
    await decision.getByText('Before and now').click();
    const [before, now] = [decision.locator('.sides section').nth(0), decision.locator('.sides section').nth(1)];
    await before
      .getByText(/entry \d+ of the ledger/)
      .first()
      .waitFor();
    assert.ok((await now.locator('.account').count()) > 1, 'one incident before, several now');
    await page.keyboard.press('j');
    await page.keyboard.press('u');
    await decision.getByText(/^undone by d\d{6}$/).waitFor();
  }));
