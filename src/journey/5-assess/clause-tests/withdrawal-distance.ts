/** Weapons of a class that must stand a distance away from a line, which may be another line for each side. */
import type { Clause, Zone } from '../../../model/agreement.ts';
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';
import type { Facts } from '../facts.ts';
import { edgeDistanceKm, reachKm } from '../limbs/zone.ts';
import { say } from '../reason.ts';
import type { Terms } from '../terms.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

const ON = '2020-02-10';
const near = { country: 'XA', lat: 0.1, lon: 10.5, radiusKm: 1 };
const far = { country: 'XA', lat: 1, lon: 10.5, radiusKm: 1 };
const edge = { country: 'XA', lat: 0.45, lon: 10.5, radiusKm: 5 };

export const withdrawalDistance: ClauseTest = {
  id: 'forces/withdrawal-distance',
  type: 'withdrawal-distance',
  tests: 'A weapon of a class stands nearer to the line than the clause allows once withdrawal was due.',
  limbs: ['bearer', 'means', 'zone', 'time'],
  source:
    'Point 2 of the Minsk package of measures of 12 February 2015: 50, 70 and 140 km by weapon, lines that differ by side.',
  breachIndicated: [
    {
      says: 'artillery 11 km from the line',
      facts: { type: 'weapons_placement', by: ['north.army'], weapons: ['artillery'], on: ON, at: near },
    },
  ],
  consistent: [
    {
      says: 'artillery 111 km from the line',
      facts: { type: 'weapons_placement', by: ['north.army'], weapons: ['artillery'], on: ON, at: far },
    },
    {
      says: 'a weapon that the clause does not name',
      facts: { type: 'weapons_placement', by: ['north.army'], weapons: ['mortar'], on: ON, at: near },
    },
  ],
  indeterminate: [
    {
      says: 'within reach of the limit',
      facts: { type: 'weapons_placement', by: ['north.army'], weapons: ['artillery'], on: ON, at: edge },
    },
    { says: 'the weapon is not told', facts: { type: 'weapons_placement', by: ['north.army'], on: ON, at: near } },
    {
      says: 'a deployment that is only planned',
      facts: {
        type: 'weapons_placement',
        by: ['north.army'],
        weapons: ['artillery'],
        on: ON,
        at: near,
        modality: 'planned',
      },
    },
    {
      says: 'nobody is said to have placed it',
      facts: { type: 'weapons_placement', weapons: ['artillery'], on: ON, at: near },
    },
  ],
  outsideScope: [
    {
      says: 'before withdrawal was due',
      facts: { type: 'weapons_placement', by: ['north.army'], weapons: ['artillery'], on: '2020-01-05', at: near },
    },
  ],
  decide: (facts, clause, terms) => {
    if (clause.type !== 'withdrawal-distance') return null;
    const band = clause.details.bands.filter((one) => facts.means.has(one.means)).sort((a, b) => b.km - a.km)[0];
    if (band === undefined) {
      const named = clause.details.bands.map((one) => one.means).join(', ');
      const spans = facts.spans.means;
      const other =
        facts.means.size === 0
          ? unknown('means/weapon-not-told', say('settle/weapon-type', { named }), facts.spans.act)
          : notMet(say('means/other-weapon', { means: [...facts.means].join(', '), named }), spans);
      return weigh(facts, clause, terms, { limbs: { means: other } });
    }
    const weapon = met(say('means/must-stand', { means: band.means, km: String(band.km) }), facts.spans.means);
    return weigh(facts, clause, terms, {
      limbs: { means: weapon, zone: distanceLimb(facts, band.km, clause, terms) },
      complied: ['zone'],
    });
  },
};

/** Met when the weapon stands too near. Where the two sides' lines differ, the line of the accused side counts. */
function distanceLimb(
  facts: Facts,
  km: number,
  clause: Extract<Clause, { type: 'withdrawal-distance' }>,
  terms: Terms,
): Limb {
  const spans = facts.spans.place;
  const sides = new Set(
    facts.accused.flatMap((one) => (one.actor === null ? [] : [terms.standing(one.actor).side?.id])),
  );
  const own = clause.details.lines.filter((line) => sides.size === 0 || sides.has(line.side));
  const lines = [...new Set(own.map((line) => line.line))]
    .map((id) => terms.zone(id))
    .filter((one): one is Zone => one !== null);
  const limbs = lines.map((line) => {
    const distance = edgeDistanceKm(facts, line);
    if (distance === null) return unknown('zone/weapon-position', 'settle/where-weapon', spans);
    const away = Math.abs(distance);
    const reach = reachKm(facts, terms) + line.toleranceKm;
    const stands = { away: String(Math.round(away)), line: line.name, km: String(km) };
    if (away + reach < km) return met(say('zone/too-near', stands), spans);
    if (away - reach >= km) return notMet(say('zone/far-enough', stands), spans);
    const nearLimit = say('zone/near-limit', { ...stands, reach: String(Math.round(reach)) });
    return unknown(nearLimit, 'settle/where-weapon-and-line', spans);
  });
  const first = limbs[0];
  if (first === undefined) return unknown('zone/no-line', 'settle/its-line', spans);
  return limbs.every((limb) => limb.value === first.value)
    ? first
    : unknown('zone/which-line', 'settle/whose-weapon', spans);
}
