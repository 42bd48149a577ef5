/** Error answers in the form of RFC 9457: a closed code, its status, and a sentence that says what to do. */
import type { Context } from 'hono';
import { PROBLEM_STATUS, type Problem, type ProblemCode } from './contract.ts';

const TITLES: Record<ProblemCode, string> = {
  'request/invalid': 'The request does not fit what is documented',
  'request/cursor-invalid': 'The cursor is not one that this program gave',
  'request/not-found': 'Nothing is stored under this address',
  'request/too-large': 'The body is larger than is taken here',
  'request/host-not-allowed': 'This address is not served here',
  'report/refused': 'The text was refused',
  'review/refused': 'The decision was refused',
  'key/refused': 'The key was refused',
  'request/foreign-origin': 'Another page may not change anything here',
  'server/defect': 'A defect of the program',
  'server/store-unavailable': 'The store does not answer',
};

/** Thrown by routes for what the client can mend; `app.ts` turns it into the answer. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly errors: Problem['errors'];

  constructor(code: ProblemCode, detail: string, errors?: NonNullable<Problem['errors']>) {
    super(detail);
    this.name = 'ProblemError';
    this.code = code;
    this.errors = errors;
  }
}

type Status = (typeof PROBLEM_STATUS)[ProblemCode];

export function problemOf(code: ProblemCode, detail: string, errors?: Problem['errors']): Problem & { status: Status } {
  const base = {
    type: `urn:trucewatch:problem:${code}`,
    code,
    title: TITLES[code],
    status: PROBLEM_STATUS[code],
    detail,
  };
  return errors === undefined ? base : { ...base, errors };
}

export const answerProblem = (c: Context, problem: Problem & { status: Status }): Response =>
  c.body(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  });
