/** Answers of refusal: every error has a code, and each code one HTTP status. */
import { z } from '@hono/zod-openapi';

/** Every code an error answer can carry, with its HTTP status. */
export const PROBLEM_STATUS = {
  'request/invalid': 400,
  'request/cursor-invalid': 400,
  'request/not-found': 404,
  'request/too-large': 413,
  'request/host-not-allowed': 421,
  'report/refused': 422,
  'review/refused': 409,
  'key/refused': 409,
  'request/foreign-origin': 403,
  'server/defect': 500,
  'server/store-unavailable': 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]];
/** RFC 9457. `title` says what happened, `detail` what was expected, what was found and what to do. */
export const problem = z
  .object({
    type: z.string(),
    code: z.enum(PROBLEM_CODES),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ where: z.string(), message: z.string() })).exactOptional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problem>;
