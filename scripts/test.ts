/**
 * Runs the tests and ends with the line "N passed, N failed". `node scripts/test.ts [PATH…]` runs those below the paths.
 * Unit tests share one process, so that knowledge is loaded once; tests that start servers, browsers or child
 * processes (`test/**`) get a process each, so that none can hide what another left open.
 */
import { globSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const wanted = process.argv.slice(2).map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
const isWanted = (file: string): boolean => wanted.length === 0 || wanted.some((path) => file.startsWith(path));
const files = globSync([
  'src/**/*.test.ts',
  'web/src/**/*.test.ts',
  'scripts/**/*.test.ts',
  'test/**/*.test.ts',
  'bench/**/*.test.ts',
])
  .filter(isWanted)
  .sort();
const alone = files.filter((file) => file.startsWith('test/'));
const together = files.filter((file) => !file.startsWith('test/'));

const total = { passed: 0, failed: 0, skipped: 0 };

async function runGroup(group: string[], isolation: 'none' | 'process'): Promise<void> {
  if (group.length === 0) return;
  const stream = run({ files: group, isolation, ...(isolation === 'process' ? { concurrency: 2 } : {}) });
  stream.on('test:pass', (event) => {
    if (event.details.type === 'suite') return;
    if (event.skip !== undefined) total.skipped += 1;
    else total.passed += 1;
  });
  stream.on('test:fail', (event) => {
    if (event.details.type !== 'suite') total.failed += 1;
  });
  const report = stream.compose(spec());
  for await (const chunk of report) process.stdout.write(String(chunk));
}

if (files.length === 0) {
  console.error(`no test file below ${wanted.join(', ')}: name a folder or file that holds *.test.ts`);
  process.exit(2);
}
await runGroup(together, 'none');
await runGroup(alone, 'process');
if (total.passed + total.failed === 0) {
  console.error('no test ran');
  process.exit(1);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);
