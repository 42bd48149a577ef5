/**
 * The pages of `docs/agreements` follow public disputes through the engine. Their commands are run and their tables are looked up
 * in the worked cases, so that no page can say what the program does not. `npm run docs:disputes` writes the output anew.
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMB_NAMES } from '../src/journey/5-assess/terms.ts';
import type { WorkedCase } from '../src/knowledge/worked-cases.ts';
import type { Finding } from '../src/model/finding.ts';

const ROOT = join(import.meta.dirname, '..');
const WIDTH = 126;

/** A shell block with the output that the page prints below it. */
const COMMAND = /```sh\n([^`]*)```\n\n```text\n([^`]*)```/g;

/** The pages, by the id of their agreement. */
export const disputePages = (): Map<string, string> =>
  new Map(
    globSync(join(ROOT, 'docs', 'agreements', '*.md'))
      .sort()
      .map((path) => [path.replace(/^.*[\\/]|\.md$/g, ''), readFileSync(path, 'utf8')]),
  );

/** The page with the output of its commands as it is now, each line broken to the width of the page. */
export function withOutput(page: string): string {
  return page.replaceAll(
    COMMAND,
    (_, command: string) => `\`\`\`sh\n${command}\`\`\`\n\n\`\`\`text\n${broken(outputOf(command))}\n\`\`\``,
  );
}

/** The commands run in a folder of their own that has `bin` beside them, as in the program's folder. */
function outputOf(command: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'trucewatch-page-'));
  try {
    mkdirSync(join(folder, 'bin'));
    symlinkSync(join(ROOT, 'bin', 'trucewatch'), join(folder, 'bin', 'trucewatch'));
    return execFileSync('bash', ['-e', '-c', command], { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function broken(output: string): string {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const indent = line.match(/^ */)?.[0] ?? '';
      const rows = [indent];
      for (const word of line.trim().split(/\s+/)) {
        const row = rows.at(-1) ?? '';
        const longer = row.trim() === '' ? `${row}${word}` : `${row} ${word}`;
        if (longer.length <= WIDTH || row.trim() === '') rows[rows.length - 1] = longer;
        else rows.push(`${indent}${word}`);
      }
      return rows.join('\n').trimEnd();
    })
    .join('\n');
}

type Outcome = Finding['outcome'];
type Limb = (typeof LIMB_NAMES)[number];

interface Row {
  readonly line: string;
  readonly cases: readonly string[];
  readonly claims: readonly { readonly clause: string; readonly outcome: Outcome; readonly limb: Limb | null }[];
}

const CLAIM =
  /\b([A-Z]\d+) (breach-indicated|exception-claimed|indeterminate|consistent|outside-scope)(?:, by ([a-z]+))?/g;

/** What the tables of a page say: of which worked cases, and which outcome each clause has. */
export function rowsOf(page: string): Row[] {
  return page
    .split('\n')
    .filter((line) => /^\| /.test(line) && !/^\| (what|---)/.test(line))
    .map((line) => ({
      line,
      cases: [...line.matchAll(/`([a-z0-9-]+)`/g)].map(([, id = '']) => id),
      claims: [...line.matchAll(CLAIM)].map(([, clause = '', outcome = '', limb]) => ({
        clause,
        outcome: named(OUTCOMES, outcome),
        limb: limb === undefined ? null : named(LIMB_NAMES, limb),
      })),
    }));
}

const OUTCOMES: readonly Outcome[] = [
  'breach-indicated',
  'exception-claimed',
  'indeterminate',
  'consistent',
  'outside-scope',
];

function named<T extends string>(names: readonly T[], word: string): T {
  const name = names.find((one) => one === word);
  if (name === undefined) throw new Error(`${word} is none of ${names.join(', ')}`);
  return name;
}

/** The row as expectations of its worked cases; a case that is not there is named. */
export function casesOf({ cases, claims }: Row, worked: readonly WorkedCase[]): WorkedCase[] {
  return cases.map((id) => {
    const found = worked.find((one) => one.id === id);
    if (found === undefined) throw new Error(`there is no worked case ${id}`);
    const outcomes = claims.map(({ clause, outcome }) => [clause, outcome] as const);
    const limbs = claims.flatMap(({ clause, limb }) => (limb === null ? [] : [[clause, [limb]] as const]));
    return {
      ...found,
      expect: { ...found.expect, ...Object.fromEntries(outcomes) },
      unknown: { ...found.unknown, ...Object.fromEntries(limbs.map(([clause, list]) => [clause, [...list]])) },
    };
  });
}

if (import.meta.main)
  for (const [id, page] of disputePages())
    writeFileSync(join(ROOT, 'docs', 'agreements', `${id}.md`), withOutput(page));
