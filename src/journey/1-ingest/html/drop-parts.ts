/** Takes away the parts of a page that are known by tag, attribute or name not to be article: scripts, menus, share bars. */
import type { FurnitureWords } from '../../../knowledge/furniture-words.ts';
import type { Page, PageElement } from './dom.ts';

const never =
  'script, style, noscript, template, svg, iframe, object, embed, video, audio, canvas, select, textarea, button, input, nav, menu, dialog, figcaption, [hidden], [aria-hidden="true"], [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [role="dialog"], [role="alert"], [role="search"]';

/** Changes the page in place. A part that holds much of the page's prose stays, whatever its name says. */
export function dropParts(page: Page, words: FurnitureWords): void {
  for (const element of [...page.querySelectorAll(never)]) if (proseLength(element) < 1500) element.remove();
  const allProse = page.body ? proseLength(page.body) : 0;
  for (const element of [...page.querySelectorAll('[class], [id], [style]')]) {
    if (isFurniture(element, words) && proseLength(element) < Math.max(400, allProse * 0.25)) element.remove();
  }
}

/** Characters in paragraphs long enough to be prose. */
function proseLength(element: PageElement): number {
  let length = 0;
  for (const paragraph of element.querySelectorAll('p')) {
    const text = paragraph.textContent?.trim() ?? '';
    if (text.length > 80) length += text.length;
  }
  return length;
}

function isFurniture(element: PageElement, words: FurnitureWords): boolean {
  if (/display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(element.getAttribute('style') ?? ''))
    return true;
  if (['BODY', 'HTML', 'ARTICLE', 'MAIN'].includes(element.tagName)) return false;
  return nameParts(element).some((part) => words.pageParts.has(part));
}

/** Words of the class and id names: "shareBar__list js-share" gives share, bar, list, js, share, sharebar, barlist. */
export function nameParts(element: PageElement): string[] {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500);
  return names.split(/\s+/).flatMap((name) => {
    const parts = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((part) => part !== '');
    return [...parts, ...parts.slice(1).map((part, i) => `${parts[i]}${part}`)];
  });
}
