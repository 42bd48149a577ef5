/**
 * One spelling for every JSON value (RFC 8785, JSON Canonicalization Scheme), so that equal values have equal hashes:
 * members sorted by UTF-16 code units, numbers and strings as ECMAScript prints them, no white space.
 */
import { type LedgerRefusal, refused } from './refusal.ts';

/** Deeper values are refused: they are not ours, and recursion must end. */
const DEEPEST = 200;

class NotCanonical extends Error {
  readonly refusal: LedgerRefusal;

  constructor(refusal: LedgerRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/**
 * The canonical form of a JSON value, or why it has none. Members that are `undefined` are left out, as JSON does;
 * `undefined` elsewhere, bigints, functions, dates and other objects that JSON would silently change are refused.
 */
export function canonicalJson(value: unknown): string | LedgerRefusal {
  try {
    return print(value, []);
  } catch (error) {
    if (error instanceof NotCanonical) return error.refusal;
    throw error;
  }
}

/** The value of a canonical text, or why the text is not canonical (a repeated member, another order, white space, ...). */
export function parseCanonical(text: string): { value: unknown } | LedgerRefusal {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused('ledger/not-json', '$', `expected JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const canonical = canonicalJson(value);
  if (typeof canonical !== 'string') return canonical;
  if (canonical !== text)
    return refused(
      'ledger/not-canonical',
      '$',
      `expected the canonical form, found another spelling of the same value`,
    );
  return { value };
}

/** Names and positions that lead to a value, written out only for a refusal. */
type Path = (string | number)[];

const written = (path: Path): string =>
  path.reduce<string>((text, step) => text + (typeof step === 'number' ? `[${step}]` : `.${step}`), '$');

function refuse(code: LedgerRefusal['code'], path: Path, message: string): never {
  throw new NotCanonical(refused(code, written(path), message));
}

function print(value: unknown, path: Path): string {
  if (path.length > DEEPEST) refuse('ledger/too-deep', path, `expected at most ${DEEPEST} levels of nesting`);
  switch (typeof value) {
    case 'string':
      return printString(value, path);
    case 'number':
      if (!Number.isFinite(value)) refuse('ledger/not-finite', path, `expected a finite number, found ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? printArray(value, path) : printObject(value, path);
    default:
      return refuse('ledger/not-json', path, `expected a JSON value, found ${typeof value}`);
  }
}

function printString(text: string, path: Path): string {
  // RFC 8785 section 3.2.2.2: a lone surrogate has no UTF-8 form, so it cannot be hashed.
  if (!text.isWellFormed())
    refuse('ledger/lone-surrogate', path, 'expected well-formed Unicode, found a lone surrogate');
  return JSON.stringify(text);
}

function printArray(values: readonly unknown[], path: Path): string {
  let text = '[';
  for (let index = 0; index < values.length; index += 1) {
    path.push(index);
    text += index > 0 ? `,${print(values[index], path)}` : print(values[index], path);
    path.pop();
  }
  return `${text}]`;
}

function printObject(value: object, path: Path): string {
  if (!isPlain(value)) refuse('ledger/not-json', path, 'expected a plain object, found an instance of a class');
  let text = '';
  for (const [name, member] of Object.entries(value).sort(byName)) {
    if (member === undefined) continue;
    const key = printString(name, path);
    path.push(name);
    text += `${text === '' ? '' : ','}${key}:${print(member, path)}`;
    path.pop();
  }
  return `{${text}}`;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Whether two JSON values have the same canonical form, found without writing it; values nested too deep have none. Members that
 * are `undefined` count as absent.
 */
export function sameCanonical(a: unknown, b: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b && typeof a !== 'undefined';
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, index) => sameCanonical(value, b[index], depth + 1))
    );
  return sameMembers(a, b, depth);
}

function sameMembers(a: object, b: object, depth: number): boolean {
  const others = new Map<string, unknown>(Object.entries(b));
  let shared = 0;
  for (const [name, member] of Object.entries(a)) {
    if (member === undefined) continue;
    if (!sameCanonical(member, others.get(name), depth + 1)) return false;
    shared += 1;
  }
  return Object.values(b).filter((member) => member !== undefined).length === shared;
}
