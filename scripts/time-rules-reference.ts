/** Writes docs/reference/time-rules.md from the rules for times. `node scripts/time-rules-reference.ts [--check]`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TimeExample, TimeRule } from '../src/journey/2-read/times/rule.ts';
import { timeRules } from '../src/journey/2-read/times/time-rules.ts';

const HEAD = `# Rules for times

The rules that read expressions of time, in their order. Written by \`npm run docs:times\` from \`src/journey/2-read/times/rules/\`;
every example and every miss below is executed by the tests. Values are for a report published on Wednesday 15 June 2016 with
its main place in Idlib. What the values mean: [times](times.md).
`;

export function timeRulesReference(): string {
  return `${[HEAD, ...timeRules.map(section)].join('\n').trimEnd()}\n`;
}

function section(rule: TimeRule): string {
  const rows = rule.examples.map(row);
  const misses = rule.misses.map((miss) => `"${miss}"`).join(' ');
  return [
    `## \`${rule.id}\``,
    '',
    rule.says,
    '',
    '| text | read | type | value |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Reads nothing in: ${misses}`,
    '',
  ].join('\n');
}

const row = ({ text, found, type, value }: TimeExample): string =>
  `| ${text} | ${found} | ${type} | ${value ?? 'none'} |`;

const path = join(import.meta.dirname, '..', 'docs', 'reference', 'time-rules.md');
if (import.meta.main) {
  if (process.argv.includes('--check')) process.exitCode = readFileSync(path, 'utf8') === timeRulesReference() ? 0 : 1;
  else writeFileSync(path, timeRulesReference());
}
