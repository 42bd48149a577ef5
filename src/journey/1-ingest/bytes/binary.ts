/** Tells bytes that hold no text from bytes that do, by the marks that formats begin with and by control characters. */

/** Marks at the start of formats that are not read, with the name to tell the sender. */
const marks: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['RIFF', 'a RIFF file (WebP, WAV or AVI)'],
  ['PK\x03\x04', 'a ZIP archive'],
  ['PK\x05\x06', 'an empty ZIP archive'],
  ['\x1f\x8b', 'gzip data'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
  ['OggS', 'Ogg audio or video'],
  ['ID3', 'MP3 audio'],
  ['\x1aE\xdf\xa3', 'Matroska or WebM video'],
  ['SQLite format 3', 'an SQLite database'],
  ['\xff\xfe\x00\x00', 'UTF-32 text'],
  ['\x00\x00\xfe\xff', 'UTF-32 text'],
];

/** What the bytes are, when they are not text; null when they may be. `head` has one character per byte. */
export function binaryKind(head: string): string | null {
  const mark = marks.find(([start]) => head.startsWith(start));
  if (mark) return mark[1];
  if (head.slice(4, 8) === 'ftyp') return 'MP4 or HEIF media';
  return controlShare(head.slice(0, 8192)) > 0.1 ? 'binary data' : null;
}

/** Share of control characters other than tab, line breaks, form feed, escape and backspace. */
function controlShare(sample: string): number {
  if (sample.length === 0) return 0;
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code < 8 || code === 11 || (code > 13 && code < 27) || (code > 27 && code < 32) || code === 127) controls++;
  }
  return controls / sample.length;
}
