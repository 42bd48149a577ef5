/**
 * Writes the move templates out as straight-line code, `src/journey/2-read/grammar/unrolled-moves.ts`: `node
 * scripts/unroll-moves.ts`. A loop over the templates as data spends more time on finding out what to join than on the joining.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from '../src/journey/2-read/grammar/feature-templates.ts';
import { mix } from '../src/journey/2-read/grammar/hashing.ts';
import { moveFacts, moveTemplatesBy } from '../src/journey/2-read/grammar/move-features.ts';
import { moveCheckBits, moveWeightBits } from '../src/knowledge/weight-tables.ts';

const NAMES = { input: 'addInput', stack: 'addStack', weighty: 'addWeighty', slight: 'addSlight' } as const;
const LEFT = `(s << ${moveWeightBits}) >> ${32 - moveWeightBits}`;
const RIGHT = `s >> ${32 - moveWeightBits}`;

export function unrolledMoves(): string {
  const functions = Object.entries(NAMES).map(([kind, name]) => {
    const templates = moveTemplatesBy[kind as keyof typeof NAMES];
    const used = moveFacts.filter((fact) => templates.some(([, ...facts]) => facts.includes(fact)));
    return [
      `export function ${name}(facts: Int32Array, slots: Int32Array, shift: number, sums: Int32Array): void {`,
      ...used.map((fact) => `  const ${local(fact)} = facts[${moveFacts.indexOf(fact)}] as number;`),
      '  let [l, r, k, s] = [0, 0, 0, 0];',
      ...templates.map(line),
      '  sums[0] = l;',
      '  sums[1] = r;',
      '}',
    ].join('\n');
  });
  return `${HEAD}\n${functions.join('\n\n')}\n`;
}

const HEAD = `/**
 * Sums of the weights for left and right over the templates of move-templates.ts, one line a template: its key out of mixed
 * facts, its slot, both weights where the slot is its own. Written by scripts/unroll-moves.ts; not to be edited.
 */`;

const line = ([number, ...facts]: Template): string =>
  [
    `  k = ${[mix(number, 0), ...facts.map((fact) => local(String(fact)))].join(' ^ ')};`,
    's = slots[k >>> shift] as number;',
    `s &= (((s ^ k) & ${2 ** moveCheckBits - 1}) - 1) >> 31;`,
    `l += ${LEFT};`,
    `r += ${RIGHT};`,
  ].join(' ');

/** "s0Left.word" as "s0LeftWord". */
const local = (fact: string): string => fact.replace(/\.(.)/, (_, letter: string) => letter.toUpperCase());

const path = join(import.meta.dirname, '..', 'src', 'journey', '2-read', 'grammar', 'unrolled-moves.ts');
if (import.meta.main) {
  if (process.argv.includes('--check')) process.exitCode = readFileSync(path, 'utf8') === unrolledMoves() ? 0 : 1;
  else writeFileSync(path, unrolledMoves());
}
