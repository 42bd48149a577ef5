/** Persons' keys: which there are, registering one, retiring one. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { PersonKey } from '../../../model/person-key.ts';
import { type KeyRefusal, registerKey, retireKey } from '../../jobs/keys.ts';
import type { AppParts } from '../app-parts.ts';
import { type KeyAnswer, keyAnswer, keyList } from '../contract.ts';
import { ProblemError } from '../problem.ts';
import { keyParam, keyRequest, retireRequest } from '../request-schemas.ts';
import { conflict, json, problems } from './answers.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/keys',
  summary: "Persons' public keys, in the order of their registration",
  responses: { 200: json(keyList, 'All keys, retired ones too.'), ...problems },
});
const register = createRoute({
  method: 'post',
  path: '/api/v1/keys',
  summary: 'Registers a public key with a name; `proof` shows that whoever asks holds the private half',
  request: { body: { required: true, content: { 'application/json': { schema: keyRequest } } } },
  responses: { 201: json(keyAnswer, 'The key as sealed.'), ...conflict, ...problems },
});
const retire = createRoute({
  method: 'post',
  path: '/api/v1/keys/{fingerprint}/retirement',
  summary: 'Takes a key out of use: nothing is signed with it from then on, and what was signed before stands',
  request: { params: keyParam, body: { required: true, content: { 'application/json': { schema: retireRequest } } } },
  responses: { 201: json(keyAnswer, 'The key as sealed.'), ...conflict, ...problems },
});

export function addKeyRoutes(app: OpenAPIHono, { store, clock, heldKey }: AppParts): void {
  const answerOf = (key: PersonKey): KeyAnswer => ({ key, held: key.fingerprint === heldKey });
  app.openapi(list, async (c) => c.json({ items: (await store.keys()).map(({ key }) => answerOf(key)) }, 200));
  app.openapi(register, async (c) =>
    c.json(answerOf(taken(await registerKey(store, c.req.valid('json'), clock.now()))), 201),
  );
  app.openapi(retire, async (c) => {
    const { fingerprint } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    return c.json(answerOf(taken(await retireKey(store, { fingerprint, reason }, clock.now()))), 201);
  });
}

function taken(answer: PersonKey | KeyRefusal): PersonKey {
  if (!('kind' in answer)) return answer;
  throw new ProblemError('key/refused', answer.message, [{ where: answer.code, message: answer.message }]);
}
