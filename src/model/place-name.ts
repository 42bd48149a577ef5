/** Place names as a report words them, and the places they are held to stand for. */
import type { PlaceMention } from './coded-report.ts';
import type { Located } from './sentence.ts';
import type { Span } from './span.ts';

/**
 * How a place name is used. Only locative, dateline and relative uses say where something is.
 * `locative`: a place ("in Idlib"); `metonymic`: its government or people ("Ankara said"); `modifier`: before a noun
 * ("the Aleppo airport", "US officials"); `dateline`: where the report was filed from; `adjectival`: an
 * adjective of a country or region before a noun ("Yemeni ports"); `demonym`: a people or language ("Georgians"); `embedded`: part of an organisation's name ("University of Damascus").
 */
export type PlaceUse = 'locative' | 'metonymic' | 'modifier' | 'dateline' | 'adjectival' | 'demonym' | 'embedded';

/** "5 km north of" something: a point off the named place. */
export interface Bearing {
  /** Null when the report gives a direction but no distance ("north of the town"). */
  readonly distanceKm: number | null;
  /** Degrees clockwise from north; null when only a distance is given ("10 miles from the town"). */
  readonly degrees: number | null;
  /**
   * Index (in the array of names) of the place it is measured from: "X, 5 km north of Y" is X, from Y. Null when it is
   * measured from this name itself, and the place meant has no name: "5 km north of Y".
   */
  readonly from: number | null;
  /** Whole wording, distance and direction included. */
  readonly span: Span;
}

/** A place name as worded, with its candidates in the gazetteer. */
export interface PlaceName extends Located {
  /** As written. */
  readonly text: string;
  readonly use: PlaceUse;
  /** References into the gazetteer, most important first; empty when the name is in none but is worded as a place. */
  readonly candidates: readonly number[];
  /** What the words beside the name say it is: "village of", "province", "countryside". */
  readonly stated: 'settlement' | 'quarter' | 'district' | 'province' | 'country' | 'region' | 'water' | 'site' | null;
  /** Index (in the array of names) of the place named as its container: "X, Y", "X in Y province". */
  readonly within: number | null;
  readonly bearing: Bearing | null;
  /** Why this is held to be a place name, strongest first. */
  readonly because: readonly string[];
}

/** What a place name is held to stand for. Parallel to the `PlaceName` array. */
export interface ResolvedPlace extends Omit<PlaceMention, 'id' | 'span' | 'text' | 'kind'> {
  /** Radius in km around the point within which it may lie; null when unresolved. */
  readonly radiusKm: number | null;
  /** Id of the area it is known to lie in (province, district, country). */
  readonly containedBy: string | null;
  /** 0 to 1: how far the chosen place leads the other candidates. */
  readonly confidence: number;
  /** Reasons for the choice, strongest first. */
  readonly because: readonly string[];
}
