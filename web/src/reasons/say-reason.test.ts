import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REASON_WORDS as FINDING_WORDS } from '../../../src/journey/5-assess/reason-words.ts';
import { CONTRADICTION_WORDS } from '../../../src/model/contradiction-words.ts';
import { GRADE_ADDITIONS, GRADE_WORDS } from '../../../src/model/grade-words.ts';
import { LINK_WORDS } from '../../../src/model/link-words.ts';
import { speechIn } from '../words/use-words.ts';
import { sayReason, withWrittenMoments } from './say-reason.ts';

const REASON_WORDS = { ...FINDING_WORDS, ...LINK_WORDS, ...CONTRADICTION_WORDS, ...GRADE_WORDS, ...GRADE_ADDITIONS };
const blanksOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
const [arabic, english] = [speechIn('ar'), speechIn('en')];
const { words: ar } = arabic;
const plain = (text: string | null): string | undefined => text?.replace(/[\u2068\u2069]/g, '');

test('every reason has words in Arabic, with the same blanks as in English', () => {
  assert.deepEqual(Object.keys(ar.reasons).sort(), Object.keys(REASON_WORDS).sort());
  for (const [code, sentence] of Object.entries(REASON_WORDS)) {
    assert.deepEqual(blanksOf(ar.reasons[code] ?? ''), blanksOf(sentence), code);
    // A sentence of blanks alone has nothing to say in any language.
    if (/[a-z]/.test(sentence.replace(/\{\w+\}/g, '')))
      assert.match(ar.reasons[code] ?? '', /\p{Script=Arabic}/u, code);
  }
});

test('a reason is said with its values, reasons and types within it included', () => {
  const reason = {
    code: 'exception/claimed',
    values: { what: { code: 'exception/answered', values: {} } },
  };
  assert.equal(plain(sayReason(reason, arabic)), 'يقول الجانب المتهم: كان ردًّا على هجوم؛ وهو ادعاء لم يثبت');
  const deed = {
    code: 'deed/told',
    values: {
      parts: [
        { code: 'deed/act', values: { act: { type: 'shelling' as const }, name: 'the army', day: '2016-05-04' } },
        { code: 'doubt/contested', values: {} },
      ],
    },
  };
  assert.equal(
    plain(sayReason(deed, arabic)),
    `${ar.type.shelling}، الفاعل the army، منذ ٤ مايو ٢٠١٦؛ الفاعل موضع خلاف`,
  );
});

test('numbers are counted and written as the language does', () => {
  const period = { from: '2016-05-01', to: '2016-05-07', reported: 5, days: { count: 7, of: 'days' as const } };
  const said = (count: number) =>
    plain(sayReason({ code: 'state/period', values: { ...period, incidents: { count, of: 'incidents' } } }, arabic));
  assert.equal(said(2), 'حادثتان من ١ مايو ٢٠١٦ إلى ٧ مايو ٢٠١٦ (الأيام التي رُوي عنها: ٥، من ٧ أيام)');
  assert.match(said(11) ?? '', /^١١ حادثة /);
});

test('names of another script are set apart from the sentence around them', () => {
  const said = sayReason({ code: 'bearer/rivals', values: { names: 'Al-Aba Front' } }, arabic);
  assert.equal(said, 'تسمّي المصادر فاعلين مختلفين: \u2068Al-Aba Front\u2069');
});

test('names of sides and zones are said in Arabic where packs name them, several joined by "or"', () => {
  const names = new Map([
    ['the north', 'الشمال'],
    ['the south', 'الجنوب'],
  ]);
  const speech = speechIn('ar', names);
  const said = (sides: string) =>
    plain(sayReason({ code: 'party/of-side-bound', values: { name: 'X', side: sides } }, speech));
  assert.match(said('the north') ?? '', /^X من الشمال،/);
  assert.match(said('the north or the south') ?? '', /^X من الشمال أو الجنوب،/);
  assert.match(said('the north or the west') ?? '', /^X من the north or the west،/);
});

test('in English the stored sentence is shown with its days as pages write them, and quoted words as they stand', () => {
  const due = { code: 'status/due-before', values: { end: '2016-04-26' } };
  assert.equal(withWrittenMoments('it is due before 2016-04-26', due, english), 'it is due before 26 April 2016');
  const deeds = { code: 'status/deeds', values: { deeds: [due, { code: 'act/alleged', values: {} }] } };
  assert.match(
    withWrittenMoments('before 2016-04-26; "by 2016-04-27"', deeds, english),
    /26 April 2016; "by 2016-04-27"/,
  );
});

test('what this page has no words for is left to the English sentence', () => {
  assert.equal(sayReason({ code: 'limb/of-tomorrow', values: {} }, arabic), null);
  const within = { code: 'exception/claimed', values: { what: { code: 'limb/of-tomorrow', values: {} } } };
  assert.equal(sayReason(within, arabic), null);
  assert.equal(sayReason({ code: 'bearer/rivals', values: {} }, arabic), null, 'a value that is missing');
  assert.equal(
    sayReason({ code: 'act/alleged', values: {} }, english),
    null,
    'in English the stored sentence is shown',
  );
});
