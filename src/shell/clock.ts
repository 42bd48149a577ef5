/** The only place where the program asks what time it is; everything that needs an instant is given one. */
export interface Clock {
  /** UTC instant, ISO 8601 with milliseconds. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** Always the same instant: for tests and for runs that must give the same bytes. */
export const fixedClock = (instant: string): Clock => ({ now: () => instant });
