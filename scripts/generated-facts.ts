/** Makes up incidents for the neutrality run: every wording of culprit, target, time and place that the tests weigh. */
import type { WorkedFacts } from '../src/knowledge/worked-cases.ts';
import type { Agreement } from '../src/model/agreement.ts';
import type { IncidentType } from '../src/model/coded-report.ts';

/** A small generator with a seed, so that a run can be repeated (xorshift, Marsaglia 2003). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0 || 1;
  }

  /** 0 <= result < sides. */
  roll(sides: number): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return Math.floor(((x >>> 0) / 4_294_967_296) * sides);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.roll(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** True once in `sides` rolls. */
  once(sides: number): boolean {
    return this.roll(sides) === 0;
  }
}

const WEAPONS = [
  'aircraft',
  'drone',
  'artillery',
  'mortar',
  'rocket',
  'tank',
  'firearm',
  'missile',
  'anti-tank-missile',
  'bomb',
];
const OBJECTS = [
  'market',
  'hospital',
  'school',
  'civilian_area',
  'checkpoint',
  'military_position',
  'aid_convoy',
  'road',
  'home',
];
const MODALITIES = ['alleged', 'denied', 'threatened', 'planned', 'hypothetical'] as const;
const ATTRIBUTIONS = ['stated', 'suspected', 'claimed_by_itself'] as const;

/** The words come in both sides' voices alike, so that exchanging actors exchanges everything. */
export function generatedFacts(dice: Dice, agreement: Agreement): WorkedFacts {
  const actors = agreement.counterparts.flat();
  const others = [...agreement.excluded.map((entry) => entry.actor), 'unknown gunmen', 'civilians'];
  const party = (): string => (dice.once(6) ? dice.pick(others) : dice.pick(actors));
  const parties = (): string[] => Array.from({ length: 1 + (dice.once(4) ? 1 : 0) }, party);
  const types = [...new Set(agreement.clauses.flatMap((clause) => [...clause.acts, ...clause.fulfils]))];
  const facts: WorkedFacts = { type: dice.pick<IncidentType>(types), ...account(dice, party, parties) };
  if (!dice.once(10)) facts.on = timeIn(dice, agreement);
  if (facts.on?.includes('T')) facts.clock = dice.once(2);
  if (!dice.once(10)) facts.at = placeIn(dice, agreement);
  if (dice.once(2)) facts.weapons = [dice.pick(WEAPONS)];
  if (dice.once(6)) facts.modality = dice.pick(MODALITIES);
  if (dice.once(12)) facts.completed = false;
  if (dice.once(12)) facts.aggregate = true;
  if (dice.once(4)) facts.also = [account(dice, party, parties)];
  return facts;
}

type Account = NonNullable<WorkedFacts['also']>[number];

function account(dice: Dice, party: () => string, parties: () => string[]): Account {
  const facts: Account = {};
  if (!dice.once(6)) facts[dice.once(8) ? 'byEither' : 'by'] = parties();
  if (dice.once(6)) facts.deniedBy = [party()];
  if (dice.once(3)) facts.attribution = dice.pick(ATTRIBUTIONS);
  if (dice.once(3)) facts.saidBy = parties();
  if (!dice.once(6)) facts.against = parties();
  if (dice.once(3)) facts.objects = [dice.pick(OBJECTS)];
  if (dice.once(4)) {
    const words = dice.pick(['we fight terrorists and raiders', 'our forces returned fire', 'we keep every promise']);
    facts.claims = [{ by: party(), words, specific: dice.once(2) }];
  }
  return facts;
}

/** Days and hours inside every interval of the agreement, at its edges, and outside. */
function timeIn(dice: Dice, agreement: Agreement): string {
  const interval = dice.pick(agreement.calendar.intervals);
  const edge = dice.once(2) ? interval.startMs : interval.endMs;
  const around = Number.isFinite(edge) ? edge : interval.startMs;
  const stepMs = dice.pick([60_000, 3_600_000, 86_400_000]);
  const at = new Date(around + (dice.roll(41) - 20) * stepMs).toISOString();
  if (dice.once(2)) return at.slice(0, 10);
  return dice.once(3)
    ? `${at.slice(0, 16)}/${new Date(Date.parse(at) + 12 * 3_600_000).toISOString().slice(0, 16)}`
    : at.slice(0, 16);
}

/** Places near the drawn edges of zones, anywhere in the country, and abroad. */
function placeIn(dice: Dice, agreement: Agreement): NonNullable<WorkedFacts['at']> {
  const country = dice.once(10) ? 'QZ' : dice.pick(agreement.countries);
  const zone = dice.pick(agreement.zones);
  const admin1 = dice.once(2) ? (zone.admin1[0] ?? 'elsewhere') : undefined;
  const near = zone.paths[0]?.[dice.roll(zone.paths[0]?.length ?? 1)];
  const spread = dice.pick([0.02, 0.2, 1]);
  const shift = (): number => (dice.roll(2001) / 1000 - 1) * spread;
  const position =
    near === undefined ? {} : { lon: near[0] + shift(), lat: near[1] + shift(), radiusKm: dice.pick([1, 5, 25]) };
  return {
    country,
    precision: dice.pick(['exact', 'settlement', 'district', 'province']),
    ...position,
    ...(admin1 === undefined ? {} : { admin1 }),
  };
}
