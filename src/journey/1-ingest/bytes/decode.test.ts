/** Encodings: what is declared, what is found, and what is said when it had to be guessed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from './decode.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test('UTF-8 needs no charset and wins over a wrong one', () => {
  assert.deepEqual(decode(Buffer.from('région'), 'windows-1252'), { text: 'région', encoding: 'utf-8', notes: [] });
});

test('a declared charset is used when the bytes are not UTF-8', () => {
  assert.deepEqual(decode(latin('r\xe9gion'), 'ISO-8859-1'), { text: 'région', encoding: 'windows-1252', notes: [] });
});

test('an unknown charset is passed over', () => {
  assert.equal(decode(latin('r\xe9gion'), 'klingon-8').text, 'région');
});

test('a few damaged bytes do not turn UTF-8 into a code page', () => {
  const { text, notes } = decode(Buffer.concat([Buffer.from('وقف إطلاق النار'), Buffer.from([0xff])]), null);
  assert.equal(text, 'وقف إطلاق النار\ufffd');
  assert.deepEqual(
    notes.map((note) => note.code),
    ['broken-utf-8'],
  );
});

test('Cyrillic without a charset is told from Arabic', () => {
  const bytes = Buffer.from('cfe5f0e5ece8f0e8e520ede020e2eef1f2eeeae520f1eef5f0e0ede8ebeef1fc', 'hex');
  assert.equal(decode(bytes, null).text, 'Перемирие на востоке сохранилось');
});
