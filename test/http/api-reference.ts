/** The API reference as a page of Markdown, from the interface's own description. `node test/http/api-reference.ts` writes it. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PROBLEM_STATUS } from '../../src/shell/http/contract.ts';
import { apiOverSeed, jsonOf } from './api-over-seed.ts';

export const REFERENCE = fileURLToPath(new URL('../../docs/reference/api.md', import.meta.url));

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: {
    description?: string;
    type?: string;
    enum?: string[];
    default?: unknown;
    minimum?: number;
    maximum?: number;
    maxLength?: number;
  };
}
interface Operation {
  summary: string;
  parameters?: Parameter[];
  requestBody?: unknown;
  responses: Record<string, { description: string }>;
}
export interface Description {
  paths: Record<string, Record<string, Operation>>;
}

const HEAD = `# The HTTP interface

Written by \`node test/http/api-reference.ts\` from the schemas in \`src/shell/http/contract.ts\`; a test holds it to them. The full
shapes are at \`/api/openapi.json\` (OpenAPI 3.1) of a running server.

- The server answers on 127.0.0.1 only, and only to requests whose Host is \`localhost\`, \`127.0.0.1\` or \`[::1]\`.
- Lists answer \`{items, next, total}\`: ask again with \`cursor\` set to \`next\` until it is null. \`total\` is null where nobody counted.
- Several values of one filter are separated by commas and mean "any of them"; different filters must all hold.
- Days are \`YYYY-MM-DD\`, both ends included; an incident matches when its interval overlaps the period.
- Offsets are UTF-16 code units into the report's text.
- Errors are \`application/problem+json\` (RFC 9457) with one of the codes at the end of this page.
`;

export function referenceOf({ paths }: Description): string {
  const operations = Object.entries(paths)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => sectionOf(method.toUpperCase(), path, operation)),
    );
  const codes = Object.entries(PROBLEM_STATUS).map(([code, status]) => `| \`${code}\` | ${status} |`);
  return `${HEAD}\n${operations.join('\n')}\n## Error codes\n\n| code | status |\n|---|--:|\n${codes.join('\n')}\n`;
}

function sectionOf(method: string, path: string, { summary, parameters = [], responses }: Operation): string {
  const rows = parameters.map(({ name, in: where, schema = {} }) => `| \`${name}\` | ${where} | ${wordsOf(schema)} |`);
  const table = rows.length === 0 ? '' : `\n| name | in | takes |\n|---|---|---|\n${rows.join('\n')}\n`;
  const answers = Object.entries(responses).map(([status, { description }]) => `- ${status}: ${description}`);
  return `## ${method} ${path}\n\n${summary}.\n${table}\n${answers.join('\n')}\n`;
}

function wordsOf({
  description,
  type,
  enum: values,
  default: standard,
  minimum,
  maximum,
  maxLength,
}: NonNullable<Parameter['schema']>): string {
  const words = [
    description ?? (values === undefined ? (type ?? 'string') : ''),
    (values ?? []).map((value) => `\`${value}\``).join(', '),
    minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : '',
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    standard === undefined ? '' : `default \`${standard}\``,
  ];
  return words.filter((word) => word !== '').join('; ');
}

if (import.meta.main) {
  const api = await apiOverSeed();
  // The interface's own description; its shape is OpenAPI's.
  writeFileSync(REFERENCE, referenceOf((await jsonOf(await api.get('/api/openapi.json'))) as Description));
  await api.close();
}
