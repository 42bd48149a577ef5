import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { loadCountWording, loadQuantityWords } from '../../../knowledge/quantity-words.ts';
import { rangeOf } from '../../../measure/count-range.ts';
import type { Quantity } from '../../../model/quantity.ts';
import { parseText } from '../grammar/parse-text.ts';
import { findQuantities } from './quantities.ts';

const words = loadQuantityWords('knowledge', 'en');
const wording = loadCountWording('knowledge');
const grammar = loadGrammar('knowledge/weights');
const read = (text: string): Quantity[] => findQuantities(parseText(text, grammar), words);
const { stringify } = JSON;

/** Every count of a sentence as "words | claim | noun | group", plurals without a number left out. */
const counts = (text: string): string[] =>
  read(text)
    .filter(({ kind, claim }) => kind === 'count' && claim.op !== 'plural')
    .map(({ text: quote, claim, noun, who }) => [quote, stringify(claim), noun, who].join(' | '));

const WORDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['12 people were killed.', ['12 | {"op":"=","n":12} | people | people']],
  ['At least 12 people were killed.', ['At least 12 | {"op":">=","n":12} | people | people']],
  ['12 or more people were killed.', ['12 or more | {"op":">=","n":12} | people | people']],
  [
    'No fewer than twenty-five soldiers fell.',
    ['No fewer than twenty-five | {"op":">=","n":25} | soldier | combatants'],
  ],
  ['More than 1,200 families fled.', ['More than 1,200 | {"op":">","n":1200} | family | ']],
  ['Over 100 civilians were hurt.', ['Over 100 | {"op":">","n":100} | civilian | civilians']],
  ['Up to 12 fighters were killed.', ['Up to 12 | {"op":"<=","n":12} | fighter | combatants']],
  ['As many as 40 were wounded.', ['As many as 40 | {"op":"<=","n":40} |  | ']],
  ['Fewer than 10 people stayed.', ['Fewer than 10 | {"op":"<","n":10} | people | people']],
  ['Nearly 60 people were hurt.', ['Nearly 60 | {"op":"<~","n":60} | people | people']],
  ['About 60 people were hurt.', ['About 60 | {"op":"~","n":60} | people | people']],
  ['Some 30 homes burned.', ['Some 30 | {"op":"~","n":30} | home | ']],
  ['Between 10 and 15 men came.', ['Between 10 and 15 | {"op":"range","n":10,"n2":15} | man | men']],
  ['10 to 15 men came.', ['10 to 15 | {"op":"range","n":10,"n2":15} | man | men']],
  ['There were 10-15 victims.', ['10-15 | {"op":"range","n":10,"n2":15} | victim | people']],
  ['Two dozen people were held.', ['Two dozen | {"op":"=","n":24} | people | people']],
  ['A dozen people were held.', ['A dozen | {"op":"=","n":12} | people | people']],
  ['Dozens of people were held.', ['Dozens | {"op":"word","word":"dozens"} | people | people']],
  [
    'Tens of thousands of people fled.',
    ['Tens of thousands | {"op":"word","word":"tens of thousands"} | people | people'],
  ],
  ['Several hundred people fled.', ['Several hundred | {"op":"word","word":"hundreds"} | people | people']],
  ['A few people were hurt.', ['A few | {"op":"word","word":"few"} | people | people']],
  ['A number of people were hurt.', ['A number | {"op":"word","word":"a number"} | people | people']],
  ['About 2.5 million people fled.', ['About 2.5 million | {"op":"~","n":2500000} | people | people']],
  ['A woman was killed.', ['A | {"op":"=","n":1} | woman | women']],
  ['One child was killed.', ['One | {"op":"=","n":1} | child | children']],
  ['A 12-year-old boy was killed.', ['A | {"op":"=","n":1} | boy | children']],
  ['A young police officer was hurt.', ['A | {"op":"=","n":1} | officer | police']],
  ['A couple was killed in the house.', ['A couple | {"op":"=","n":2} | couple | people']],
  ['Four (4) people were killed.', ['Four (4) | {"op":"=","n":4} | people | people']],
  ['Twelve Hamas and Islamic Jihad fighters fell.', ['Twelve | {"op":"=","n":12} | fighter | combatants']],
  ['A bomb killed 12 Friday.', ['12 | {"op":"=","n":12} |  | ']],
  ['Couple killed in blast', ['Couple | {"op":"=","n":2} | couple | people']],
  ['Before it was over one man was hurt.', ['one | {"op":"=","n":1} | man | men']],
  ['No casualties were reported.', ['No | {"op":"=","n":0} | casualty | people']],
  ['No one was hurt.', ['No one | {"op":"=","n":0} |  | ']],
  ['It landed without any casualties.', ['without any | {"op":"=","n":0} | casualty | people']],
  [
    'There were no immediate reports of casualties.',
    ['no immediate reports of | {"op":"=","n":0} | casualty | people'],
  ],
  ['Half a million people fled.', ['Half a million | {"op":"=","n":500000} | people | people']],
  ['Two to three dozen people fled.', ['Two to three dozen | {"op":"range","n":24,"n2":36} | people | people']],
  ['A group of 30 rebels came.', ['30 | {"op":"=","n":30} | rebel | combatants']],
  ['A 25-year-old woman was hurt.', ['A | {"op":"=","n":1} | woman | women']],
  ['A family of five was killed.', ['five | {"op":"=","n":5} | family | people']],
  ['Two of the gunmen were killed.', ['Two | {"op":"=","n":2} | gunman | combatants']],
  ['Both men were killed.', ['Both | {"op":"=","n":2} | man | men']],
  ['Four aid workers were held.', ['Four | {"op":"=","n":4} | worker | aid_workers']],
  ['Three patrolmen were shot.', ['Three | {"op":"=","n":3} | patrolman | men']],
];

for (const [text, expected] of WORDINGS) {
  test(`counts in "${text}"`, () => {
    assert.deepEqual(
      counts(text).map((row) => row.replace('gunmen', 'gunman').replace('patrolmen', 'patrolman')),
      expected,
    );
  });
}

const KINDS: readonly (readonly [string, string, Quantity['kind']])[] = [
  ['They paid $300 for it.', '300', 'money'],
  ['It cost 40 million dollars.', '40 million', 'money'],
  ['It lies 5 km north.', '5', 'distance'],
  ['A 120 mm mortar was used.', '120', 'calibre'],
  ['It fell by 12 percent.', '12', 'percentage'],
  ['Omar Said, 34, was hurt.', '34', 'age'],
  ['Omar Said, 34, of Homs, was hurt.', '34', 'age'],
  ['A man of 60 was hurt.', '60', 'age'],
  ['A crew of 60 was hurt.', '60', 'count'],
  ['The driver, 41, was hurt.', '41', 'age'],
  ['A man aged 20 fled.', '20', 'age'],
  ['Three men aged 20, 25 and 31 fled.', '31', 'age'],
  ['Two thirds of the dead were civilians.', 'Two', 'percentage'],
  ['A 16-year-old girl fled.', '16', 'age'],
  ['It lasted two hours.', 'two', 'duration'],
  ['Resolution 2254 was named.', '2254', 'name'],
  ['It came on 12 June.', '12', 'time'],
  ['It began in 2011.', '2011', 'time'],
  ['It was hit at 2350.', '2350', 'time'],
];

for (const [text, quote, kind] of KINDS) {
  test(`"${quote}" in "${text}" is of kind ${kind}`, () => {
    assert.equal(read(text).find((quantity) => quantity.text === quote)?.kind, kind);
  });
}

const RELATIONS: readonly (readonly [string, readonly (readonly [string, Quantity['relation'], number | null])[]])[] = [
  [
    '30 people, five of them children, were killed.',
    [
      ['30', null, null],
      ['five', 'subset', 0],
    ],
  ],
  [
    '30 people were killed, including five children and two medics.',
    [
      ['30', null, null],
      ['five', 'subset', 0],
      ['two', 'subset', 0],
    ],
  ],
  [
    '20 people died, three of whom were soldiers.',
    [
      ['20', null, null],
      ['three', 'subset', 0],
    ],
  ],
  [
    '12 people were killed. Among them were two women.',
    [
      ['12', null, null],
      ['two', 'subset', 0],
    ],
  ],
  [
    'Five people were killed and 12 others were hurt.',
    [
      ['Five', null, null],
      ['12', 'further', null],
    ],
  ],
  ['Another five people were hurt.', [['five', 'further', null]]],
  ['A total of 14 people died.', [['14', 'total', null]]],
  [
    'Two died overnight, bringing the death toll to 40.',
    [
      ['Two', null, null],
      ['40', 'running-total', null],
    ],
  ],
  ['The death toll rose to 25.', [['25', 'running-total', null]]],
  [
    '20 were killed, including three children, and 15 were wounded.',
    [
      ['20', null, null],
      ['three', 'subset', 0],
      ['15', null, null],
    ],
  ],
];

for (const [text, expected] of RELATIONS) {
  test(`relations in "${text}"`, () => {
    const found = read(text).filter(({ claim, kind }) => claim.op !== 'plural' && kind === 'count');
    assert.deepEqual(
      found.map((quantity) => [quantity.text, quantity.relation, quantity.of]),
      expected.map((row) => [...row]),
    );
  });
}

test('a plural of people without a number is a plural claim', () => {
  assert.deepEqual(
    read('Civilians were killed.').map(({ claim, who }) => ({ claim, who })),
    [{ claim: { op: 'plural' }, who: 'civilians' }],
  );
});

test('any text: spans quote it, parts stand within the list, ranges are ordered', () => {
  const pieces = fc.constantFrom(
    '12',
    'at least',
    'dozens',
    'of',
    'them',
    'people',
    ',',
    'including',
    'a',
    'woman',
    'to',
    '-',
    'no',
    'one',
    'half',
    '1,2',
    '9999999999999999',
    '½',
    '.',
    '\u202e',
    'twenty',
    'and',
    'bringing the toll to',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(text, (input) => {
      const found = findQuantities(parseText(input, null), words);
      for (const [index, quantity] of found.entries()) {
        assert.equal(input.slice(quantity.start, quantity.end), quantity.text);
        assert.ok(quantity.of === null || (quantity.of !== index && found[quantity.of] !== undefined));
        const { min, best, max } = rangeOf(quantity.claim, wording);
        assert.ok(best === null || min <= best);
        assert.ok(max === null || (best ?? min) <= max);
      }
    }),
    { numRuns: 300 },
  );
});

test('time grows with the length of the text and no faster', () => {
  const part = 'At least 12 people, five of them children, were killed, bringing the toll to 40, and ';
  const timeOf = (times: number): number => {
    const parsed = parseText(part.repeat(times), null);
    const from = process.cpuUsage();
    for (let i = 0; i < 5; i++) findQuantities(parsed, words);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  timeOf(200);
  // Processor time, and the best of three: other work on the machine only ever adds.
  const best = (times: number): number => Math.min(timeOf(times), timeOf(times), timeOf(times));
  const ratio = best(4000) / Math.max(1, best(400));
  assert.ok(ratio < 60, `ten times the text took ${ratio.toFixed(1)} times as long`);
});
