/** The report adapters in the order in which they are asked; the first that accepts the bytes reads them. */
import type { Adapter } from './adapter.ts';
import { docx } from './adapters/docx.ts';
import { feed } from './adapters/feed.ts';
import { html } from './adapters/html.ts';
import { json } from './adapters/json.ts';
import { jsonLines } from './adapters/json-lines.ts';
import { mail } from './adapters/mail.ts';
import { markdown } from './adapters/markdown.ts';
import { pdf } from './adapters/pdf.ts';
import { plainText } from './adapters/plain-text.ts';

/** Containers with an unmistakable mark come first, plain text last, since anything readable is plain text. */
export const adapters: readonly Adapter[] = Object.freeze([
  pdf,
  docx,
  jsonLines,
  json,
  feed,
  html,
  mail,
  markdown,
  plainText,
]);
