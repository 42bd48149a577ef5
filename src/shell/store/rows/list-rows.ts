/** Rows of other monitors' lists, read out of their documents. */
import type { CounterList } from '../../../model/counter-list.ts';
import type { Database, JsonText } from '../schema.ts';
import { plainText } from './column-values.ts';

export function listRow(list: CounterList, document: JsonText): Database['lists'] {
  return { id: list.id, name: plainText(list.name), mapping: list.mapping, events: list.events.length, document };
}
