/** Said on every page that shows reports written for demonstration. */
import { useWords } from '../words/use-words.ts';

export function IllustrativeNote({ shown }: { shown: boolean }) {
  const words = useWords();
  if (!shown) return null;
  return (
    <p className="illustrative" title={words.illustrativeMore}>
      <span aria-hidden="true">✎</span>
      {words.illustrative}
    </p>
  );
}
