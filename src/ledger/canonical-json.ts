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
    return print(value, '$', 0);
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

function print(value: unknown, where: string, depth: number): string {
  if (depth > DEEPEST)
    throw new NotCanonical(refused('ledger/too-deep', where, `expected at most ${DEEPEST} levels of nesting`));
  switch (typeof value) {
    case 'string':
      return printString(value, where);
    case 'number':
      if (!Number.isFinite(value))
        throw new NotCanonical(refused('ledger/not-finite', where, `expected a finite number, found ${value}`));
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? printArray(value, where, depth) : printObject(value, where, depth);
    default:
      throw new NotCanonical(refused('ledger/not-json', where, `expected a JSON value, found ${typeof value}`));
  }
}

function printString(text: string, where: string): string {
  // RFC 8785 section 3.2.2.2: a lone surrogate has no UTF-8 form, so it cannot be hashed.
  if (!text.isWellFormed())
    throw new NotCanonical(
      refused('ledger/lone-surrogate', where, 'expected well-formed Unicode, found a lone surrogate'),
    );
  return JSON.stringify(text);
}

function printArray(values: readonly unknown[], where: string, depth: number): string {
  let text = '[';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) text += ',';
    text += print(values[index], `${where}[${index}]`, depth + 1);
  }
  return `${text}]`;
}

function printObject(value: object, where: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotCanonical(refused('ledger/not-json', where, 'expected a plain object, found an instance of a class'));
  }
  const members = new Map<string, unknown>(Object.entries(value));
  let text = '';
  for (const name of [...members.keys()].sort()) {
    const member = members.get(name);
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${printString(name, where)}:${print(member, `${where}.${name}`, depth + 1)}`;
  }
  return `{${text}}`;
}
