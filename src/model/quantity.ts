/** Numbers as worded: how many, of what, and as part of which other number (domain guide, section 1.2). */
import type { Count } from './coded-report.ts';
import type { Located } from './sentence.ts';

export type Claim = Count['claim'];

/** What a number is a number of. Only `count` counts people or things. */
export type QuantityKind =
  | 'count'
  | 'ordinal'
  | 'age'
  | 'money'
  | 'distance'
  | 'duration'
  | 'time'
  | 'calibre'
  | 'percentage'
  | 'score'
  | 'measure'
  | 'rate'
  | 'name';

/** How a number stands to another number of the report. */
export type QuantityRelation =
  /** Part of another number: "30 people, five of them children". */
  | 'subset'
  /** Beside a number already given: "another five", "12 others". */
  | 'further'
  /** The sum after new ones came in: "bringing the total to 40". */
  | 'running-total'
  /** "a total of 40". */
  | 'total';

export interface Quantity extends Located {
  /** As written, operator words included: `text.slice(start, end)` of the report. */
  readonly text: string;
  readonly kind: QuantityKind;
  readonly claim: Claim;
  /**
   * Token (in the same sentence) that stands for the counted in its clause: "people" of "30 people". Null where the number
   * itself does ("30 were killed", "dozens of people"): then it is the number's last token.
   */
  readonly head: number | null;
  /** Token that names what is counted: the head, or "people" of "dozens of people"; null when left out ("30 were killed"). */
  readonly counted: number | null;
  /** Dictionary form of the counted noun ("child"); null when there is none. */
  readonly noun: string | null;
  /** The group of people that the counted noun names ("children", "civilians", "people"), from the lexicon; null for things. */
  readonly who: string | null;
  readonly relation: QuantityRelation | null;
  /** For `subset`: the position of its whole in the list of quantities; null when not given. */
  readonly of: number | null;
}
