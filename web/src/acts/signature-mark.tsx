/** Whether somebody signed an act, and with which key; checked by the program each time it is asked. */
import type { DecisionRow } from '../../../src/shell/http/contract.ts';
import { useWords } from '../words/use-words.ts';
import { ShortFingerprint } from './short-fingerprint.tsx';

export function SignatureMark({ signature }: { signature: DecisionRow['signature'] }) {
  const { acts } = useWords();
  switch (signature.state) {
    case 'signed':
      return (
        <span className="signature" data-state="signed">
          <span aria-hidden="true">✓</span> {acts.signed} <ShortFingerprint fingerprint={signature.key} />
        </span>
      );
    case 'unsigned':
      return (
        <span className="signature soft" data-state="unsigned">
          {signature.nameHasKey ? acts.unsignedThoughKey : acts.unsigned}
        </span>
      );
    case 'broken':
      return (
        <span className="signature refused" data-state="broken">
          <b>{acts.broken}</b>{' '}
          <bdi lang="en" className="block">
            {signature.because}
          </bdi>
        </span>
      );
    default:
      return signature satisfies never;
  }
}
