import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asciiDigits, localDigits } from './digits.ts';

test('digits are written as the language writes them, and read back', () => {
  assert.equal(localDigits('2016-05-04, 18:30', 'ar-EG'), '٢٠١٦-٠٥-٠٤, ١٨:٣٠');
  assert.equal(localDigits('2016-05-04', 'en-GB'), '2016-05-04');
  assert.equal(asciiDigits('٢٠١٦-٠٥-۰۴'), '2016-05-04');
});
