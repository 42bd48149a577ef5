/** Asks the HTTP interface from the command line: that of a program that serves the store already, or one over a store just opened. */
import { z } from '@hono/zod-openapi';
import { CommandError, EXIT } from './command.ts';

/** A path with its query; with a body it is posted. What is refused ends the command with the words of the refusal. */
export type Ask = <T>(path: string, schema: z.ZodType<T>, body?: object) => Promise<T>;

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?\/?$/;
const refusalAnswer = z.object({ detail: z.string(), errors: z.array(z.object({ where: z.string() })).optional() });

/** Asks the API of a server on this computer; nothing is sent to another. */
export function askerOf(server: string): Ask {
  if (!LOOPBACK.test(server))
    throw new CommandError(EXIT.usage, 'cli/usage', `--server: expected http://127.0.0.1:PORT, found "${server}"`);
  return (path, schema, body) => {
    const headers = { 'content-type': 'application/json' };
    const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
    const sent = fetch(new URL(path, server), init).catch((error: unknown) => {
      throw new CommandError(EXIT.store, 'cli/no-answer', `${server} did not answer (${String(error)}): is it served?`);
    });
    return answered(sent, schema, server);
  };
}

/** Asks the same API over a store that this command opened itself. */
export const askerOver =
  (app: { request: (path: string) => Response | Promise<Response> }): Ask =>
  (path, schema) =>
    answered(Promise.resolve(app.request(path)), schema, 'the program');

async function answered<T>(sent: Promise<Response>, schema: z.ZodType<T>, who: string): Promise<T> {
  const answer = await sent;
  const value: unknown = await answer.json().catch(() => null);
  if (answer.ok) return schema.parse(value);
  const refusal = refusalAnswer.safeParse(value);
  if (!refusal.success) throw new CommandError(EXIT.store, 'cli/no-answer', `${who} answered ${answer.status}`);
  const { detail, errors } = refusal.data;
  throw new CommandError(EXIT.inputRefused, errors?.[0]?.where ?? 'cli/refused', detail);
}
