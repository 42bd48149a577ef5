/** The pages and what of their state stands in the address. */
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AgreementListPage } from './agreement/agreement-list-page.tsx';
import { AgreementPage } from './agreement/agreement-page.tsx';
import { AnalyticsPage } from './analytics/analytics-page.tsx';
import { PageFrame } from './chrome/page-frame.tsx';
import { UnknownPage } from './chrome/unknown-page.tsx';
import { ClausePage } from './clause/clause-page.tsx';
import { FindingListPage } from './figures/finding-list-page.tsx';
import { IncidentListPage } from './figures/incident-list-page.tsx';
import { LIST_KEYS } from './figures/list-link.ts';
import { IncidentPage } from './incident/incident-page.tsx';
import { StatementPage } from './ledger/statement-page.tsx';
import { ListOverviewPage } from './lists/list-overview-page.tsx';
import { ListPage } from './lists/list-page.tsx';
import { PartyListPage } from './party/party-list-page.tsx';
import { PartyPage } from './party/party-page.tsx';
import { ReportListPage } from './report/report-list-page.tsx';
import { ReportPage } from './report/report-page.tsx';
import { TryPage } from './report/try-page.tsx';
import { ReviewPage } from './review/review-page.tsx';
import { SituationPage } from './situation/situation-page.tsx';
import { validSituation } from './situation/situation-search.ts';
import { StatementListPage } from './statements/statement-list-page.tsx';

/** Takes the named text fields out of an address. */
const fields =
  <K extends string>(...keys: K[]) =>
  (raw: Record<string, unknown>): { [P in K]?: string | undefined } => {
    const present = keys.filter((key) => typeof raw[key] === 'string' && raw[key] !== '').map((key) => [key, raw[key]]);
    // Only the named keys, each a text.
    return Object.fromEntries(present) as { [P in K]?: string | undefined };
  };

const root = createRootRoute({ component: PageFrame, notFoundComponent: UnknownPage });
const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', validateSearch: validSituation, component: SituationPage }),
  createRoute({ getParentRoute: () => root, path: '/incidents/$id', component: IncidentPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports',
    validateSearch: fields('q', 'from', 'to'),
    component: ReportListPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/$id',
    validateSearch: fields('at'),
    component: ReportPage,
  }),
  createRoute({ getParentRoute: () => root, path: '/lists', component: ListOverviewPage }),
  createRoute({ getParentRoute: () => root, path: '/lists/$id', validateSearch: fields('kind'), component: ListPage }),
  createRoute({ getParentRoute: () => root, path: '/review', validateSearch: fields('show'), component: ReviewPage }),
  createRoute({ getParentRoute: () => root, path: '/try', component: TryPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/statements',
    validateSearch: fields('q', 'kind', 'deadline', 'form', 'status', 'speaker', 'asOf', 'within', 'show'),
    component: StatementListPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statements/$id',
    validateSearch: fields('asOf'),
    component: StatementPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/incidents',
    validateSearch: fields(...LIST_KEYS),
    component: IncidentListPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/findings',
    validateSearch: fields(...LIST_KEYS),
    component: FindingListPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/analytics',
    validateSearch: fields('agreement', 'to', 'days', 'by'),
    component: AnalyticsPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/parties',
    validateSearch: fields('only'),
    component: PartyListPage,
  }),
  createRoute({ getParentRoute: () => root, path: '/parties/$id', component: PartyPage }),
  createRoute({ getParentRoute: () => root, path: '/agreements/$id/clauses/$clause', component: ClausePage }),
  createRoute({ getParentRoute: () => root, path: '/agreements', component: AgreementListPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/agreements/$id',
    validateSearch: fields('clause'),
    component: AgreementPage,
  }),
]);

/** Addresses stay readable: plain texts, commas and slashes as they are. */
function stringified(search: Record<string, unknown>): string {
  const present = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  if (present.length === 0) return '';
  return `?${new URLSearchParams(present).toString().replaceAll('%2C', ',').replaceAll('%2F', '/')}`;
}

export const router = createRouter({
  routeTree,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: stringified,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
