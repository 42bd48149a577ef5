/** How routes describe what they answer, and how a defined value is told from an absent one. */
import type { z } from '@hono/zod-openapi';
import { problem } from '../contract.ts';

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** Error answers that any route can give. */
export const problems = {
  400: problemAnswer('The request does not fit what is documented.'),
  500: problemAnswer('A defect of the program.'),
} as const;
export const notFound = { 404: problemAnswer('Nothing is stored under this address.') } as const;
export const conflict = { 409: problemAnswer('Earlier decisions stand against it.') } as const;
export const refused = {
  413: problemAnswer('The body is larger than is taken here.'),
  422: problemAnswer('The text was refused.'),
} as const;

/** The object without its undefined fields, which is what optional fields of the store's filters ask for. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Every field that is left is defined; a field that was undefined is absent.
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}
