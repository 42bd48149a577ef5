import type { Reason } from './reason.ts';

/** One line of `trucewatch assess --jsonl`: one incident tested against one clause that could concern it. */
export interface Finding {
  schema: 'finding/1';
  incident: string;
  /** Ids of the reports it rests on. */
  reports: string[];
  agreement: string;
  clause: string;
  /** Id of the clause with the sides exchanged, when the agreement declares one. */
  mirror: string | null;
  outcome: 'breach-indicated' | 'consistent' | 'outside-scope' | 'exception-claimed' | 'indeterminate';
  /** Three-valued, each with what it rests on; for 'unknown', what would settle it. */
  limbs: Record<
    'bearer' | 'counterparty' | 'act' | 'means' | 'zone' | 'time' | 'exception',
    {
      value: 'met' | 'not-met' | 'unknown' | 'not-applicable';
      because: string;
      /** The same as data, for pages in other languages; absent from findings recorded before it was kept. */
      reason?: Reason;
      spans: readonly { report: string; start: number; end: number }[];
      wouldSettle?: string;
      settles?: Reason;
      /** On the exception: whether somebody raised it. An act that may be allowed, and of which nobody said so, is not raised. */
      raised?: boolean;
    }
  >;
  /** Whose conduct this is about, as an actor id; several when the attribution names alternatives. */
  bearers: string[];
  confidence: number;
  /** One plain paragraph. */
  summary: string;
}
