/** Says that the incidents counted beside the clauses come from reports written for demonstration. */
import { useQuery } from '@tanstack/react-query';
import { summary } from '../api.ts';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';

export function DemonstrationNote() {
  const { data } = useQuery(summary({}));
  return <IllustrativeNote shown={data?.illustrative === true} />;
}
