/** One row of JSON that carries a report: the shape that senders and the scoreboard use. */
import { z } from 'zod';
import {
  type CarriedPicture,
  type Draft,
  emptyDraft,
  type Hints,
  type IngestRefusal,
  type IngestTools,
  refuse,
} from './adapter.ts';
import { readPage } from './html/read-page.ts';
import { picturesInPage } from './pictures.ts';

const words = z.string().nullish();
const rowShape = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: words,
  text: words,
  html: words,
  published: words,
  source: words,
  language: words,
  url: words,
  byline: words,
  /** Pictures as base64, with or without the head of a data URI, or as paths relative to the file that holds the row. */
  images: z
    .array(
      z.union([
        z.object({ name: words, data: z.string() }),
        z.object({ name: words, path: z.string() }),
        z.string().transform((path) => ({ name: null, path })),
      ]),
    )
    .nullish(),
});

/** A draft from `{id?, title?, text | html, published?, source?, language?, url?, byline?}`; `text` is kept as it is. */
export function readRow(row: unknown, where: string, hints: Hints, tools: IngestTools): Draft | IngestRefusal {
  const parsed = rowShape.safeParse(row);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    return refuse(
      'ingest/row-not-a-report',
      field ? `${where}, ${field}` : where,
      `Expected an object with "text" or "html": ${issue?.message ?? 'wrong shape'}.`,
    );
  }
  const { text, html, images, ...given } = parsed.data;
  const pictures = (images ?? []).map(
    (image, index): CarriedPicture =>
      'path' in image
        ? { name: image.name || image.path, path: image.path }
        : {
            name: image.name || `picture ${index + 1}`,
            bytes: Buffer.from(image.data.slice(image.data.indexOf(',') + 1), 'base64'),
          },
  );
  if (typeof text === 'string') return withGiven({ ...emptyDraft, text, pictures }, given);
  if (typeof html === 'string')
    return withGiven(
      {
        ...readPage(html, given.url ?? hints.url ?? null, tools.furniture),
        pictures: [...pictures, ...picturesInPage(html)],
      },
      given,
    );
  return refuse('ingest/row-not-a-report', where, 'Expected a field "text" or "html", found neither.');
}

type Given = Omit<z.infer<typeof rowShape>, 'text' | 'html' | 'images'>;

/** What the sender states wins over what the page says; empty strings count as not stated. */
function withGiven(draft: Draft, given: Given): Draft {
  const published = given.published || null;
  return {
    ...draft,
    id: given.id === null || given.id === undefined ? null : String(given.id),
    title: given.title || draft.title,
    published: published ?? draft.published,
    publishedIsGiven: published !== null,
    source: given.source || draft.source,
    language: given.language || draft.language,
    languageIsGiven: Boolean(given.language),
    url: given.url || draft.url,
    byline: given.byline || draft.byline,
  };
}
