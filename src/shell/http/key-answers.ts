/** Answers about persons' keys, and about who signed what. */
import { z } from '@hono/zod-openapi';
import type { ActProof } from '../../ledger/act-proof.ts';
import type { PersonKey } from '../../model/person-key.ts';

const personKey = z
  .object({
    algorithm: z.literal('Ed25519'),
    fingerprint: z.string(),
    publicKey: z.string(),
    name: z.string(),
    proof: z.string(),
    at: z.string(),
    retired: z.object({ at: z.string(), reason: z.string() }).exactOptional(),
  })
  .openapi('PersonKey') satisfies z.ZodType<PersonKey>;

export const keyAnswer = z
  .object({
    key: personKey,
    /** This program holds its private half: what is decided here in its name is signed here. */
    held: z.boolean(),
  })
  .openapi('KeyAnswer');
export type KeyAnswer = z.infer<typeof keyAnswer>;
export const keyList = z.object({ items: z.array(keyAnswer) }).openapi('KeyList');
export type KeyList = z.infer<typeof keyList>;

export const actSignature = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('unsigned'), nameHasKey: z.boolean() }),
    z.object({ state: z.literal('signed'), key: z.string() }),
    z.object({ state: z.literal('broken'), key: z.string().nullable(), because: z.string() }),
  ])
  .openapi('ActSignature', { description: 'Checked anew when it is asked for.' });

const proven = <T extends z.ZodType>(document: T) =>
  z.object({ document, index: z.int(), entry: z.string(), path: z.array(z.string()) });
const signedAct = z
  .object({ by: z.string(), signedBy: z.string().exactOptional(), signature: z.string().exactOptional() })
  .catchall(z.unknown());
const signingKey = z
  .object({
    algorithm: z.string(),
    fingerprint: z.string(),
    publicKey: z.string(),
    name: z.string(),
    proof: z.string(),
  })
  .catchall(z.unknown());

/** Read from outside too: `trucewatch verify --proof FILE` believes nothing before this. */
export const actProof = z
  .object({
    format: z.literal('act-proof/1'),
    size: z.int(),
    root: z.string(),
    act: proven(signedAct),
    key: proven(signingKey).nullable(),
  })
  .openapi('ActProof') satisfies z.ZodType<ActProof>;
