/** A person's act: it is data, it is sealed, and recomputing never overrides it. */
export interface Decision {
  id: string;
  /**
   * `link`: the coded incidents named are one event. `separate`: the first is not the event of the others. `join-story`: the
   * reports named tell one story. `part-story`: the first tells another story than the others. `note`: says something about a subject. `undo`: an earlier decision holds no longer; it stays in the record. `determination`: what a person finds
   * about one incident under one clause, or how far a clause is carried out. `status`: what became of a statement.
   */
  kind: 'link' | 'separate' | 'join-story' | 'part-story' | 'note' | 'undo' | 'determination' | 'status';
  /**
   * `report#coded` for link and separate, `report:ID` for stories, `decision:ID` for undo; for a determination `findings:INCIDENT` and
   * `clause:AGREEMENT/CLAUSE`, or the clause alone; for a status `statement:REPORT#STATEMENT`; otherwise entry subjects.
   */
  about: string[];
  /** Of a determination one of `DETERMINED` or, for a clause alone, a score "0" to "3"; of a status a `StatementStatus`. */
  finds?: string;
  /** Of a determination about an incident: SHA-256 (hex) of its findings as they were when the person decided. */
  seen?: string;
  reason: string;
  by: string;
  /** UTC instant. */
  at: string;
  /** Fingerprint of the key that signed it; absent from an act that nobody signed. */
  signedBy?: string;
  /** Ed25519 over everything above, as 128 hexadecimal digits (`ledger/signed-act.ts`). */
  signature?: string;
}

/** The subject by which an entry or an undo names a decision. */
export const decisionSubject = (id: string): string => `decision:${id}`;

/** The subject by which a decision about stories names a report. */
export const reportSubject = (id: string): string => `report:${id}`;

/** What a person may find about an incident under a clause. The program itself never says more than "breach-indicated". */
export const DETERMINED = ['breach', 'no-breach', 'cannot-be-determined'] as const;
export const SCORES = ['0', '1', '2', '3'] as const;

export const findingsSubject = (incident: string): string => `findings:${incident}`;
export const clauseSubject = (agreement: string, clause: string): string => `clause:${agreement}/${clause}`;
export const statementSubject = (record: string): string => `statement:${record}`;

/** What a determination is about; `incident` null for a clause as a whole. Null when it names no clause. */
export function determinedSubject({ about }: Pick<Decision, 'about'>): {
  incident: string | null;
  agreement: string;
  clause: string;
} | null {
  const named = (topic: string): string | null =>
    about.find((subject) => subject.startsWith(`${topic}:`))?.slice(topic.length + 1) ?? null;
  const [agreement, clause] = named('clause')?.split('/') ?? [];
  if (agreement === undefined || clause === undefined || agreement === '' || clause === '') return null;
  return { incident: named('findings'), agreement, clause };
}
