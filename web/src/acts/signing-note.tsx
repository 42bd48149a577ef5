/** Said beside a form: whether what is recorded with it will be signed, and with which key. */
import { useQuery } from '@tanstack/react-query';
import { keys } from '../api.ts';
import { useReviewer } from '../review/use-decide.ts';
import { useWords } from '../words/use-words.ts';
import { ShortFingerprint } from './short-fingerprint.tsx';

export function SigningNote() {
  const { acts } = useWords();
  const [by] = useReviewer();
  const { data } = useQuery(keys());
  if (data === undefined || by.trim() === '') return null;
  const held = data.items.find((one) => one.held && one.key.retired === undefined && one.key.name === by.trim());
  return (
    <p className="small soft">
      {held === undefined ? (
        acts.willNotSign
      ) : (
        <>
          {acts.willSign} <ShortFingerprint fingerprint={held.key.fingerprint} />
        </>
      )}
    </p>
  );
}
