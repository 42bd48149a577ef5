/** Comma-separated values (RFC 4180): quoted fields may hold separators, quotes and line breaks. */

/** Rows of fields; semicolons and tabs are taken for the separator where the heading has them and no comma. */
export function csvRows(text: string): string[][] {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const separator = separatorOf(source.slice(0, source.search(/[\r\n]|$/)));
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    const field = fieldAt(source, at, separator);
    row.push(field.text);
    at = field.end;
    if (source[at] === separator) {
      at += 1;
      // A separator at the very end opens one more, empty field.
      if (at === source.length) row.push('');
      if (at < source.length) continue;
    }
    if (source[at] === '\r') at += 1;
    if (source[at] === '\n') at += 1;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}

function separatorOf(heading: string): string {
  if (heading.includes(',')) return ',';
  return heading.includes('\t') ? '\t' : heading.includes(';') ? ';' : ',';
}

function fieldAt(source: string, start: number, separator: string): { text: string; end: number } {
  if (source[start] !== '"') {
    let end = start;
    while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1;
    return { text: source.slice(start, end), end };
  }
  let text = '';
  let at = start + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    // A quote that is never closed takes in the rest: nothing is lost, and the row is refused by its values.
    if (quote === -1) return { text: text + source.slice(at), end: source.length };
    text += source.slice(at, quote);
    if (source[quote + 1] !== '"') {
      let end = quote + 1;
      // What follows a closing quote belongs to the field, as spreadsheets have it.
      while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1;
      return { text: text + source.slice(quote + 1, end), end };
    }
    text += '"';
    at = quote + 2;
  }
}
