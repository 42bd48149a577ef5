/** No pattern of the program may take more than linear time, whatever the text: each is run over strings made to slow it. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { hostileStrings, unitsOf } from './hostile-strings.ts';
import { type RegexLiteral, regexLiterals } from './regex-literals.ts';

const LENGTH = 20_000;
/** A linear pattern passes over the text in a fraction of this; whatever takes longer is measured again, at two lengths. */
const QUICK_MS = 25;
/** An exponential pattern would never end. */
const PATIENCE_MS = 1000;
/** Four times the text takes a linear pattern four times as long, and one that grows with the square sixteen times. */
const WORST_GROWTH = 9;

test('the scanner tells a regular expression from a division, a string and a comment', () => {
  const source = `const a = b / c; // /no/\nconst d = '/no/' + \`\${/in/g.test(x) ? '}' : /two[/]/u}/no/\`;\nreturn /last\\//;`;
  assert.deepEqual(
    regexLiterals(source).map(({ pattern, flags, line }) => `${line} ${pattern} ${flags}`),
    ['2 in g', '2 two[/] u', '3 last\\/ '],
  );
});

test('a pattern that backtracks is found out', () => {
  assert.notEqual(worstOf({ pattern: '(?:a+)+b', flags: '', line: 1 }), null);
  assert.notEqual(worstOf({ pattern: '\\s+$', flags: '', line: 1 }), null);
  assert.equal(worstOf({ pattern: 'a+', flags: 'g', line: 1 }), null);
});

const files = globSync('src/**/*.ts')
  .filter((file) => !file.endsWith('.test.ts'))
  .sort();

test('every regular expression of the program takes linear time', () => {
  const slow: string[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    for (const literal of regexLiterals(readFileSync(file, 'utf8'))) {
      const key = `${literal.pattern}/${literal.flags}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const worst = worstOf(literal);
      if (worst !== null) slow.push(`${file}:${literal.line} /${literal.pattern}/${literal.flags}: ${worst}`);
    }
  }
  assert.ok(seen.size > 100, `only ${seen.size} expressions were found: does the scanner still read the sources?`);
  assert.deepEqual(slow, []);
});

/** What shows the growth of the slowest text; null where all are linear. */
function worstOf({ pattern, flags }: RegexLiteral): string | null {
  for (const unit of unitsOf(pattern)) {
    for (const [index, text] of hostileStrings(pattern, unit, LENGTH).entries()) {
      const first = msOf(pattern, flags, text);
      if (first < QUICK_MS) continue;
      if (first === Number.POSITIVE_INFINITY) return `${JSON.stringify(unit)} repeated: over ${PATIENCE_MS} ms`;
      const [short = 0, long = 0] = [1, 4].map((times) => {
        const again = hostileStrings(pattern, unit, LENGTH * times)[index] ?? '';
        return Math.min(msOf(pattern, flags, again), msOf(pattern, flags, again));
      });
      if (long > QUICK_MS && !(long / short < WORST_GROWTH))
        return `${JSON.stringify(unit)} repeated: ${short.toFixed(1)} ms, four times as long ${long.toFixed(1)} ms`;
    }
  }
  return null;
}

const context = createContext({ text: '' });

/** All matches of a global expression, else the first; without end where it takes too long. */
function msOf(pattern: string, flags: string, text: string): number {
  context.text = text;
  const expression = `/${pattern}/${flags}`;
  const started = performance.now();
  try {
    runInContext(flags.includes('g') ? `void text.replace(${expression}, '')` : `${expression}.test(text)`, context, {
      timeout: PATIENCE_MS,
    });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return Number.POSITIVE_INFINITY;
  }
  return performance.now() - started;
}

/** The error is made in the other context, so it is no `Error` of this one. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
