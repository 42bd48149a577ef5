/** The HTTP interface: routes, their description, error answers, headers and the files of the page, over a store. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { AppParts } from './app-parts.ts';
import { loopbackOnly, ownOriginOnly, securityHeaders } from './headers.ts';
import { answerProblem, ProblemError, problemOf } from './problem.ts';
import { CODE_TEXT_LIMIT } from './request-schemas.ts';
import { addAgreementRoutes } from './routes/agreements.ts';
import { addAnalyticsRoutes } from './routes/analytics.ts';
import { addIncidentRoutes } from './routes/incidents.ts';
import { addKeyRoutes } from './routes/keys.ts';
import { addListRoutes } from './routes/lists.ts';
import { addPartyRoutes } from './routes/parties.ts';
import { addReportRoutes } from './routes/reports.ts';
import { addReviewRoutes } from './routes/review.ts';
import { addStateRoutes } from './routes/state.ts';
import { addStatementRoutes } from './routes/statements.ts';
import { addWhatIfRoutes } from './routes/what-if.ts';
import { webFiles } from './web-files.ts';

/** JSON escapes can make a text six times as long. */
const BODY_LIMIT_BYTES = CODE_TEXT_LIMIT * 6 + 10_000;

export function appOf(parts: AppParts): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map((issue) => ({ where: issue.path.join('.'), message: issue.message }));
      throw new ProblemError(
        'request/invalid',
        errors.map(({ where, message }) => `${where}: ${message}`).join('; '),
        errors,
      );
    },
  });
  app.onError((error, c) => {
    if (error instanceof ProblemError) return answerProblem(c, problemOf(error.code, error.message, error.errors));
    if ('code' in error && error.code === 'store/cursor-invalid')
      return answerProblem(c, problemOf('request/cursor-invalid', error.message));
    if ('status' in error && error.status === 400) return answerProblem(c, problemOf('request/invalid', error.message));
    parts.log(`defect: ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`);
    return answerProblem(c, problemOf('server/defect', `${error.message}; the program's output has the trace`));
  });
  app.notFound((c) =>
    answerProblem(
      c,
      problemOf('request/not-found', `${c.req.method} ${c.req.path} is not served; /api/openapi.json lists what is`),
    ),
  );
  app.use(securityHeaders, loopbackOnly, ownOriginOnly);
  app.use('/api/*', bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: tooLarge }));
  app.use('/api/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });
  for (const add of [
    addIncidentRoutes,
    addWhatIfRoutes,
    addReportRoutes,
    addStatementRoutes,
    addAgreementRoutes,
    addAnalyticsRoutes,
    addPartyRoutes,
    addListRoutes,
    addReviewRoutes,
    addKeyRoutes,
    addStateRoutes,
  ])
    add(app, parts);
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Trucewatch',
      version: parts.version.program,
      description: 'Conflict reports, the incidents they tell of, and findings against what the parties signed.',
    },
  });
  if (parts.webFolder !== null) app.use(webFiles(parts.webFolder));
  return app;
}

const tooLarge = (): never => {
  throw new ProblemError(
    'request/too-large',
    `expected a body of at most ${BODY_LIMIT_BYTES} bytes; use trucewatch code FILE for longer texts`,
  );
};
