/** The words of HTML that is too large or too deep to be parsed: tags are dropped in one pass, nothing is built. */
import { endFinder } from './end-finder.ts';

const breaking = new Set('p br div li tr h1 h2 h3 h4 h5 h6 section article blockquote'.split(' '));
const silent = new Set(['script', 'style', 'noscript', 'template']);

/** Linear in the length of the input, whatever its tags are. */
export function stripTags(html: string): string {
  const after = endFinder(html);
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    parts.push(html.slice(at, open));
    const close = html.indexOf('>', open);
    if (close === -1) {
      at = html.length;
      break;
    }
    const name = /^[a-z0-9]{1,20}/i.exec(html.slice(open + 1, open + 22).replace(/^\//, ''))?.[0].toLowerCase() ?? '';
    const end = silent.has(name) && html[open + 1] !== '/' ? after(`</${name}`, close) : close;
    at = end === close ? close + 1 : end;
    parts.push(breaking.has(name) ? '\n\n' : ' ');
  }
  parts.push(html.slice(at));
  return tidy(decodeEntities(parts.join('')));
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['rdquo', '”'],
  ['ldquo', '“'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
]);

/** The entities that running text has, and all numbered ones; others stay as they are. */
const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named.get(name.toLowerCase()) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

const tidy = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
