/** How a row of counts is called, in the table as in the chart. */
import type { Analytics } from '../../../src/shell/http/contract.ts';
import { nameIn, useSpeech } from '../words/use-words.ts';

export type DimensionId = keyof Analytics['dimensions'];

/** The name of a row in the reader's language where the program knows one. */
export function useRowName(): (by: DimensionId, row: Analytics['dimensions'][DimensionId][number]) => string {
  const speech = useSpeech();
  const { words } = speech;
  return (by, { id, name }) => {
    if (id === null) return words.analytics.notKnown;
    return by === 'type' ? (words.type[id] ?? name) : nameIn(name, speech);
  };
}
