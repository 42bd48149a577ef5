/** Answers about what people decided, and about the links that wait for a decision. */
import { z } from '@hono/zod-openapi';
import type { Decision } from '../../model/decision.ts';
import { incidentRow } from './incident-answers.ts';
import { incident } from './incident-schemas.ts';
import { actSignature } from './key-answers.ts';
import { paged } from './paged.ts';
import { account, reportRow } from './report-answers.ts';
import { DECISION_KINDS, type decisionRequest } from './request-schemas.ts';

const decision = z
  .object({
    id: z.string(),
    kind: z.enum(DECISION_KINDS),
    about: z.array(z.string()),
    finds: z.string().exactOptional(),
    seen: z.string().exactOptional(),
    reason: z.string(),
    by: z.string(),
    at: z.string(),
    signedBy: z.string().exactOptional(),
    signature: z.string().exactOptional(),
  })
  .openapi('Decision') satisfies z.ZodType<Decision>;
const decisionRow = z
  .object({
    decision,
    /** Id of the decision that undid it; null while it holds. */
    undoneBy: z.string().nullable(),
    signature: actSignature,
  })
  .openapi('DecisionRow');
export type DecisionRow = z.infer<typeof decisionRow>;

export const decisionPage = paged(decisionRow).openapi('DecisionPage');
export type DecisionPage = z.infer<typeof decisionPage>;

export const decisionDetail = decisionRow
  .extend({
    /** What the incidents were before it, each as its entry of the ledger has it. */
    before: z.array(z.object({ entry: z.int(), incident })),
    /** The incidents that those accounts are in today. */
    now: z.array(incident),
    /** Reports whose story it changed: the story before, which that entry of the ledger holds the hash of, and the story today. */
    stories: z.array(z.object({ report: z.string(), entry: z.int(), before: z.string(), now: z.string().nullable() })),
    /** All reports that are named here. */
    reports: z.array(reportRow),
  })
  .openapi('DecisionDetail');
export type DecisionDetail = z.infer<typeof decisionDetail>;

export const decided = z.object({ decision, changed: z.array(z.string()) }).openapi('Decided');
/** What a client signs: the decision as it would be recorded now, and the text whose UTF-8 bytes are signed. */
export const decisionDraft = z.object({ decision, text: z.string() }).openapi('DecisionDraft');
export type Decided = z.infer<typeof decided>;
export type DecisionRequest = z.infer<typeof decisionRequest>;

const doubt = z
  .object({
    account,
    score: z.number(),
    reasons: z.array(z.string()),
    incident: incidentRow,
    /** Some of the other accounts of the incident. */
    others: z.array(account),
    /** `report#coded` of every other account. */
    otherRefs: z.array(z.string()),
  })
  .openapi('Doubt');
export type Doubt = z.infer<typeof doubt>;

export const doubtPage = paged(doubt).openapi('DoubtPage');
export type DoubtPage = z.infer<typeof doubtPage>;
