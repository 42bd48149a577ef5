/** A person's act: it is data, it is sealed, and recomputing never overrides it. */
export interface Decision {
  id: string;
  /**
   * `link`: the coded incidents named are one event. `separate`: the first is not the event of the others. `note`: says something
   * about a subject. `undo`: an earlier decision holds no longer; it stays in the record.
   */
  kind: 'link' | 'separate' | 'note' | 'undo';
  /** `report#coded` for link and separate, `decision:ID` for undo, otherwise entry subjects. */
  about: string[];
  reason: string;
  by: string;
  /** UTC instant. */
  at: string;
}

/** The subject by which an entry or an undo names a decision. */
export const decisionSubject = (id: string): string => `decision:${id}`;
