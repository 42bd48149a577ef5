/** Eight short reports written for these tests, and their codings by hand, so that pages can be tested apart from coding. */
import { createHash } from 'node:crypto';
import type { CodedIncident, CodedReport, CodedStatement, Count, Participant } from '../../src/model/coded-report.ts';
import { type Span, spanOf } from '../../src/model/span.ts';

export interface SeedReport {
  source: string;
  coding: CodedReport;
}

/** The span of the first place where `quote` stands in the text. */
function quoted(text: string, quote: string): Span {
  const start = text.indexOf(quote);
  return spanOf(text, start, start + quote.length);
}

type Quote = (quote: string) => Span[];

const CODES = { acled: null, plover: null, cameo: null, ucdp: null };
const count = (spans: Span[], min: number, max: number | null, of?: Count['of']): Count => ({
  claim: max === min ? { op: '=', n: min } : { op: '>=', n: min },
  min,
  best: min,
  max,
  spans,
  ...(of === undefined ? {} : { of }),
});
const who = (name: string, spans: Span[], actor: string | null, more: Partial<Participant> = {}): Participant => ({
  name,
  kind: 'organisation',
  actor,
  spans,
  ...more,
});
const people = (name: string, spans: Span[]): Participant => ({ name, kind: 'group_of_people', actor: null, spans });

const SARAQIB = {
  place: 'geonames:172269',
  name: 'Saraqib',
  country: 'SY',
  admin1: 'Idlib',
  latitude: 35.864,
  longitude: 36.806,
  precision: 'settlement' as const,
};
const ALEPPO = {
  place: 'region:SY-HL',
  name: 'Aleppo',
  country: 'SY',
  admin1: 'Aleppo',
  latitude: 36.2,
  longitude: 37.6,
  precision: 'province' as const,
};
const MADAYA = {
  place: 'geonames:167000',
  name: 'Madaya',
  country: 'SY',
  admin1: 'Rif Dimashq',
  latitude: 33.69,
  longitude: 36.1,
  precision: 'settlement' as const,
};
const SYRIA = {
  place: 'iso:SY',
  name: 'Syria',
  country: 'SY',
  admin1: null,
  latitude: 35,
  longitude: 38,
  precision: 'country' as const,
};

const evening = {
  start: '2016-05-03T17:00:00+03:00',
  end: '2016-05-03T20:00:00+03:00',
  precision: 'part_of_day' as const,
};
const day = (start: string, end: string) => ({ start, end, precision: 'day' as const });

function incident(id: string, fields: Partial<CodedIncident> & Pick<CodedIncident, 'type' | 'trigger'>): CodedIncident {
  return {
    id,
    codes: CODES,
    modality: 'asserted',
    completed: true,
    aggregate: false,
    perpetrators: [],
    targets: [],
    weapons: [],
    place: null,
    time: null,
    harm: {},
    attributedTo: [],
    evidence: [],
    confidence: 0.86,
    because: ['act/shell'],
    ...fields,
  };
}

function statement(
  id: string,
  fields: Partial<CodedStatement> & Pick<CodedStatement, 'kind' | 'span'>,
): CodedStatement {
  return {
    id,
    codes: { plover: null, cameo: null },
    speaker: null,
    addressees: [],
    quoted: true,
    about: [],
    said: null,
    deadline: null,
    condition: null,
    confidence: 0.8,
    because: ['speech/verb'],
    ...fields,
  };
}

function report(
  source: string,
  published: string,
  title: string,
  body: string,
  code: (q: Quote) => Pick<CodedReport, 'incidents' | 'statements'>,
): SeedReport {
  const text = `${title}\n\n${body}`;
  const id = createHash('sha256').update(text).digest('hex');
  const coded = code((quote) => [quoted(text, quote)]);
  const coding: CodedReport = {
    schema: 'coded-report/1',
    id,
    title,
    text,
    language: 'en',
    published,
    publishedBasis: 'given',
    mentions: [],
    ...coded,
    notes: [],
    coder: { name: 'seed', version: '0', knowledge: '0'.repeat(64) },
  };
  return { source, coding };
}

const marketBody =
  'At least 12 people, three of them children, were killed when mortar shells fell on the vegetable market of Saraqib on Tuesday evening. Medics blamed the army.';
const market = (source: string, published: string, title: string): SeedReport =>
  report(source, published, title, marketBody, (q) => ({
    incidents: [
      incident('i1', {
        type: 'shelling',
        trigger: q('mortar shells fell'),
        perpetrators: [who('the army', q('the army'), 'sy.military', { attribution: 'stated' })],
        targets: [
          { ...people('vegetable market', q('vegetable market')), kind: 'object', object: 'market', protected: true },
        ],
        weapons: [{ term: 'mortar', spans: q('mortar shells') }],
        place: { ...SARAQIB, spans: q('Saraqib') },
        time: { ...evening, spans: q('on Tuesday evening') },
        harm: {
          killed: count(q('At least 12 people'), 12, null, [
            { who: 'children', claim: { op: '=', n: 3 }, min: 3, best: 3, max: 3, spans: q('three of them children') },
          ]),
        },
        attributedTo: [{ name: 'Medics', actor: null, spans: q('Medics') }],
      }),
    ],
    statements: [],
  }));

export const SEED_REPORTS: readonly SeedReport[] = [
  market('Orontes Wire', '2016-05-04', 'Mortar shells hit Saraqib market'),
  market('Coast Gazette', '2016-05-04', 'Saraqib market struck by mortar fire'),
  report(
    'Harbour Radio',
    '2016-05-05',
    'Toll of Saraqib shelling put at 15',
    'Fifteen people died and 20 were wounded in Tuesday’s shelling of the market in Saraqib, a rescue group said. The army denied firing on the town. “The shelling must stop before Friday,” an opposition spokesman told the government.',
    (q) => ({
      incidents: [
        incident('i1', {
          type: 'shelling',
          trigger: q('shelling of the market'),
          perpetrators: [who('The army', q('The army'), 'sy.military', { attribution: 'denied_by_itself' })],
          place: { ...SARAQIB, spans: q('Saraqib, a') },
          time: { ...day('2016-05-03', '2016-05-04'), spans: q('Tuesday') },
          harm: { killed: count(q('Fifteen people'), 15, 15), injured: count(q('20 were wounded'), 20, 20) },
          attributedTo: [{ name: 'a rescue group', actor: null, spans: q('a rescue group') }],
        }),
      ],
      statements: [
        statement('s1', {
          kind: 'demand',
          span: { start: 0, end: 1 },
          speaker: who('an opposition spokesman', q('an opposition spokesman'), 'sy.opposition'),
          addressees: [who('the government', q('the government'), 'sy.gov')],
          said: { start: '2016-05-05', end: '2016-05-06' },
          deadline: { start: '2016-05-05', end: '2016-05-06', spans: q('before Friday') },
        }),
      ].map((one) => ({ ...one, span: q('The shelling must stop before Friday')[0] ?? one.span })),
    }),
  ),
  report(
    'Plain Observer',
    '2016-05-09',
    'Air strikes reported in Aleppo province',
    'Aircraft struck several villages in Aleppo province between Thursday and Sunday, residents said; the planes were believed to be Russian or Syrian. Four people were reported dead.',
    (q) => ({
      incidents: [
        incident('i1', {
          type: 'air_strike',
          modality: 'alleged',
          trigger: q('Aircraft struck'),
          perpetrators: [
            who('Russian', q('Russian'), 'ru.airforce', { attribution: 'suspected', either: 1 }),
            who('Syrian', q('Syrian'), 'sy.airforce', { attribution: 'suspected', either: 1 }),
          ],
          place: { ...ALEPPO, spans: q('Aleppo province') },
          time: { start: '2016-05-05', end: '2016-05-09', precision: 'range', spans: q('between Thursday and Sunday') },
          harm: { killed: count(q('Four people'), 4, 4) },
          attributedTo: [{ name: 'residents', actor: null, spans: q('residents') }],
        }),
      ],
      statements: [],
    }),
  ),
  report(
    'Relief Bulletin',
    '2016-04-29',
    'Aid convoy reaches Madaya',
    'A convoy of 40 trucks with food and medicine entered Madaya on Thursday after both sides let it pass, relief workers said.',
    (q) => ({
      incidents: [
        incident('i1', {
          type: 'aid_delivery',
          trigger: q('entered Madaya'),
          place: { ...MADAYA, spans: q('Madaya on') },
          time: { ...day('2016-04-28', '2016-04-29'), spans: q('Thursday') },
        }),
      ],
      statements: [],
    }),
  ),
  report(
    'Plain Observer',
    '2016-05-10',
    'Group counts dead since truce',
    'More than 60 people have been killed in violations across Syria since the truce began, a local monitoring group said.',
    (q) => ({
      incidents: [
        incident('i1', {
          type: 'killing',
          aggregate: true,
          trigger: q('have been killed'),
          place: { ...SYRIA, spans: q('Syria') },
          time: { start: '2016-02-27', end: '2016-05-10', precision: 'range', spans: q('since the truce began') },
          harm: { killed: count(q('More than 60 people'), 61, null) },
        }),
      ],
      statements: [],
    }),
  ),
  report(
    'Harbour Radio',
    '2016-05-12',
    'Commander threatens to seize hill',
    'A commander of the armed opposition said his men would take the hill above Saraqib “if the shelling goes on”.',
    (q) => ({
      incidents: [
        incident('i1', {
          type: 'territory_seizure',
          modality: 'threatened',
          trigger: q('would take the hill'),
          perpetrators: [who('the armed opposition', q('the armed opposition'), 'sy.opposition')],
          place: { ...SARAQIB, precision: 'district', place: 'district:saraqib', spans: q('the hill above Saraqib') },
        }),
      ],
      statements: [
        statement('s1', {
          kind: 'threat',
          span: q('would take the hill above Saraqib')[0] ?? { start: 0, end: 1 },
          quoted: false,
          speaker: who(
            'A commander of the armed opposition',
            q('A commander of the armed opposition'),
            'sy.opposition',
          ),
          condition: q('if the shelling goes on')[0] ?? null,
        }),
      ],
    }),
  ),
  report(
    'Orontes Wire',
    '2016-05-11',
    'Fair weather brings farmers back to fields',
    'Farmers around the lake returned to their fields this week. No fighting was reported in the area.',
    () => ({ incidents: [], statements: [] }),
  ),
];
