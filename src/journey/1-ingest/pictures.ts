/** Pictures that a container carries beside its words: named and known again, never shown as evidence by themselves. */
import type { Picture, PictureBeside } from '../../model/picture.ts';
import type { Note } from '../../model/report.ts';
import type { CarriedPicture, IngestTools } from './adapter.ts';

const PICTURES_AT_MOST = 40;
/** Bytes of a picture; a larger one is not looked at. */
export const PICTURE_BYTES_AT_MOST = 20 * 1024 * 1024;

/** Those that can be read, and a note for each that cannot or that is one too many. */
export async function settlePictures(
  carried: readonly CarriedPicture[],
  beside: readonly PictureBeside[],
  { sha256, lookAtPicture }: IngestTools,
): Promise<{ pictures: Picture[]; notes: Note[] }> {
  const pictures: Picture[] = [];
  const notes: Note[] = [];
  const byPath = new Map(beside.map((picture) => [picture.path, picture]));
  for (const one of carried) {
    const name = one.name.slice(0, 100).toWellFormed();
    const found = 'path' in one ? byPath.get(one.path) : null;
    if (pictures.length === PICTURES_AT_MOST || ('bytes' in one && one.bytes.length > PICTURE_BYTES_AT_MOST)) {
      notes.push({ code: 'picture-not-read', message: `The picture "${name}" is beyond what is looked at.` });
    } else if (found === undefined) {
      const message = `The picture "${name}" was not read: no such file lies in the folder of the row, or it is beyond what is looked at.`;
      notes.push({ code: 'picture-not-read', message });
    } else if ('bytes' in one) {
      pictures.push({ name, sha256: sha256(one.bytes), look: await lookAtPicture(one.bytes) });
    } else if (found !== null) pictures.push({ name, sha256: found.sha256, look: found.look });
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
