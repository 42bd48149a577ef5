/** Word documents (DOCX): paragraphs, headings and lists in order; a zip that unpacks to far more than it weighs is refused. */
import type { Note } from '../../../model/report.ts';
import { type Adapter, type CarriedPicture, type Draft, emptyDraft, type IngestRefusal, refuse } from '../adapter.ts';
import { isDeeperThan } from '../bytes/xml-depth.ts';
import { unzipEntry, zipEntries } from '../bytes/zip.ts';
import { readFragment } from '../html/read-fragment.ts';

/** XML parts of one document together; a thousand-page report has about 10 MB. */
const maxXmlBytes = 100 * 1024 * 1024;
/** Levels of one part; a table in a table in a table has about 40. The reader's time grows with the square of the depth. */
const maxXmlDepth = 300;

export const docx: Adapter = {
  id: 'docx',
  sentence: 'A Word document (DOCX): a zip archive that holds word/document.xml.',
  accepts: ({ bytes, head }) =>
    head.startsWith('PK\x03\x04') && (zipEntries(bytes) ?? []).some((entry) => entry.name === 'word/document.xml'),
  read: async ({ bytes }) => [await readDocx(bytes)],
};

async function readDocx(bytes: Uint8Array): Promise<Draft | IngestRefusal> {
  const core = checkedParts(bytes);
  if (core === null)
    return refuse(
      'ingest/too-large',
      'input',
      `Expected at most ${maxXmlBytes} bytes of unpacked XML, nested at most ${maxXmlDepth} levels. The archive is damaged or made to exhaust memory.`,
    );
  try {
    const { default: mammoth } = await import('mammoth');
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const result = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage });
    const notes: Note[] = result.messages.some((message) => message.type === 'error')
      ? [{ code: 'docx-partly-read', message: 'Parts of the document could not be read.' }]
      : [];
    return {
      ...emptyDraft,
      text: readFragment(result.value),
      title: property(core, 'dc:title'),
      byline: property(core, 'dc:creator'),
      pictures: picturesIn(bytes),
      notes,
    };
  } catch (error) {
    return refuse(
      'ingest/docx-broken',
      'input',
      `Expected a Word document: ${error instanceof Error ? error.message.slice(0, 200) : 'it does not parse'}.`,
    );
  }
}

/** The document's properties (docProps/core.xml), null when its XML parts unpack to more than the bound. */
function checkedParts(bytes: Uint8Array): string | null {
  let left = maxXmlBytes;
  let core = '';
  for (const entry of zipEntries(bytes) ?? []) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const part = unzipEntry(bytes, entry, left);
    if (part === null || isDeeperThan(maxXmlDepth, part)) return null;
    left -= part.length;
    if (entry.name === 'docProps/core.xml') core = new TextDecoder().decode(part);
  }
  return core;
}

/** Pictures of one document together, unpacked; more is not looked at. */
const maxPictureBytes = 100 * 1024 * 1024;

function picturesIn(bytes: Uint8Array): CarriedPicture[] {
  let left = maxPictureBytes;
  return (zipEntries(bytes) ?? [])
    .filter(({ name }) => /^word\/media\/[^/]{1,200}\.(?:png|jpe?g|gif|webp|tiff?)$/i.test(name))
    .flatMap((entry) => {
      const picture = unzipEntry(bytes, entry, left);
      left -= picture?.length ?? 0;
      return picture === null ? [] : [{ name: entry.name.slice('word/media/'.length), bytes: picture }];
    });
}

function property(core: string, name: string): string | null {
  const start = core.indexOf(`<${name}>`);
  const end = core.indexOf(`</${name}>`);
  if (start === -1 || end < start) return null;
  return readFragment(core.slice(start + name.length + 2, end)) || null;
}
