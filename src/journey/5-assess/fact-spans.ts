/** The words that an incident rests on, by what they tell, each with its report. Plain loops: it is made for every incident of a store. */
import type { CodedIncident } from '../../model/coded-report.ts';
import type { Span } from '../../model/span.ts';
import { evidence, type Linked } from './linked.ts';
import type { Evidence } from './three-valued.ts';

/** The words that tell the act, when and where it was, and with what. */
export interface FactSpans {
  readonly act: readonly Evidence[];
  readonly time: readonly Evidence[];
  readonly place: readonly Evidence[];
  readonly means: readonly Evidence[];
}

/** The words of the linked incidents, each kind gathered when a limb first asks for it. */
export class SpansOf implements FactSpans {
  readonly #linked: readonly Linked[];
  #act: readonly Evidence[] | null = null;
  #time: readonly Evidence[] | null = null;
  #place: readonly Evidence[] | null = null;
  #means: readonly Evidence[] | null = null;

  constructor(linked: readonly Linked[]) {
    this.#linked = linked;
  }

  get act(): readonly Evidence[] {
    this.#act ??= gathered(this.#linked, triggerOf);
    return this.#act;
  }

  get time(): readonly Evidence[] {
    this.#time ??= gathered(this.#linked, timeSpansOf);
    return this.#time;
  }

  get place(): readonly Evidence[] {
    this.#place ??= gathered(this.#linked, placeSpansOf);
    return this.#place;
  }

  get means(): readonly Evidence[] {
    this.#means ??= gatheredEach(this.#linked, weaponsOf);
    return this.#means;
  }
}

const triggerOf = (coded: CodedIncident): readonly Span[] => coded.trigger;
const timeSpansOf = (coded: CodedIncident): readonly Span[] => coded.time?.spans ?? NONE;
const placeSpansOf = (coded: CodedIncident): readonly Span[] => coded.place?.spans ?? NONE;
const weaponsOf = (coded: CodedIncident): readonly { readonly spans: readonly Span[] }[] => coded.weapons;
const NONE: readonly Span[] = [];

function gathered(linked: readonly Linked[], of: (coded: CodedIncident) => readonly Span[]): Evidence[] {
  const spans: Evidence[] = [];
  for (const { report, coded } of linked) for (const span of of(coded)) spans.push(evidence(report.id, span));
  return distinct(spans);
}

function gatheredEach(
  linked: readonly Linked[],
  of: (coded: CodedIncident) => readonly { readonly spans: readonly Span[] }[],
): Evidence[] {
  const spans: Evidence[] = [];
  for (const { report, coded } of linked)
    for (const { spans: own } of of(coded)) for (const span of own) spans.push(evidence(report.id, span));
  return distinct(spans);
}

/** Each once, where it first stands. Up to a handful are compared pair by pair, more by a key. */
export function distinct(spans: Evidence[]): Evidence[] {
  if (spans.length < 2) return spans;
  if (spans.length > 8)
    return [...new Map(spans.map((span) => [`${span.start}-${span.end}-${span.report}`, span])).values()];
  const kept: Evidence[] = [];
  for (const span of spans) if (!holds(kept, span)) kept.push(span);
  return kept;
}

function holds(kept: readonly Evidence[], { start, end, report }: Evidence): boolean {
  for (const one of kept) if (one.start === start && one.end === end && one.report === report) return true;
  return false;
}
