/** A person's public key, kept with the name that its holder gave it. The private half is never here. */
export interface PersonKey {
  algorithm: 'Ed25519';
  /** SHA-256 of the public key's 32 bytes, 64 hexadecimal digits: what people compare. */
  fingerprint: string;
  /** 32 bytes, 64 hexadecimal digits. */
  publicKey: string;
  /** Under which the holder signs. That it is the holder's name, only people can know. */
  name: string;
  /** The key's own signature over its algorithm, fingerprint, public key and name: whoever registered it held the private half. */
  proof: string;
  /** UTC instant of its registration. */
  at: string;
  /** From then on nothing is signed with it; what was signed before stands. */
  retired?: { at: string; reason: string };
}

/** The subject by which an entry names a key. */
export const keySubject = (fingerprint: string): string => `key:${fingerprint}`;
