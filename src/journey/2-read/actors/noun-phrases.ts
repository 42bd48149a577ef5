/** Groups units into noun phrases; each possessor and each possessed noun of "A's B" is a phrase of its own. */
import type { Unit } from './units.ts';

export interface NounPhrase {
  /** Indices of its units, without determiner and possessor: modifiers and nouns. */
  readonly from: number;
  /** Inclusive; the head unit. */
  readonly to: number;
  /** Index of the first unit of the whole phrase, determiner and possessors included. */
  readonly start: number;
  /** The possessor's phrase, for "Russia's jets". */
  readonly possessor: NounPhrase | null;
  readonly isPossessor: boolean;
}

export function nounPhrasesOf(units: readonly Unit[]): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (let at = 0; at < units.length; ) {
    const opened = readPhrase(units, at, at, null);
    if (opened === null) {
      at++;
      continue;
    }
    let phrase: NounPhrase | null = opened;
    while (phrase !== null) {
      phrases.push(phrase);
      at = phrase.to + 1;
      phrase = phrase.isPossessor ? readPhrase(units, at + 1, phrase.start, phrase) : null;
      if (phrase === null && phrases.at(-1)?.isPossessor) at++;
    }
  }
  return phrases;
}

/** One phrase from `at` on; null where no noun follows. */
function readPhrase(
  units: readonly Unit[],
  at: number,
  start: number,
  possessor: NounPhrase | null,
): NounPhrase | null {
  let from = at;
  while (possessor === null && units[from]?.class === 'determiner') from++;
  let to = -1;
  for (let index = from; index < units.length; index++) {
    const kind = units[index]?.class;
    if (kind === 'noun' && isAgeUnit(units, index)) continue;
    if (kind === 'noun') to = index;
    else if (kind === 'joint' && index > from) continue;
    else if (kind === 'modifier') {
      // After a noun a modifier opens another phrase, unless a hyphen joins it ("government-held").
      if (to !== -1 && units[index - 1]?.class !== 'joint' && !isModifierOfName(units, index)) break;
    } else if (!(kind === 'other' && joinsModifiers(units, index))) break;
  }
  if (to === -1) return null;
  return { from, to, start, possessor, isPossessor: units[to + 1]?.class === 'possessive' };
}

/** "a 15-year-old Northland boy": the word between two hyphens ends no phrase. */
const isAgeUnit = (units: readonly Unit[], index: number): boolean =>
  units[index - 1]?.class === 'joint' &&
  units[index + 1]?.class === 'joint' &&
  units[index + 2]?.class === 'modifier' &&
  units[index + 3]?.class === 'modifier';

/** "the Hezbollah military wing", "UN humanitarian chief": a name before an adjective and a noun. */
const isModifierOfName = (units: readonly Unit[], index: number): boolean =>
  (units[index - 1]?.named.length ?? 0) > 0 && units[index + 1]?.class === 'noun';

/** The "and" of "Russian and Syrian jets" and the "or" of "Syrian or Russian aircraft": both sides name an owner. */
function joinsModifiers(units: readonly Unit[], index: number): boolean {
  const before = units[index - 1];
  const after = units[index + 1];
  if (units[index]?.conjunction === null || before === undefined || after === undefined) return false;
  const next = units[index + 2]?.class;
  return (
    before.named.some((entry) => entry.as === 'adjective') &&
    after.named.length > 0 &&
    (next === 'noun' || next === 'modifier')
  );
}
