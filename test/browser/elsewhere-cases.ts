/** "What if it happened elsewhere" on the page of an incident: by name, by coordinates, by a point on the map; by keyboard, narrow, in Arabic. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { type Setting, visit } from './stage.ts';

async function opened(page: Page, summary: string): Promise<Locator> {
  await page.getByText(summary).click();
  const part = page.locator('.elsewhere');
  await part.locator('.province').first().waitFor({ state: 'attached' });
  return part;
}

const inEnglish = (page: Page): Promise<Locator> => opened(page, 'What if: what hangs on what is open');

test('a place is tried by its name, by another of that name, and by coordinates', () =>
  visit('/incidents/saraqib-market', {}, async ({ page, complaints }) => {
    const part = await inEnglish(page);
    const field = part.getByLabel(/^A place by its name/);
    await field.fill('Tripoli');
    await field.press('Enter');
    await part.getByText(/^If it had happened at .*Tripoli.*Libya/).waitFor();
    await part
      .getByText(/→ Outside scope/)
      .first()
      .waitFor();
    await part
      .getByText(/\(LY\) lies outside Syria/)
      .first()
      .waitFor();
    await part.getByRole('button', { name: /Tripoli.*Lebanon/ }).click();
    await part
      .getByText(/\(LB\) lies outside Syria/)
      .first()
      .waitFor();
    await field.fill('36.2, 37.15');
    await part.getByRole('button', { name: 'Try it there' }).click();
    await part.getByText(/^If it had happened at .*36\.200, 37\.150.*Aleppo.*Syria/).waitFor();
    await part.getByText('No outcome would be another there.').waitFor();
    await field.fill('Nowhereatall');
    await field.press('Enter');
    await part.getByRole('alert').getByText('No place of this name is known').waitFor();
    assert.ok(complaints.every((line) => line.includes('404')));
    complaints.length = 0;
  }));

test('a point is picked on the map with the pointer and with arrow keys', () =>
  visit('/incidents/saraqib-market', {}, async ({ page }) => {
    const part = await inEnglish(page);
    const map = part.getByRole('button', { name: /^Map of the place/ });
    const field = part.getByLabel(/^A place by its name/);
    await map.click({ position: { x: 40, y: 40 } });
    await part.getByText(/^If it had happened at/).waitFor();
    const clicked = (await field.inputValue()).split(', ').map(Number);
    await map.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const moved = (await field.inputValue()).split(', ').map(Number);
    assert.ok((moved[0] ?? 0) < (clicked[0] ?? 0) && (moved[1] ?? 0) > (clicked[1] ?? 0));
    await page.keyboard.press('-');
    await page.keyboard.press('Enter');
    await part
      .getByText((moved[0] ?? 0).toFixed(3), { exact: false })
      .first()
      .waitFor();
    await part.locator('.picked').waitFor({ state: 'attached' });
  }));

const LOOKS: readonly Setting[] = [
  { width: 1280, theme: 'dark' },
  { width: 360, height: 740 },
  { width: 360, height: 740, language: 'ar' },
];
for (const look of LOOKS)
  test(`trying another place fits a page ${look.width} wide, ${look.theme ?? 'light'}, ${look.language ?? 'en'}`, () =>
    visit('/incidents/saraqib-market', look, async ({ page }) => {
      const part = look.language === 'ar' ? await opened(page, 'ماذا لو') : await inEnglish(page);
      const field = part.getByRole('textbox');
      await field.fill(look.language === 'ar' ? '٣٦٫٢، ٣٧٫١٥' : '36.2, 37.15');
      await field.press('Enter');
      await part.locator('.picked').waitFor({ state: 'attached' });
      const wider = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      assert.ok(wider <= 0, `the page is ${wider} px wider than the window`);
      const map = await part
        .getByRole('button')
        .filter({ has: page.locator('svg') })
        .boundingBox();
      const picked = await part.locator('.picked').boundingBox();
      assert.ok(map !== null && picked !== null);
      assert.ok(picked.x >= map.x && picked.x <= map.x + map.width, 'the cross is on the map');
    }));
