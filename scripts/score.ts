/**
 * Measures the program on the evaluation corpora of a data folder with the scorers that stand there.
 * `node scripts/score.ts [--data DIR] [--only NAME,…] [--half first|second] [--note TEXT] [--dry]` codes each corpus with
 * `trucewatch code`, prints one table with the change against the last recorded run, and records the run in `bench/scores/`.
 * No text of a corpus is kept: only figures are written.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { policeRow } from './police-labels.ts';

interface Corpus {
  name: string;
  gold: string[];
  scorer: string;
  /** First argument of `from-coded.mjs`. */
  turn: string;
  options?: string[];
  corroborated?: boolean;
  /** The figures of the table: label → how the scorer's dotted name starts and ends; `at` is what we mean to reach. */
  table: { label: string; name: RegExp; at?: number }[];
}

const MUC_TABLE = [
  { label: 'D micro F1', name: /^D\..*MICRO.*\.f1$/, at: 0.58 },
  { label: 'D micro P', name: /^D\..*MICRO.*\.p$/ },
  { label: 'D micro R', name: /^D\..*MICRO.*\.r$/ },
  { label: 'killed F1', name: /killed count\.f1$/, at: 0.55 },
  { label: 'date', name: /date_exact_or_within\.acc$/, at: 0.85 },
  { label: 'country', name: /country\.acc$/, at: 0.95 },
];
const TIMEX_TABLE = [{ label: 'relaxed + value F1', name: /relaxed.*value.*f1$/i, at: 0.8 }];
const GEO_TABLE = [
  { label: 'span F1', name: /span.*overlap.*f1$|overlap.*f1$/i, at: 0.8 },
  { label: 'acc@161km end to end', name: /161.*end|end.*161/i, at: 0.75 },
];

const CORPORA: Corpus[] = [
  { name: 'muc4', table: MUC_TABLE, gold: ['muc4/tst1.jsonl', 'muc4/tst2.jsonl'], scorer: 'muc4', turn: 'muc4' },
  { name: 'muc4-dev', table: MUC_TABLE, gold: ['muc4/dev.jsonl'], scorer: 'muc4', turn: 'muc4' },
  {
    name: 'cameo',
    table: [
      { label: 'root F1', name: /^all\.root\.f1$/, at: 0.75 },
      { label: 'root+source+target F1', name: /^all\.root\+source\+target\.f1$/, at: 0.6 },
      { label: 'has event F1', name: /^all\.sentence has event\.f1$/ },
    ],
    gold: ['cameo/dev.jsonl'],
    scorer: 'cameo',
    turn: 'cameo',
    options: ['--corpus=petr2-gsr,plover-gsr'],
  },
  { name: 'timex', table: TIMEX_TABLE, gold: ['timex/timebank.jsonl'], scorer: 'timex', turn: 'timex' },
  { name: 'timex-wikiwars', table: TIMEX_TABLE, gold: ['timex/wikiwars-ua-dev.jsonl'], scorer: 'timex', turn: 'timex' },
  {
    name: 'geoparse',
    table: GEO_TABLE,
    gold: ['geoparse/dev.jsonl.gz'],
    scorer: 'geoparse',
    turn: 'geoparse',
    options: ['--corpus=tr-news,geovirus,gwn'],
  },
  {
    name: 'geoparse-lgl',
    table: GEO_TABLE,
    gold: ['geoparse/dev.jsonl.gz'],
    scorer: 'geoparse',
    turn: 'geoparse',
    options: ['--corpus=lgl'],
  },
  {
    name: 'quotes',
    table: [
      { label: 'content + speaker, quoted F1', name: /content \+ speaker, quoted only\.f1$/, at: 0.85 },
      { label: 'content + speaker, all F1', name: /content \+ speaker, all\.f1$/ },
    ],
    gold: ['quotes/dev.jsonl.gz'],
    scorer: 'quotes',
    turn: 'quotes',
  },
  {
    name: 'gunviolence',
    table: [
      { label: 'killed', name: /^accuracy\.killed\.acc$/, at: 0.92 },
      { label: 'injured', name: /^accuracy\.injured\.acc$/, at: 0.88 },
      { label: 'date', name: /^accuracy\.date\.acc$/ },
    ],
    gold: ['gunviolence/dev.jsonl'],
    scorer: 'gunviolence',
    turn: 'gunviolence',
  },
  {
    name: 'eventargs',
    table: [
      { label: 'head match micro F1', name: /head match\.MICRO\.f1$/, at: 0.45 },
      { label: 'has event F1', name: /detection\.f1$/ },
    ],
    gold: ['eventargs/rams-dev.jsonl', 'eventargs/wikievents-dev.jsonl'],
    scorer: 'eventargs',
    turn: 'eventargs',
  },
  {
    name: 'case2021',
    table: [
      { label: 'coarse accuracy', name: /^coarse groups\..*acc$/, at: 0.75 },
      { label: 'fine accuracy', name: /^fine labels\.micro.*acc$/ },
    ],
    gold: ['case2021/dev.jsonl'],
    scorer: 'case2021',
    turn: 'case2021',
  },
  {
    name: 'indiapolice',
    table: [
      { label: 'sentences macro F1', name: /^sentences\.macro/ },
      { label: 'sentences ARREST F1', name: /^sentences\.ARREST\.f1$/ },
      { label: 'sentences FORCE F1', name: /^sentences\.FORCE\.f1$/ },
      { label: 'documents macro F1', name: /^documents\.macro/ },
    ],
    gold: ['indiapolice/dev.jsonl.gz'],
    scorer: 'indiapolice',
    turn: 'police',
  },
  {
    name: 'ecbplus',
    table: [{ label: 'B-cubed F1', name: /b-?cubed.*f1$/i, at: 0.85 }],
    gold: ['ecbplus/dev.jsonl'],
    scorer: 'clusters',
    turn: 'clusters',
    corroborated: true,
  },
];

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    only: { type: 'string' },
    half: { type: 'string' },
    note: { type: 'string', default: '' },
    dry: { type: 'boolean', default: false },
    keep: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const data = values.data;
const scratch = values.keep ?? mkdtempSync(join(tmpdir(), 'trucewatch-score-'));
mkdirSync(scratch, { recursive: true });
const wanted = values.only?.split(',') ?? CORPORA.map((corpus) => corpus.name).concat('articles');
const run: Record<string, Record<string, number>> = {};

for (const corpus of CORPORA) {
  if (!wanted.includes(corpus.name)) continue;
  if (!corpus.gold.every((file) => existsSync(join(data, file)))) {
    console.error(`${corpus.name}: no data in ${data}, left out`);
    continue;
  }
  run[corpus.name] = score(corpus);
}
if (wanted.includes('articles') && existsSync(join(data, 'articles'))) run.articles = scoreArticles();
report();
if (values.keep === undefined) rmSync(scratch, { recursive: true });

/** The rows to score: a whole file, or its first or second half. */
function goldFile(corpus: Corpus): string {
  const rows = corpus.gold.flatMap((file) => {
    const bytes = readFileSync(join(data, file));
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    const middle = Math.ceil(lines.length / 2);
    return values.half === 'first' ? lines.slice(0, middle) : values.half === 'second' ? lines.slice(middle) : lines;
  });
  const path = join(scratch, `${corpus.name}.gold.jsonl`);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
}

function score(corpus: Corpus): Record<string, number> {
  const gold = goldFile(corpus);
  const path = (part: string): string => join(scratch, `${corpus.name}.${part}.jsonl`);
  pipe([process.execPath, join(data, 'score/strip.mjs'), gold], path('in'));
  const started = performance.now();
  pipe(['bin/trucewatch', 'code', '--jsonl', path('in')], path('coded'));
  const seconds = (performance.now() - started) / 1000;
  const extra: string[] = [];
  if (corpus.corroborated) {
    pipe(['bin/trucewatch', 'corroborate', '--jsonl', path('coded')], path('links'));
    extra.push(path('links'));
  }
  if (corpus.turn === 'police') writePolice(gold, path('coded'), path('pred'));
  else pipe([process.execPath, join(data, 'score/from-coded.mjs'), corpus.turn, path('coded'), ...extra], path('pred'));
  const out = execFileSync(
    process.execPath,
    [join(data, `score/${corpus.scorer}.mjs`), gold, path('pred'), '--json', ...(corpus.options ?? [])],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return { ...flat(JSON.parse(out)), seconds: Math.round(seconds * 10) / 10 };
}

/** The scorer's own turn has no row for police acts; ours says what it reads in `police-labels.ts`. */
function writePolice(gold: string, coded: string, target: string): void {
  const rows = (file: string) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const sentences = new Map(rows(gold).map((row) => [row.id, row.sentences]));
  writeFileSync(
    target,
    rows(coded)
      .map((report) => JSON.stringify(policeRow(report, sentences.get(report.id) ?? [])))
      .join('\n'),
  );
}

function scoreArticles(): Record<string, number> {
  const gold = join(data, 'articles/dev.jsonl.gz');
  const path = (part: string): string => join(scratch, `articles.${part}.jsonl`);
  pipe([process.execPath, join(data, 'score/strip.mjs'), gold], path('in'));
  pipe(['bin/trucewatch', 'code', '--jsonl', path('in')], path('coded'));
  const rows = readFileSync(path('coded'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  writeFileSync(path('pred'), rows.map((row) => JSON.stringify({ id: row.id, articleBody: row.text })).join('\n'));
  const out = execFileSync(process.execPath, [join(data, 'score/articles.mjs'), gold, path('pred'), '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return flat(JSON.parse(out));
}

function pipe(command: string[], target: string): void {
  const [program, ...rest] = command;
  const done = spawnSync(program ?? '', rest, { stdio: ['ignore', openSync(target, 'w'), 'inherit'] });
  if (done.status !== 0) throw new Error(`${command.join(' ')} ended with status ${done.status}`);
}

/** Numbers of nested objects as dotted names; precision, recall and F1 as percentages. */
function flat(value: unknown, prefix = ''): Record<string, number> {
  if (typeof value === 'number') return { [prefix]: value };
  if (typeof value !== 'object' || value === null) return {};
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => flat(inner, prefix === '' ? key : `${prefix}.${key}`)),
  );
}

function report(): void {
  mkdirSync('bench/scores', { recursive: true });
  const last = lastRun();
  console.log('corpus           figure                          now     aim     change');
  for (const [corpus, figures] of Object.entries(run)) {
    for (const { label, name, at } of tableOf(corpus)) {
      for (const key of Object.keys(figures)
        .filter((candidate) => name.test(candidate))
        .slice(0, 1)) {
        const value = figures[key] ?? 0;
        const before = last[corpus]?.[key];
        const change = before === undefined ? '' : `${value >= before ? '+' : ''}${(value - before).toFixed(4)}`;
        console.log(
          `${corpus.padEnd(16)} ${label.padEnd(30)} ${value.toFixed(4)}  ${(at?.toFixed(2) ?? '').padEnd(6)}  ${change}`,
        );
      }
    }
  }
  if (values.all)
    for (const [corpus, figures] of Object.entries(run))
      for (const [name, value] of Object.entries(figures)) console.log(`${corpus} ${name} ${value}`);
  if (values.dry || values.half !== undefined) return;
  const at = new Date().toISOString();
  writeFileSync(
    `bench/scores/${at.slice(0, 19).replaceAll(':', '')}.json`,
    `${JSON.stringify({ at, note: values.note, figures: run }, null, 1)}\n`,
  );
}

function tableOf(corpus: string): Corpus['table'] {
  return CORPORA.find(({ name }) => name === corpus)?.table ?? [{ label: 'F1', name: /f1$/i, at: 0.965 }];
}

/** The newest recorded figure of each corpus. */
function lastRun(): Record<string, Record<string, number>> {
  const merged: Record<string, Record<string, number>> = {};
  for (const file of readdirSync('bench/scores')
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    Object.assign(merged, JSON.parse(readFileSync(join('bench/scores', file), 'utf8')).figures);
  }
  return merged;
}
