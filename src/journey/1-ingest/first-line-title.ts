/** The title of a plain text that has none beside it: its first line, when that line is set apart like a headline. */

/** First line if it is short, set off by an empty line (or repeated), and does not end like a sentence; null otherwise. */
export function firstLineTitle(text: string): string | null {
  const start = text.slice(0, 2000).replace(/^\s+/, '');
  const found = /^([^\n\r]{3,200}?)[ \t]{0,20}\r?\n([ \t]{0,20}\r?\n)?/.exec(start);
  const line = found?.[1]?.trim();
  if (!found || line === undefined || !/\p{L}/u.test(line)) return null;
  const repeated = start.slice(found[0].length).trimStart().startsWith(line);
  if (repeated) return line;
  const setApart = found[2] !== undefined && line.length <= 160;
  return setApart && !/[.;:,]["”’)]?$|\s(?:--|[–—-])\s*$/.test(line) && !/^[^(]{0,80}\)\s*(?:--|[–—-])/.test(line)
    ? line
    : null;
}
