/** Arabic posts of our own: what can be read without a grammar, and what must not be taken for an act. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { parseText } from '../grammar/parse-text.ts';
import { readPatterns } from './read-patterns.ts';

const knowledge = loadKnowledge('knowledge');
const words = knowledge.patternWords.get('ar');
const names = knowledge.namesInScript.get('ar');
assert.ok(words && names);

/** "TYPE; places; days; killed; injured; parts; objects" of each incident. */
function read(text: string): string[] {
  assert.ok(words && names);
  const where = { gazetteer: knowledge.gazetteer, names };
  const { places, times, incidents } = readPatterns(parseText(text, null), words, where);
  return incidents.map((incident) => {
    const claim = (measure: 'killed' | 'injured'): string => {
      const told = incident.harm[measure]?.claim;
      return told === undefined ? '' : `${told.op === '=' ? '' : told.op}${told.n ?? told.word ?? ''}`;
    };
    for (const { start, end } of [...incident.trigger, ...incident.targets.flatMap(({ spans }) => spans)])
      assert.ok(text.slice(start, end).length > 1, 'every value points at its words');
    return [
      incident.type,
      incident.places.map(({ index }) => places[index]?.text).join('+'),
      incident.times.map(({ index }) => times[index]?.text).join('+'),
      claim('killed'),
      claim('injured'),
      (incident.harm.killed?.parts ?? []).map(({ who, claim: part }) => `${part.n} ${who}`).join('+'),
      incident.targets.map(({ object }) => object).join('+'),
    ].join('; ');
  });
}

const cases: [string, string, string[]][] = [
  [
    'a village that the gazetteer has in Latin letters, after its word and beside its province',
    'قصف مدفعي على بلدة حمورية بريف دمشق ومقتل 4 مدنيين',
    ['shelling; حمورية+دمشق; ; 4; ; ; '],
  ],
  [
    'such a village of two words, in a tag and beside its province',
    'غارة جوية على #عين_ترما بريف دمشق',
    ['air_strike; عين ترما+دمشق; ; ; ; ; '],
  ],
  [
    'what was shelled is such a village where a place nearby is named',
    'قصف مدفعي على سقبا ومقتل 4 مدنيين في دمشق',
    ['shelling; سقبا+دمشق; ; 4; ; ; '],
  ],
  [
    'far from every place that is named, such a name is none',
    'قصف مدفعي على سقبا ومقتل 4 مدنيين في حلب',
    ['shelling; حلب; ; 4; ; ; '],
  ],
  [
    'a village that no list has keeps its name',
    'غارة جوية على قرية الكشمة بريف ديرالزور ومقتل 3 مدنيين',
    ['air_strike; الكشمة+ديرالزور; ; 3; ; ; '],
  ],
  [
    'where it was fired from is not where it fell',
    'سقوط صاروخ أطلق من غزة على منزل في عسقلان وإصابة 3 أشخاص',
    ['missile_strike; عسقلان+غزة; ; ; 3; ; home'],
  ],
  ['a label is no farther than a province', 'حلب | قصف مدفعي ومقتل مدني', ['shelling; حلب; ; 1; ; ; ']],
  ['"in" written on to a short name', 'استشهاد شاب برصاص قناص بحلب', ['sniper_fire; بحلب; ; 1; ; ; ']],
  ['a word for a city is no city', 'قصف مدفعي بمدينة الرقة ومقتل مدني', ['shelling; الرقة; ; 1; ; ; ']],
  ['a morning is no town', 'مقتل طفل بقصف مدفعي على الرقة صباح اليوم', ['shelling; الرقة; صباح اليوم; 1; ; ; ']],
  ['"and" written on to a number', '11 قتيلا و5 جرحى بغارة على الرقة', ['air_strike; الرقة; ; 11; 5; ; ']],
  ['people joined to others', 'مقتل امرأة وطفلها وإصابة زوجها بقصف مدفعي على الرقة', ['shelling; الرقة; ; 2; 1; ; ']],
  ['a person by name and his son', 'استشهد سامي العلي وابنه بقصف مدفعي على الرقة', ['shelling; الرقة; ; 2; ; ; ']],
  ['a dead and two hurt', 'قتيل وجريحان بقصف مدفعي على الرقة', ['shelling; الرقة; ; 1; 2; ; ']],
  ['a third was hurt', 'مقتل شخصين وجرح ثالث بقصف مدفعي على الرقة', ['shelling; الرقة; ; 2; 1; ; ']],
  [
    'the number of the dead of a raid rose to a total, whatever else is counted',
    'انتشال جثث 3 أطفال بعد غارة على الرقة ليرتفع عدد الضحايا إلى 42',
    ['air_strike; الرقة; ; 42; ; ; '],
  ],
  ['one number for dead and hurt is neither', 'عشرات القتلى والجرحى بغارة على الرقة', ['air_strike; الرقة; ; ; ; ; ']],
  ['no harm told as such', 'لا خسائر بشرية بقصف مدفعي على الرقة', ['shelling; الرقة; ; 0; 0; ; ']],
  ['no news of harm is not no harm', 'قصف مدفعي على الرقة دون ورود أنباء عن إصابات', ['shelling; الرقة; ; ; ; ; ']],
  ['a date in figures', 'قصف مدفعي على الرقة بتاريخ 15-5-2017 ومقتل طفل', ['shelling; الرقة; 15-5-2017; 1; ; ; ']],
  ['last night', 'قصف مدفعي على الرقة الليلة الماضية ومقتل طفل', ['shelling; الرقة; الليلة الماضية; 1; ; ; ']],
  [
    'a toll with its parts, means, object, town and province',
    'مقتل 7 مدنيين بينهم 3 أطفال جراء غارات جوية على سوق مدينة معرة النعمان بريف إدلب اليوم',
    ['air_strike; معرة النعمان+إدلب; اليوم; 7; ; 3 children; market'],
  ],
  [
    'a place in a hashtag, and numbers before their noun',
    'عاجل | قصف جوي على #معرة_النعمان يخلف 11 قتيلا وأكثر من 40 جريحا',
    ['air_strike; معرة النعمان; ; 11; >40; ; '],
  ],
  [
    'dual forms say two',
    'شهيدان وثلاثة جرحى بغارة استهدفت منزلا في خان يونس',
    ['air_strike; خان يونس; ; 2; 3; ; home'],
  ],
  [
    'a drone is told from other aircraft',
    'مقتل شخص بقصف طائرة مسيرة استهدف سيارة قرب مدينة الباب شرق حلب',
    ['drone_strike; الباب+حلب; ; 1; ; ; vehicle'],
  ],
  [
    'number words, an opening written on, the night before',
    'استشهاد عائلة كاملة مؤلفة من خمسة أشخاص بغارة على بلدة كفرزيتا ليلة أمس',
    ['air_strike; كفرزيتا; ليلة أمس; 5; ; ; '],
  ],
  [
    'artillery, women hurt, a weekday',
    'إصابة امرأتين بقصف مدفعي على بلدة كفر زيتا يوم الاثنين',
    ['shelling; كفر زيتا; الاثنين; ; 2; ; '],
  ],
  [
    'dozens stay a word',
    'عشرات القتلى في انفجار سيارة مفخخة في مدينة الباب',
    ['bombing; الباب; ; worddozens; ; ; vehicle'],
  ],
  [
    'a day of the month is no toll',
    'قصف مدفعي على مدينة دوما في 12 آذار 2018',
    ['shelling; دوما; 12 آذار 2018; ; ; ; '],
  ],
  [
    'another act elsewhere is another incident',
    'غارة على مدينة سراقب أدت لمقتل طفل. قصف مدفعي استهدف بلدة كفرنبل دون إصابات.',
    ['air_strike; سراقب; ; 1; ; ; ', 'shelling; كفرنبل; ; 0; 0; ; '],
  ],
  ['talk about war without place or toll is no act', 'ناقش المجتمعون أثر الغارات على الاقتصاد', []],
  ['peaceful news is no act', 'افتتاح معرض الكتاب في مدينة دمشق اليوم', []],
];
for (const [fact, text, expected] of cases) test(fact, () => assert.deepEqual(read(text), expected));
