import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featuresTold, type LinearModel, scoreOf, scoreTold, type Telling } from './linear-model.ts';

const model: LinearModel = {
  about: 'a model of a test',
  weights: new Map([
    ['doer/bias', -0.3],
    ['doer/case-by', 1.2],
    ['doer/case-according to', -0.9],
    ['doer/frame-class-armed', 0.7],
    ['doer/frame-class', 5],
    ['doer/nearness', 0.25],
    ['hit/case-by', -2],
  ]),
};

const tell: Telling = (marks) => {
  marks.mark('bias');
  marks.mark('without-a-weight');
  marks.markOf('case', 'by');
  marks.markOf('case', 'beside');
  marks.markPair('frame', 'class', 'armed');
  marks.markPair('frame', 'class', 'civil');
  marks.weigh('nearness', 2);
};

test('what is told is written down by name', () => {
  assert.deepEqual(featuresTold('doer', tell), {
    'doer/bias': 1,
    'doer/without-a-weight': 1,
    'doer/case-by': 1,
    'doer/case-beside': 1,
    'doer/frame-class-armed': 1,
    'doer/frame-class-civil': 1,
    'doer/nearness': 2,
  });
});

test('the sum of what is told is the score of its names', () => {
  for (const role of ['doer', 'hit', 'means'])
    assert.equal(scoreTold(model, role, tell), scoreOf(model, featuresTold(role, tell)));
});

test('a telling that is summed twice gives the same score', () => {
  assert.equal(scoreTold(model, 'doer', tell), scoreTold(model, 'doer', tell));
});

test('a value with marks inside names its own feature', () => {
  assert.equal(
    scoreTold(model, 'doer', (marks) => marks.markOf('case', 'according to')),
    -0.9,
  );
});

test('models do not mix', () => {
  const other: LinearModel = { about: 'another', weights: new Map([['doer/bias', 4]]) };
  assert.equal(scoreTold(other, 'doer', tell), 4);
  assert.equal(
    scoreTold(model, 'doer', (marks) => marks.mark('bias')),
    -0.3,
  );
});
