import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodedReport } from '../../model/coded-report.ts';
import { codedReport } from './example-reports.ts';
import { quotationEdges } from './quotations.ts';

const WORDS = 'no shell has left our positions since the truce began on Saturday';

function quoting(id: string, words: string, speaker: { name: string; actor?: string }, quoted = true): CodedReport {
  const text = `A spokesman said: ${words}.`;
  const start = text.indexOf(words);
  return {
    ...codedReport(id, [], { text }),
    statements: [
      {
        id: 's1',
        kind: 'denial',
        codes: { plover: null, cameo: null },
        speaker: { kind: 'person', actor: null, spans: [], ...speaker },
        addressees: [],
        span: { start, end: start + words.length },
        quoted,
        about: [],
        said: null,
        deadline: null,
        condition: null,
        confidence: 1,
        because: [],
      },
    ],
  };
}

const BRILL = { name: 'Ada Brill' };
const first = quoting('a', WORDS, BRILL);
const CASES: readonly (readonly [string, CodedReport, number])[] = [
  ['the same words of the same voice', quoting('b', WORDS, BRILL), 1],
  [
    'a part of them, by the family name',
    quoting('b', 'No shell has left our positions since the truce', { name: 'Dr Brill' }),
    1,
  ],
  ['the same words of another voice', quoting('b', WORDS, { name: 'Jon Waterfield' }), 0],
  ['words told and not quoted', quoting('b', WORDS, BRILL, false), 0],
  ['a few common words', quoting('b', 'the truce began on Saturday', BRILL), 0],
  ['a voice that one report knows by its actor', quoting('b', WORDS, { ...BRILL, actor: 'xb' }), 1],
];
for (const [fact, second, ties] of CASES)
  test(`${fact} ${ties === 1 ? 'tie two reports' : 'tie nothing'}`, () =>
    assert.equal(quotationEdges([first, second]).length, ties));

test('different actors are different voices whatever they are called', () =>
  assert.deepEqual(
    quotationEdges([quoting('a', WORDS, { ...BRILL, actor: 'xa' }), quoting('b', WORDS, { ...BRILL, actor: 'xb' })]),
    [],
  ));

test('the tie names the voice and the words', () =>
  assert.deepEqual(quotationEdges([first, quoting('b', WORDS, BRILL)]), [
    {
      reports: ['a', 'b'],
      kind: 'same-quotation',
      because: 'both quote Ada Brill: “no shell has left our positions since the truce began on saturday”',
    },
  ]));
