import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ar } from './ar.ts';
import { en } from './en.ts';

const said = (n: number): string => String(n);

const RATIOS: [best: number, english: string, arabic: string][] = [
  [1, '1 time as many', 'مرة واحدة'],
  [2, '2 times as many', 'مرتان'],
  [4, '4 times as many', '4 مرات'],
  [0.5, '0.5 times as many', '0.5 مرة'],
  [1.5, '1.5 times as many', '1.5 مرة'],
  [30, '30 times as many', '30 مرة'],
];
for (const [best, english, arabic] of RATIOS)
  test(`${best} is counted as each language counts`, () => {
    const ratio = { min: 0.2, best, max: 40 };
    assert.ok(en.analytics.ratioRange(ratio, said).startsWith(`${english} (`), en.analytics.ratioRange(ratio, said));
    assert.ok(ar.analytics.ratioRange(ratio, said).startsWith(`${arabic} (`), ar.analytics.ratioRange(ratio, said));
  });

const COUNTS: [n: number, english: string, arabic: string][] = [
  [0, '0 reports', '٠ تقرير'],
  [1, '1 report', 'تقرير واحد'],
  [2, '2 reports', 'تقريران'],
  [7, '7 reports', '٧ تقارير'],
  [11, '11 reports', '١١ تقريرًا'],
  [100, '100 reports', '١٠٠ تقرير'],
  [103, '103 reports', '١٠٣ تقارير'],
];
for (const [n, english, arabic] of COUNTS)
  test(`${n} reports are counted as each language counts`, () =>
    assert.deepEqual([en.reports(n), ar.reports(n)], [english, arabic]));
