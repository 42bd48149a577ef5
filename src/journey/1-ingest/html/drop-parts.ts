/** Takes away the parts of a page that are known by tag, attribute or name not to be article: scripts, menus, share bars. */
import type { FurnitureWords } from '../../../knowledge/furniture-words.ts';
import type { Page, PageElement } from './dom.ts';

const never =
  'script, style, noscript, template, svg, iframe, object, embed, video, audio, canvas, select, textarea, button, input, nav, menu, dialog, figcaption, [hidden], [aria-hidden="true"], [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [role="dialog"], [role="alert"], [role="search"]';

/** Changes the page in place. A part that holds much of the page's prose stays, whatever its name says. */
export function dropParts(page: Page, words: FurnitureWords): void {
  const prose = proseLengths(page);
  const proseLength = (element: PageElement): number => prose.get(element) ?? 0;
  for (const element of [...page.querySelectorAll(never)]) if (proseLength(element) < 1500) element.remove();
  for (const card of [...page.querySelectorAll('p span')]) if (isPopUpCard(card)) card.remove();
  dropCaptions(page);
  for (const link of [...page.querySelectorAll('blockquote a')]) link.replaceWith(link.textContent ?? '');
  const allProse = page.body ? proseLength(page.body) : 0;
  for (const element of [...page.querySelectorAll('[class], [id], [style]')]) {
    if (!isFurniture(element, words) || proseLength(element) >= Math.max(400, allProse * 0.25)) continue;
    if (holdsQuotation(element)) element.setAttribute('class', '');
    else element.remove();
  }
}

/** A picture and several links after a linked name in a paragraph: the card that a reader sees when pointing at a name. */
function isPopUpCard(span: PageElement): boolean {
  if (span.previousElementSibling?.tagName !== 'A') return false;
  const [picture] = span.querySelectorAll('img');
  return picture !== undefined && [...span.querySelectorAll('a')].length > 1;
}

/** A picture with a few words in one small box: the words are its caption. Boxes with links are kept, they list things. */
function dropCaptions(page: Page): void {
  const lengths = new Map<PageElement, number>();
  const textLength = (element: PageElement): number => {
    const known = lengths.get(element) ?? (element.textContent ?? '').trim().length;
    lengths.set(element, known);
    return known;
  };
  for (const picture of [...page.querySelectorAll('img')]) {
    let box: PageElement | null = null;
    let around = picture.parentNode;
    for (let level = 0; level < 4 && around && !structural.has(around.tagName) && textLength(around) <= 250; level++) {
      box = around;
      around = around.parentNode;
    }
    if (box && textLength(box) > 0 && [...box.querySelectorAll('a, h1, h2, h3, h4, h5, li, td')].length === 0)
      box.remove();
  }
}

const structural = new Set([
  'BODY',
  'HTML',
  'ARTICLE',
  'MAIN',
  'SECTION',
  'A',
  'LI',
  'TD',
  'TR',
  'BLOCKQUOTE',
  'H1',
  'H2',
  'H3',
  'H4',
]);

/** A quoted post in a box named "social" is part of the report; without the name, the scoring keeps it too. */
function holdsQuotation(element: PageElement): boolean {
  if (element.tagName === 'BLOCKQUOTE') return true;
  const [quotation] = element.querySelectorAll('blockquote');
  return quotation !== undefined;
}

/** For every element, the characters inside it that stand in paragraphs long enough to be prose; counted in one pass. */
function proseLengths(page: Page): Map<PageElement, number> {
  const lengths = new Map<PageElement, number>();
  for (const paragraph of page.querySelectorAll('p')) {
    const length = paragraph.textContent?.trim().length ?? 0;
    if (length <= 80) continue;
    for (let around: PageElement | null = paragraph; around; around = around.parentNode)
      lengths.set(around, (lengths.get(around) ?? 0) + length);
  }
  return lengths;
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
