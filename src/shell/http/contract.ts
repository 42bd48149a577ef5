/**
 * What the HTTP interface accepts and answers: one schema per request and response. The server's checks, the web page's
 * types and the API description all come from here; each subject has its own file.
 */

export type { ReasonCode } from '../../journey/5-assess/reason.ts';
export {
  type AgreementDetail,
  type AgreementList,
  type AgreementRow,
  agreementDetail,
  agreementList,
  type ClauseAnswer,
  type ClauseDetail,
  clauseAnswer,
  type NameTable,
  nameTable,
  type PartyDetail,
  partyDetail,
} from './agreement-answers.ts';
export {
  type Analytics,
  analytics,
  type Duties,
  duties,
  type Figure,
  type Implementation,
  implementation,
  type Parity,
  parity,
  type TruceStateAnswer,
  truceState,
} from './analytics-schemas.ts';
export {
  type Decided,
  type DecisionDetail,
  type DecisionPage,
  type DecisionRequest,
  type DecisionRow,
  type Doubt,
  type DoubtPage,
  decided,
  decisionDetail,
  decisionDraft,
  decisionPage,
  doubtPage,
} from './decision-answers.ts';
export {
  type FindingHistory,
  type FindingPage,
  findingHistory,
  findingPage,
  type IncidentDetail,
  type IncidentPage,
  type IncidentRow,
  incidentDetail,
  incidentPage,
  type MapPoints,
  mapPoints,
  type NearMissList,
  nearMissList,
} from './incident-answers.ts';
export { actProof, type KeyAnswer, type KeyList, keyAnswer, keyList } from './key-answers.ts';
export { type ListAlignment, type ListDetail, type ListOfLists, listDetail, listOfLists } from './list-answers.ts';
export { type PartyList, partyList } from './party-schemas.ts';
export { PROBLEM_STATUS, type Problem, type ProblemCode, problem } from './problem-answers.ts';
export {
  type Passage,
  type ReportDetail,
  type ReportPage,
  type ReportRow,
  type ReportStory,
  reportDetail,
  reportPage,
  reportStory,
} from './report-answers.ts';
export {
  type Health,
  health,
  type LedgerRoot,
  ledgerRoot,
  refusalPage,
  type SituationSummary,
  situationSummary,
} from './state-answers.ts';
export {
  ledgerPage,
  ledgerRecord,
  type Reminders,
  reminders,
  type StatementLedgerPage,
  type StatementLedgerRecord,
  type StatementLedgerRow,
  type StatementPage,
  type StatementRow,
  statementPage,
} from './statement-answers.ts';
export { type Elsewhere, elsewhereAnswer, type WhatIf, whatIfAnswer } from './what-if-answers.ts';
