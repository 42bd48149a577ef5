/** A page's text as blocks: paragraphs, headings and list items in order, each with what a trimming rule needs to know. */
import { isElement, isText, type PageElement, type PageNode } from './dom.ts';

export interface Block {
  readonly text: string;
  /** Tag of the nearest block element, upper case. */
  readonly tag: string;
  /** Characters of the text that stand in links. */
  readonly linkLength: number;
  /** Number of links. */
  readonly links: number;
  /** Characters that stand in emphasis or strong. */
  readonly strongLength: number;
  /** Block elements around the text, innermost first. */
  readonly within: readonly PageElement[];
}

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const strongTags = new Set(['B', 'STRONG', 'EM', 'I']);
const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'IFRAME',
  'OBJECT',
  'VIDEO',
  'AUDIO',
  'SELECT',
  'TEXTAREA',
  'BUTTON',
  'HEAD',
  'TITLE',
]);

interface Run {
  text: string;
  linkLength: number;
  links: number;
  strongLength: number;
}

/** Blocks of an element in document order; recursion is bounded by the depth that `parsePage` allows. */
export function blocksOf(root: PageElement): Block[] {
  const out: Block[] = [];
  const within: PageElement[] = [];
  let run: Run = { text: '', linkLength: 0, links: 0, strongLength: 0 };
  const flush = () => {
    for (const text of run.text.split(/\n\s*\n/)) {
      const clean = tidy(text);
      if (clean !== '') out.push({ ...run, text: clean, tag: within[0]?.tagName ?? 'BODY', within: [...within] });
    }
    run = { text: '', linkLength: 0, links: 0, strongLength: 0 };
  };
  const walk = (node: PageNode, inLink: boolean, inStrong: boolean): void => {
    if (isText(node)) {
      const text = (node.data ?? '').replace(/\s+/g, ' ');
      run.text += text;
      if (inLink) run.linkLength += text.trim().length;
      if (inStrong) run.strongLength += text.trim().length;
      return;
    }
    if (!isElement(node) || skipped.has(node.tagName)) return;
    if (node.tagName === 'BR') run.text += '\n';
    const isBlock = blockTags.has(node.tagName);
    if (isBlock) {
      flush();
      within.unshift(node);
    }
    if (node.tagName === 'A') run.links++;
    for (const child of node.childNodes)
      walk(child, inLink || node.tagName === 'A', inStrong || strongTags.has(node.tagName));
    if (isBlock) {
      flush();
      within.shift();
    }
  };
  walk(root, false, false);
  flush();
  return out;
}

/** Spaces as one, line breaks kept, nothing around them. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0\u200b]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/** Text of blocks: an empty line between them. */
export const textOf = (blocks: readonly Block[]): string => blocks.map((block) => block.text).join('\n\n');
