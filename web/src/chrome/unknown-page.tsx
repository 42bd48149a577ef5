/** An address that no page has. */
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/use-words.ts';

export function UnknownPage() {
  const { failed } = useWords();
  return (
    <div className="page">
      <h1>{failed.unknownTitle}</h1>
      <p>{failed.unknown}</p>
      <p>
        <Link to="/">{failed.toSituation}</Link>
      </p>
    </div>
  );
}
