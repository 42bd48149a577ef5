/** A person's act: it is data, it is sealed, and recomputing never overrides it. */
export interface Decision {
  id: string;
  /** `link` and `separate` bind corroboration; `note` says something about a subject. */
  kind: 'link' | 'separate' | 'note';
  /** `report#coded` pairs for link and separate, otherwise entry subjects. */
  about: string[];
  reason: string;
  by: string;
  /** UTC instant. */
  at: string;
}
