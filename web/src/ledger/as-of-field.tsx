/** The day as of which statements are shown, kept in the address; today where none is chosen. */
import { DayField } from '../format/day-field.tsx';
import { useWords } from '../words/use-words.ts';

export function AsOfField({ asOf, set }: { asOf: string | undefined; set: (day: string | undefined) => void }) {
  const { ledger } = useWords();
  return (
    <span className="row small" title={ledger.asOfMeans}>
      <DayField layout="row" label={ledger.asOfLabel} value={asOf ?? ''} set={(day) => set(day || undefined)} />
    </span>
  );
}
