/** The first digits of a key's fingerprint, in fours; all of them on hover, and in the list of keys. */

const SHOWN = 16;

export function ShortFingerprint({ fingerprint }: { fingerprint: string }) {
  return (
    <bdi>
      <code title={fingerprint}>{inFours(fingerprint.slice(0, SHOWN))}</code>
    </bdi>
  );
}

export const inFours = (digits: string): string => digits.match(/.{1,4}/g)?.join(' ') ?? '';
