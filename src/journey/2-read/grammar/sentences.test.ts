import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseText } from './parse-text.ts';
import { maxSentenceTokens } from './sentences.ts';

const shown = (text: string): string[] =>
  parseText(text, null).sentences.map((sentence) => {
    const kind = sentence.kind === 'prose' ? '' : `${sentence.kind}: `;
    return `${sentence.paragraph} ${kind}${text.slice(sentence.start, sentence.end).replaceAll(/\s+/g, ' ')}`;
  });

const cases: readonly (readonly [name: string, text: string, sentences: readonly string[]])[] = [
  ['full stops end sentences', 'Shells fell. Two people died.', ['0 Shells fell.', '0 Two people died.']],
  [
    'short forms and initials do not',
    'Gen. A. B. Mara of the U.S. Army met Dr. Orla at 5 p.m. Monday. He left.',
    ['0 Gen. A. B. Mara of the U.S. Army met Dr. Orla at 5 p.m. Monday.', '0 He left.'],
  ],
  [
    'a short form may end a sentence',
    'It began at 5 a.m. The shelling lasted hours.',
    ['0 It began at 5 a.m.', '0 The shelling lasted hours.'],
  ],
  ['numbers keep their points', 'It cost 1.5 million. No. 5 was hit.', ['0 It cost 1.5 million.', '0 No. 5 was hit.']],
  [
    'a saying goes on after a quotation',
    '"We will fight!" he said. "They left," she said.',
    ['0 "We will fight!" he said.', '0 "They left," she said.'],
  ],
  [
    'closing marks stay with their sentence',
    '“They left.” She wept. (He stayed.) It rained.',
    ['0 “They left.”', '0 She wept.', '0 (He stayed.)', '0 It rained.'],
  ],
  [
    'a missing space after the full stop',
    'The school was hit.The army denied it.',
    ['0 The school was hit.', '0 The army denied it.'],
  ],
  [
    'a doubled full stop',
    'The school was hit.. The army denied it.',
    ['0 The school was hit..', '0 The army denied it.'],
  ],
  [
    'wrapped lines are joined, indented lines begin a paragraph',
    '   The command reported that about fifty farmers of several ages were taken\nby armed men in the eastern district on Sunday night.  It said more would\nfollow.\n   Meanwhile, three men were hurt in clashes in the north of the same region\nlate on Monday.',
    [
      '0 The command reported that about fifty farmers of several ages were taken by armed men in the eastern district on Sunday night.',
      '0 It said more would follow.',
      '1 Meanwhile, three men were hurt in clashes in the north of the same region late on Monday.',
    ],
  ],
  [
    'a full line of more than 120 columns that ends no sentence is wrapped, too',
    'The command of the northern district said on Monday evening that its soldiers had shelled positions of the southern force near\nNorthtown on Sunday. Nobody was hurt.',
    [
      '0 The command of the northern district said on Monday evening that its soldiers had shelled positions of the southern force near Northtown on Sunday.',
      '0 Nobody was hurt.',
    ],
  ],
  [
    'a wide line with room behind it stands alone',
    'The command of the northern district said on Monday evening that its soldiers had shelled positions of the southern force at night.\nShells near the town\nNorthtown is quiet.',
    [
      '0 The command of the northern district said on Monday evening that its soldiers had shelled positions of the southern force at night.',
      '1 heading: Shells near the town',
      '2 Northtown is quiet.',
    ],
  ],
  [
    'a title stands alone',
    'Shells Fall on Market Town\n\nTwo people died.',
    ['0 heading: Shells Fall on Market Town', '1 Two people died.'],
  ],
  [
    'a title above its text without a blank line',
    'Shells fall on market town\nTwo people died in the town when shells fell on the central market on Sunday.',
    [
      '0 heading: Shells fall on market town',
      '1 Two people died in the town when shells fell on the central market on Sunday.',
    ],
  ],
  [
    'a dateline is its own sentence',
    'NORTHTOWN, March 3 (Agency) - Two people died.',
    ['0 NORTHTOWN, March 3 (Agency) -', '0 Two people died.'],
  ],
  [
    'upper-case wire copy',
    'NORTHTOWN, 3 JAN 90 -- [TEXT] THE ARMY LEFT. IT DENIED THAT MAJ. ORLA DIED.',
    ['0 NORTHTOWN, 3 JAN 90 -- [TEXT]', '0 THE ARMY LEFT.', '0 IT DENIED THAT MAJ. ORLA DIED.'],
  ],
  ['list items', '- two dead\n- five hurt', ['0 - two dead', '1 - five hurt']],
  [
    'text without capitals',
    'shells fell on the town. two people died.',
    ['0 shells fell on the town.', '0 two people died.'],
  ],
  [
    'each long line is a paragraph',
    `${'The town was quiet for most of the long and cold day. '.repeat(3)}\n${'Then the shelling began again near the old bridge. '.repeat(3)}`,
    [
      ...Array.from({ length: 3 }, () => '0 The town was quiet for most of the long and cold day.'),
      ...Array.from({ length: 3 }, () => '1 Then the shelling began again near the old bridge.'),
    ],
  ],
];

for (const [name, text, expected] of cases) {
  test(`sentences: ${name}`, () => {
    assert.deepEqual(shown(text), expected);
  });
}

test('an endless sentence is cut into pieces of bounded length', () => {
  const text = 'shells fell, '.repeat(30_000);
  const { sentences } = parseText(text, null);
  assert.ok(sentences.every((sentence) => sentence.tokens.length <= maxSentenceTokens));
  assert.equal(
    sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0),
    90_000,
  );
});

test('furniture is cut out of its paragraph and marked', () => {
  const text = 'Shells fell. Read more here. Two died.';
  const furniture = [{ start: 13, end: 28 }];
  const kinds = parseText(text, null, { furniture }).sentences.map((sentence) => [
    sentence.kind,
    text.slice(sentence.start, sentence.end),
  ]);
  assert.deepEqual(kinds, [
    ['prose', 'Shells fell.'],
    ['furniture', 'Read more here.'],
    ['prose', 'Two died.'],
  ]);
});

test('casing is told per sentence', () => {
  const casings = (text: string) => parseText(text, null).sentences.map((sentence) => sentence.casing);
  assert.deepEqual(casings('Rebels shelled the old town.'), ['mixed']);
  assert.deepEqual(casings('REBELS SHELLED THE OLD TOWN.'), ['upper']);
  assert.deepEqual(casings('rebels shelled the old town.'), ['lower']);
  assert.deepEqual(casings('Rebels Shell the Old Town'), ['title']);
});
