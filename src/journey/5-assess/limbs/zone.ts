/**
 * Whether it happened where the clause applies. A place is an area: only when all of it lies inside (or outside) the zone,
 * by more than the zone's own tolerance, is the limb settled.
 */
import { distanceToPathKm, isInside } from '../../../measure/polygon.ts';
import type { Clause, Zone } from '../../../model/agreement.ts';
import type { Facts } from '../facts.ts';
import { perFacts } from '../per-facts.ts';
import type { Terms } from '../terms.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

const SETTLES = 'where exactly it happened: a named spot, coordinates, or a picture that can be located';

const shared = perFacts<Limb>();

export function zone(facts: Facts, clause: Clause, terms: Terms): Limb {
  return shared.get(facts, clause.zone) ?? shared.keep(clause.zone, inZone(facts, clause, terms));
}

function inZone(facts: Facts, clause: Clause, terms: Terms): Limb {
  const area = terms.zone(clause.zone);
  if (area === null) return unknown(`areas.geojson has no zone "${clause.zone}"`, 'a drawn zone', facts.spans.place);
  const { place } = facts.incident;
  const spans = facts.spans.place;
  if (place === null) return unknown('it is not told where it happened', SETTLES, spans);
  const name = place.name ?? 'the place';
  if (place.country !== null && area.countries.length > 0 && !area.countries.includes(place.country))
    return notMet(`${name} (${place.country}) lies outside ${area.name}`, spans);
  if (area.paths.length === 0) return byUnits(facts, area);
  const km = edgeDistanceKm(facts, area);
  if (km === null) return unknown(`the position of ${name} is not known`, SETTLES, spans);
  const reach = reachKm(facts, terms) + area.toleranceKm;
  if (km >= reach) return met(`${name} lies in ${area.name}, about ${Math.round(km)} km from its edge`, spans);
  if (km <= -reach) return notMet(`${name} lies about ${Math.round(-km)} km outside ${area.name}`, spans);
  const side = km >= 0 ? 'inside' : 'outside';
  return unknown(
    `${name} lies about ${Math.round(Math.abs(km))} km ${side} the edge of ${area.name}, closer than the ${Math.round(reach)} km by which place and edge may be off`,
    SETTLES,
    spans,
  );
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
function byUnits(facts: Facts, area: Zone): Limb {
  const { place } = facts.incident;
  const spans = facts.spans.place;
  if (place === null || place.country === null) return unknown('the country is not told', SETTLES, spans);
  if (area.admin1.length === 0) return met(`${place.name ?? place.country} lies in ${area.name}`, spans);
  if (place.admin1 === null)
    return unknown(
      `it is not told in which part of ${place.country} it happened; the clause applies in ${area.name}`,
      SETTLES,
      spans,
    );
  const unit = foldUnit(place.admin1);
  const isListed = area.admin1.some((name) => foldUnit(name) === unit);
  return isListed
    ? met(`${place.name ?? place.admin1} lies in ${area.name}`, spans)
    : notMet(`${place.name ?? place.admin1} lies in ${place.admin1}, outside ${area.name}`, spans);
}

/** "Rif Dimashq Governorate" and "rif dimashq" are one. */
const foldUnit = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\b(governorate|province|oblast|state|region|muhafazat)\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
