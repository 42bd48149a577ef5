import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inGroups, inOrder } from './in-order.ts';

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

test('results come out in the order of the items, however long each takes', async () => {
  const turns = [5, 1, 3, 0, 2];
  const work = async (turn: number): Promise<number> => {
    for (let count = 0; count < turn; count += 1) await Promise.resolve();
    return turn * 10;
  };
  assert.deepEqual(await all(inOrder(turns, 3, work)), [50, 10, 30, 0, 20]);
});

test('no more than `width` items are worked on at once', async () => {
  let running = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
  };
  await all(inOrder(Array.from({ length: 20 }), 4, work));
  assert.ok(most <= 4, String(most));
});

test('a failure ends the whole and is heard once', async () => {
  const work = async (item: number): Promise<number> => {
    if (item === 2) throw new Error('item 2');
    return item;
  };
  await assert.rejects(all(inOrder([1, 2, 3, 4], 2, work)), /item 2/);
});

test('groups are full but for the last, and there are none of nothing', async () => {
  const source = async function* (count: number): AsyncGenerator<number> {
    for (let item = 0; item < count; item += 1) yield item;
  };
  assert.deepEqual(await all(inGroups(source(5), 2)), [[0, 1], [2, 3], [4]]);
  assert.deepEqual(await all(inGroups(source(0), 2)), []);
});
