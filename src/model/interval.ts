/** A calendar interval in ISO 8601; `end` is exclusive; null = open on that side. */
export interface TimeInterval {
  start: string | null;
  end: string | null;
}
