/** PDF documents that carry text: lines are joined to paragraphs by their distance; a scan without text is refused. */
import type { Note } from '../../../model/report.ts';
import { type Adapter, type Draft, emptyDraft, type IngestRefusal, refuse } from '../adapter.ts';
import { linesToText, type PdfItem } from '../pdf-lines.ts';

const maxPages = 500;

export const pdf: Adapter = {
  id: 'pdf',
  sentence: 'A PDF document with a text layer; told by "%PDF-" in its first kilobyte.',
  accepts: ({ head }) => head.slice(0, 1024).includes('%PDF-'),
  read: async ({ bytes }) => [await readPdf(bytes)],
};

async function readPdf(bytes: Uint8Array): Promise<Draft | IngestRefusal> {
  // Loaded here since most inputs are not PDF and the library costs 200 ms.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages = Math.min(document.numPages, maxPages);
    const items: PdfItem[][] = [];
    for (let number = 1; number <= pages; number++) {
      const page = await document.getPage(number);
      const content: readonly object[] = (await page.getTextContent()).items;
      items.push(content.filter(isText));
      page.cleanup();
    }
    return draftOf(items, await document.getMetadata(), document.numPages);
  } catch (error) {
    return refusal(error);
  } finally {
    await task.destroy();
  }
}

const isText = (item: object): item is PdfItem => 'str' in item;

function draftOf(pages: PdfItem[][], metadata: { info: object }, pageCount: number): Draft | IngestRefusal {
  const text = pages
    .map(linesToText)
    .filter((page) => page !== '')
    .join('\n\n');
  if (text === '') {
    return refuse(
      'ingest/pdf-without-text',
      'input',
      `Expected a text layer, found ${pageCount} pages without one (a scan?). Run text recognition first.`,
    );
  }
  const notes: Note[] =
    pageCount > maxPages
      ? [{ code: 'pages-left-out', message: `Only the first ${maxPages} of ${pageCount} pages were read.` }]
      : [];
  return {
    ...emptyDraft,
    text,
    title: infoField(metadata.info, 'Title'),
    byline: infoField(metadata.info, 'Author'),
    published: pdfDate(infoField(metadata.info, 'CreationDate')),
    notes,
  };
}

function infoField(info: object, name: string): string | null {
  const value: unknown = Object.entries(info).find(([key]) => key === name)?.[1];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** "D:20160612093000+03'00'" (ISO 32000-1, 7.9.4) to its day. */
function pdfDate(text: string | null): string | null {
  const found = /^D:(\d{4})(\d{2})(\d{2})/.exec(text ?? '');
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}

function refusal(error: unknown): IngestRefusal {
  const message = error instanceof Error ? error.message.slice(0, 200) : 'it does not parse';
  if (error instanceof Error && error.name === 'PasswordException') {
    return refuse('ingest/pdf-locked', 'input', 'Expected a PDF that opens without a password. Send an unlocked copy.');
  }
  return refuse('ingest/pdf-broken', 'input', `Expected a PDF document: ${message}`);
}
