/**
 * Whether it happened where the clause applies. A place is an area: only when all of it lies inside (or outside) the zone,
 * by more than the zone's own tolerance, is the limb settled.
 */
import { distanceToPathKm, isInside } from '../../../measure/polygon.ts';
import type { Clause, Zone } from '../../../model/agreement.ts';
import type { Facts } from '../facts.ts';
import { perFacts } from '../per-facts.ts';
import { type PlainCode, plain, say } from '../reason.ts';
import type { Terms } from '../terms.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

const SETTLES: PlainCode = 'settle/where';

const shared = perFacts<Limb>();

export function zone(facts: Facts, clause: Clause, terms: Terms): Limb {
  const key = terms.keys(clause).zone;
  return shared.get(facts, key) ?? shared.keep(facts, key, inZone(facts, clause, terms));
}

function inZone(facts: Facts, clause: Clause, terms: Terms): Limb {
  const area = terms.zone(clause.zone);
  const spans = facts.spans.place;
  if (area === null) return unknown(say('zone/not-drawn', { zone: clause.zone }), 'settle/drawn-zone', spans);
  const { place } = facts.incident;
  if (place === null) return unknown('zone/no-place', SETTLES, spans);
  const name = place.name ?? plain('zone/the-place');
  if (place.country !== null && area.countries.length > 0 && !area.countries.includes(place.country))
    return notMet(say('zone/other-country', { place: name, country: place.country, zone: area.name }), spans);
  if (area.paths.length === 0) return byUnits(facts, area, terms);
  const km = edgeDistanceKm(facts, area);
  if (km === null) return unknown(say('zone/no-position', { place: name }), SETTLES, spans);
  const reach = reachKm(facts, terms) + area.toleranceKm;
  const where = { place: name, zone: area.name, km: String(Math.round(Math.abs(km))) };
  if (km >= reach) return met(say('zone/inside', where), spans);
  if (km <= -reach) return notMet(say('zone/outside', where), spans);
  const code = km >= 0 ? 'zone/near-inside' : 'zone/near-outside';
  return unknown(say(code, { ...where, reach: String(Math.round(reach)) }), SETTLES, spans);
}

/** Positive inside, negative outside; null without a position. */
export function edgeDistanceKm(facts: Facts, area: Zone): number | null {
  const { place } = facts.incident;
  if (place === null || place.latitude === null || place.longitude === null) return null;
  const point = [place.longitude, place.latitude] as const;
  const nearest = Math.min(...area.paths.map((path) => distanceToPathKm(point, path)));
  return area.kind === 'area' && area.paths.some((ring) => isInside(point, ring)) ? nearest : -nearest;
}

/** How far from its point the place may reach. */
export function reachKm({ incident }: Facts, { codebook }: Terms): number {
  return incident.placeRadiusKm ?? codebook.radiusKm.get(incident.place?.precision ?? 'region') ?? 0;
}

/** Zones that are whole countries or first-order units need no geometry. */
function byUnits(facts: Facts, area: Zone, terms: Terms): Limb {
  const { place } = facts.incident;
  const spans = facts.spans.place;
  if (place === null || place.country === null) return unknown('zone/no-country', SETTLES, spans);
  if (area.admin1.length === 0)
    return met(say('zone/in-unit', { place: place.name ?? place.country, zone: area.name }), spans);
  if (place.admin1 === null)
    return unknown(say('zone/no-unit', { country: place.country, zone: area.name }), SETTLES, spans);
  const where = { place: place.name ?? place.admin1, zone: area.name };
  return terms.unitsOf(area).has(terms.foldUnit(place.admin1))
    ? met(say('zone/in-unit', where), spans)
    : notMet(say('zone/other-unit', { ...where, unit: place.admin1 }), spans);
}
