/** `npm run bench -- NAME [ARGUMENTS]`: runs one benchmark; without a name, lists them. Figures are measured, never asserted. */
const BENCHES: Record<string, { about: string; load: () => Promise<{ run(args: string[]): unknown }> }> = {
  coding: {
    about: 'coding beside wink-nlp on the same text: speed on one core and on threads, growth, memory, start-up',
    load: () => import('./coding.ts'),
  },
  ingest: {
    about: 'ingest of thousands of reports into the embedded store, coding and corroboration included',
    load: () => import('./ingest.ts'),
  },
  api: { about: 'list and incident pages over a store of 100,000 incidents', load: () => import('./api.ts') },
  analytics: {
    about: 'figures of 1,000,000 incidents on PostgreSQL and of 100,000 on PGlite',
    load: () => import('./analytics.ts'),
  },
  assess: { about: 'incident-clause tests a second on one core', load: () => import('./assess.ts') },
  reassess: {
    about: 'a change of one clause over 1,000,000 incidents: how many are touched, how long it takes',
    load: () => import('./reassess.ts'),
  },
  corroborate: {
    about: 'corroboration of 1,000 to 1,000,000 generated reports: seconds, memory, growth',
    load: () => import('./corroborate.ts'),
  },
  place: {
    about: 'one more report into a store of 1,000,000 on PostgreSQL and of 300,000 on PGlite, and the question it asks',
    load: () => import('./place.ts'),
  },
};

const [name, ...args] = process.argv.slice(2);
const bench = name === undefined ? undefined : BENCHES[name];
if (bench === undefined) {
  for (const [known, { about }] of Object.entries(BENCHES)) console.log(`${known.padEnd(12)} ${about}`);
  process.exit(name === undefined ? 0 : 2);
}
const { run } = await bench.load();
await run(args);
