/** Which clock runs at a place: the zone of its country whose reference point lies nearest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface ZonePoint {
  readonly latitude: number;
  readonly longitude: number;
  /** IANA name ("Asia/Damascus"). */
  readonly zone: string;
}

/** By country, ISO 3166-1 alpha-2. */
export type TimeZones = ReadonlyMap<string, readonly ZonePoint[]>;

/** Reads `codebook/time-zones.tsv` below `directory`; throws where a row is not country, latitude, longitude, zone. */
export function loadTimeZones(directory: string): TimeZones {
  const zones = new Map<string, ZonePoint[]>();
  const text = readFileSync(join(directory, 'codebook', 'time-zones.tsv'), 'utf8');
  text.split('\n').forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return;
    const [country = '', latitude = '', longitude = '', zone = ''] = line.split('\t');
    const point = { latitude: Number(latitude), longitude: Number(longitude), zone };
    if (
      !/^[A-Z]{2}$/.test(country) ||
      !Number.isFinite(point.latitude) ||
      !Number.isFinite(point.longitude) ||
      !zone.includes('/')
    ) {
      throw new Error(
        `codebook/time-zones.tsv, line ${index + 1}: expected country, latitude, longitude, zone; found "${line}"`,
      );
    }
    zones.set(country, [...(zones.get(country) ?? []), point]);
  });
  return zones;
}

/** The zone at a point of a country; null where the country is unknown, or has several zones and no point is given. */
export function zoneAt(
  zones: TimeZones,
  country: string | null,
  point: { latitude: number | null; longitude: number | null },
): string | null {
  const own = country === null ? [] : (zones.get(country) ?? []);
  const { latitude, longitude } = point;
  if (own.length === 1) return own[0]?.zone ?? null;
  if (latitude === null || longitude === null) return null;
  let best: { zone: string; away: number } | null = null;
  for (const one of own) {
    const away =
      (one.latitude - latitude) ** 2 + ((one.longitude - longitude) * Math.cos((latitude * Math.PI) / 180)) ** 2;
    if (best === null || away < best.away) best = { zone: one.zone, away };
  }
  return best?.zone ?? null;
}
