/** Finds the regular expressions written in TypeScript source, without a compiler: enough of the lexical grammar to tell `/` from `/`. */

export interface RegexLiteral {
  readonly pattern: string;
  readonly flags: string;
  readonly line: number;
}

/** After these words a slash opens a regular expression. */
const OPERATOR_WORDS = new Set(
  'return typeof case in of delete void throw new instanceof else do yield await default'.split(' '),
);
/** After these marks it does; after a closing bracket, a name, a number or a string it divides. */
const OPENING_MARKS = new Set('(,=:[!&|?{};+-*%~^<>'.split(''));

/** The regular expressions of a source in order; text inside strings, templates and comments is passed over. */
export function regexLiterals(source: string): RegexLiteral[] {
  const found: RegexLiteral[] = [];
  /** For each open `${`, how many braces are open inside it. */
  const templates: number[] = [];
  let before = '';
  let at = 0;
  while (at < source.length) {
    const unit = source.charAt(at);
    const next = source.charAt(at + 1);
    if (/\s/.test(unit)) at += 1;
    else if (unit === '/' && next === '/') at = endOr(source, source.indexOf('\n', at));
    else if (unit === '/' && next === '*') at = endOr(source, source.indexOf('*/', at) + 1) + 1;
    else if (unit === "'" || unit === '"') {
      at = stringEnd(source, at);
      before = unit;
    } else if (unit === '`' || (unit === '}' && templates.at(-1) === 0)) {
      if (unit === '}') templates.pop();
      at = templateEnd(source, at + 1);
      if (source.charAt(at - 1) === '{') templates.push(0);
      before = source.charAt(at - 1) === '{' ? '{' : '`';
    } else if (unit === '/' && opensRegex(before)) {
      const end = regexEnd(source, at);
      const flags = /^[a-z]*/.exec(source.slice(end + 1, end + 12))?.[0] ?? '';
      found.push({ pattern: source.slice(at + 1, end), flags, line: source.slice(0, at).split('\n').length });
      at = end + 1 + flags.length;
      before = ')';
    } else if (/[\w$]/.test(unit)) {
      let end = at;
      while (/[\w$]/.test(source.charAt(end))) end += 1;
      before = source.slice(at, end);
      at = end;
    } else {
      const open = templates.length - 1;
      if (open >= 0 && unit === '{') templates[open] = (templates[open] ?? 0) + 1;
      if (open >= 0 && unit === '}') templates[open] = (templates[open] ?? 0) - 1;
      before = unit;
      at += 1;
    }
  }
  return found;
}

const opensRegex = (before: string): boolean =>
  before === '' || OPERATOR_WORDS.has(before) || OPENING_MARKS.has(before);

const endOr = (source: string, at: number): number => (at <= 0 ? source.length : at);

function stringEnd(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source.charAt(at) !== source.charAt(start)) at += source.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

/** Behind the closing mark, or behind the brace that opens a substitution. */
function templateEnd(source: string, start: number): number {
  let at = start;
  while (at < source.length && source.charAt(at) !== '`') {
    if (source.charAt(at) === '$' && source.charAt(at + 1) === '{') return at + 2;
    at += source.charAt(at) === '\\' ? 2 : 1;
  }
  return at + 1;
}

/** Index of the slash that closes the expression; a slash in a class does not. */
function regexEnd(source: string, start: number): number {
  let isInClass = false;
  for (let at = start + 1; at < source.length; at += 1) {
    const unit = source.charAt(at);
    if (unit === '\n') break;
    if (unit === '\\') at += 1;
    else if (unit === '[') isInClass = true;
    else if (unit === ']') isInClass = false;
    else if (unit === '/' && !isInClass) return at;
  }
  throw new Error(`a regular expression that opens at offset ${start} has no end in its line`);
}
