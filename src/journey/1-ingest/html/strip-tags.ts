/** The words of HTML that is too large or too deep to be parsed: tags are dropped in one pass, nothing is built. */
import { parseHTML } from 'linkedom';

const breaking = new Set('p br div li tr h1 h2 h3 h4 h5 h6 section article blockquote'.split(' '));
const silent = new Set(['script', 'style', 'noscript', 'template']);

/** Linear in the length of the input, whatever its tags are. */
export function stripTags(html: string): string {
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
    at = silent.has(name) && html[open + 1] !== '/' ? afterElement(html, name, close) : close + 1;
    parts.push(breaking.has(name) ? '\n\n' : ' ');
  }
  parts.push(html.slice(at));
  return tidy(decodeEntities(parts.join('')));
}

function afterElement(html: string, name: string, from: number): number {
  const end = html.indexOf(`</${name}`, from);
  if (end === -1) return from + 1;
  const close = html.indexOf('>', end);
  return close === -1 ? html.length : close + 1;
}

/** No tag is left in the text, so that a parser has nothing to do but to decode. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return parseHTML(`<html><body>${text}</body></html>`).document.body.textContent ?? text;
}

const tidy = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
