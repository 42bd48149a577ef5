/** Parses one YAML or JSON knowledge file against a schema; every complaint names file, line and remedy. */
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

export interface Complaint<Code extends string = string> {
  kind: 'refused';
  code: Code;
  /** "clauses.yaml:12". */
  where: string;
  message: string;
}

export interface SourceFile<T> {
  readonly file: string;
  readonly value: T;
  /** "clauses.yaml:12" of the node at a path, or of its nearest parent that exists. */
  readonly at: (path: readonly PropertyKey[]) => string;
}

/** Names of fields of which knowledge files hold thousands of characters at most; longer files are not knowledge. */
const MAX_CHARACTERS = 4_000_000;

/** What text never holds: NUL and other control characters, and the sign for bytes that are no UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001f\ufffd]/;
const LONGEST_MESSAGE = 200;

export function parseSource<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
):
  | { source: SourceFile<z.infer<S>> }
  | { complaints: Complaint<'source/too-long' | 'source/not-text' | 'source/syntax' | 'source/schema'>[] } {
  if (text.length > MAX_CHARACTERS) {
    const message = `expected at most ${MAX_CHARACTERS} characters, found ${text.length}; split the file`;
    return { complaints: [{ kind: 'refused', code: 'source/too-long', where: file, message }] };
  }
  const strange = NOT_TEXT.exec(text);
  if (strange !== null) {
    const where = `${file}:${text.slice(0, strange.index).split('\n').length}`;
    const message = 'expected text in UTF-8, found bytes that are none; save the file as UTF-8';
    return { complaints: [{ kind: 'refused', code: 'source/not-text', where, message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      complaints: document.errors.map((error) => ({
        kind: 'refused',
        code: 'source/syntax',
        where: `${file}:${error.linePos?.[0].line ?? 1}`,
        message: `${(error.message.split('\n')[0] ?? 'not YAML').slice(0, LONGEST_MESSAGE)}; mend the YAML there`,
      })),
    };
  }
  const at = (path: readonly PropertyKey[]): string => `${file}:${lineOf(document.contents, path, lines)}`;
  const value = plainOf(document);
  if ('message' in value)
    return { complaints: [{ kind: 'refused', code: 'source/syntax', where: at([]), message: value.message }] };
  const parsed = schema.safeParse(value.value);
  if (parsed.success) return { source: { file, value: parsed.data, at } };
  return {
    complaints: parsed.error.issues.map((issue) => ({
      kind: 'refused',
      code: 'source/schema',
      where: at(issue.path),
      message: `${issue.path.map(String).join('.') || 'file'}: ${issue.message}; correct this field (docs/guide/drafting-agreements.md lists them)`,
    })),
  };
}

/** Aliases of aliases can stand for more than any memory holds, and one may name an anchor that comes later. */
function plainOf(document: Document): { value: unknown } | { message: string } {
  try {
    return { value: document.toJS({ maxAliasCount: 50 }) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { message: `${why.slice(0, LONGEST_MESSAGE)}; write out what the aliases (*name) stand for` };
  }
}

function lineOf(contents: unknown, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: unknown = contents;
  let line = 1;
  for (const step of [null, ...path]) {
    if (step !== null) node = childOf(node, step);
    if (!isNode(node) || !node.range) break;
    line = lines.linePos(node.range[0]).line;
  }
  return line;
}

function childOf(node: unknown, step: PropertyKey): unknown {
  if (isMap(node)) return node.items.find((pair) => isScalar(pair.key) && pair.key.value === step)?.value;
  return isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
}
