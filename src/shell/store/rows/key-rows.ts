/** Rows of persons' keys, read out of their documents. */
import type { PersonKey } from '../../../model/person-key.ts';
import type { Database, JsonText } from '../schema.ts';
import { plainText } from './column-values.ts';

export function keyRow(key: PersonKey, document: JsonText): Database['person_keys'] {
  return {
    fingerprint: key.fingerprint,
    name: plainText(key.name),
    retired: key.retired !== undefined,
    document,
  };
}
