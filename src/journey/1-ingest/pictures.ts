/** Pictures that a container carries beside its words: named and known again, never shown as evidence by themselves. */
import type { Picture } from '../../model/picture.ts';
import type { Note } from '../../model/report.ts';
import type { CarriedPicture, IngestTools } from './adapter.ts';

const PICTURES_AT_MOST = 40;
const BYTES_AT_MOST = 20 * 1024 * 1024;

/** Those that can be read, and a note for each that cannot or that is one too many. */
export async function settlePictures(
  carried: readonly CarriedPicture[],
  { sha256, lookAtPicture }: IngestTools,
): Promise<{ pictures: Picture[]; notes: Note[] }> {
  const pictures: Picture[] = [];
  const notes: Note[] = [];
  for (const { name, bytes } of carried) {
    const shown = name.slice(0, 100).toWellFormed();
    if (pictures.length === PICTURES_AT_MOST || bytes.length > BYTES_AT_MOST) {
      notes.push({ code: 'picture-not-read', message: `The picture "${shown}" is beyond what is looked at.` });
      continue;
    }
    pictures.push({ name: shown, sha256: sha256(bytes), look: await lookAtPicture(bytes) });
  }
  return { pictures, notes };
}

const DATA_URI = /data:image\/[a-z0-9.+-]{1,30};base64,([A-Za-z0-9+/=]{100,30000000})/g;

/** Pictures written into the text of a page. */
export function picturesInPage(html: string): CarriedPicture[] {
  if (!html.includes('data:image/')) return [];
  return [...html.matchAll(DATA_URI)].slice(0, PICTURES_AT_MOST + 1).map((match, index) => ({
    name: `picture ${index + 1}`,
    bytes: Buffer.from(match[1] ?? '', 'base64'),
  }));
}
