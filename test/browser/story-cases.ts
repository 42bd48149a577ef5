/** The story that a report tells: a person parts it and joins it again, on the report's own page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, type Setting, visit } from './stage.ts';

const REPORT = '/reports?q=Toll';
const TITLE = 'Toll of Saraqib shelling put at 15';

test('who else tells the story is told apart and put back on the page of a report', () =>
  visit('/review', {}, async ({ page }) => {
    await page.getByLabel('Your name').fill('Nadia');
    await page.goto(new URL(REPORT, page.url()).href);
    await page.getByRole('link', { name: TITLE }).click();
    const story = page.getByRole('region', { name: 'Story' });
    const part = story.getByRole('button', { name: 'Another story' });
    const join = story.getByRole('button', { name: 'One story', exact: true });
    await part.first().waitFor();
    const [together, apart] = [await part.count(), await join.count()];
    const other = (await story.getByRole('link').first().textContent()) ?? '';
    await part.first().click();
    await counted(join, apart + 1, apart + together);
    await story.getByRole('heading', { name: 'Of the same incident, but told as another story' }).waitFor();
    // To join them again would stand against the decision, which is undone where all decisions are.
    const row = story.getByRole('listitem').filter({ hasText: other });
    await row.getByRole('button', { name: 'One story' }).click();
    await row
      .getByRole('alert')
      .getByRole('link', { name: /^Decided: d\d{6}$/ })
      .click();
    await page.waitForURL(/\/review\?show=decided/);
    await page.locator('.decision-card', { hasText: 'Not one story' }).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('u');
    await page
      .getByText(/^undone by d\d{6}$/)
      .first()
      .waitFor();
    await page.goto(new URL(REPORT, page.url()).href);
    await page.getByRole('link', { name: TITLE }).click();
    await counted(part, together);
    await counted(join, apart);
  }));

const WIDTHS: readonly Setting[] = [
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark', language: 'ar' },
];

for (const setting of WIDTHS)
  test(`the story of a report fits a page ${setting.width} wide, ${setting.theme}, ${setting.language ?? 'en'}`, () =>
    visit(REPORT, setting, async ({ page }) => {
      await page.getByRole('link', { name: TITLE }).click();
      const story = page.locator('section.story');
      await story.getByRole('link').first().waitFor();
      await story.scrollIntoViewIfNeeded();
      const wider = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      assert.ok(wider <= 0, `the page is ${wider} px wider than the window`);
      const [outer, inner] = [await story.boundingBox(), await story.getByRole('link').first().boundingBox()];
      assert.ok(outer !== null && inner !== null);
      assert.ok(inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width, 'a title leaves its panel');
    }));
