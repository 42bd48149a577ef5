/**
 * The public output contract of `trucewatch code` and of GET /api/v1/reports/{id}/coding.
 * Accuracy is scored against this shape, so it is stable: add optional fields freely,
 * rename or retype none without a new `schema` value.
 *
 * Offsets are UTF-16 code units into `CodedReport.text`: text.slice(start, end) is the evidence.
 * Every value that a coder states carries the spans that it was read from: no span, no claim.
 */

import type { TimeInterval } from './interval.ts';
import type { Picture } from './picture.ts';
import type { Span } from './span.ts';

export interface CodedReport {
  schema: 'coded-report/1';
  /** The id given in the input; otherwise the SHA-256 (hex) of the UTF-8 text. */
  id: string;
  title: string | null;
  /**
   * For plain-text input: the input text, unchanged, so that offsets hold for whoever sent it. What is not report (a repeated
   * title, a stray tag, a cookie notice) is marked in `notes` with its span and not coded; it is never cut out.
   * For HTML and other formats: the text that was read out of it.
   */
  text: string;
  /** BCP 47. */
  language: string;
  /** ISO 8601 date or date-time; null when unknown. */
  published: string | null;
  publishedBasis: 'given' | 'metadata' | 'dateline' | 'inferred' | null;
  /** Name of the outlet or account, when it was given or found; what tells one voice from another. */
  source?: string;
  /** Pictures that came with the report; absent when none did. */
  pictures?: Picture[];
  mentions: Mention[];
  incidents: CodedIncident[];
  statements: CodedStatement[];
  /** What the reader dropped or doubted: repeated title, stray tag, unbalanced quotation mark, ... */
  notes: { code: string; message: string; span?: Span }[];
  coder: { name: string; version: string /** SHA-256 over the lexicons and models in force. */; knowledge: string };
}

export type Mention = ActorMention | PlaceMention | TimeMention | CountMention | TermMention;

interface MentionBase {
  id: string;
  span: Span;
  text: string;
}

export interface ActorMention extends MentionBase {
  kind: 'actor';
  /** Id in the actor register ('ru.airforce', 'sy.gov'), null when the name is not in it. */
  actor: string | null;
  /** What sort of actor, even when not in the register. */
  role:
    | 'state'
    | 'military'
    | 'police'
    | 'non_state_armed_group'
    | 'militia'
    | 'political'
    | 'international_organisation'
    | 'humanitarian'
    | 'media'
    | 'activist'
    | 'civilian'
    | 'medical'
    | 'person'
    | 'unknown';
  /** For pronouns and definite descriptions: the mention it stands for. */
  refersTo?: string;
}

export interface PlaceMention extends MentionBase {
  kind: 'place';
  /** Gazetteer id, null when unresolved. */
  place: string | null;
  name: string | null;
  country: string | null; // ISO 3166-1 alpha-2
  admin1: string | null;
  latitude: number | null; // WGS 84, degrees
  longitude: number | null;
  /** How exactly the point stands for where it happened. */
  precision: 'exact' | 'settlement' | 'district' | 'province' | 'country' | 'region' | null;
}

export interface TimeMention extends MentionBase {
  kind: 'time';
  /** TIMEX3 type. */
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value ('2016-06-12', '2016-W24', 'P2W', '2016-06-12TEV'), null when it cannot be resolved. */
  value: string | null;
  interval: TimeInterval | null;
}

export interface CountMention extends MentionBase {
  kind: 'count';
  claim: Count['claim'];
  min: number;
  best: number | null;
  /** null = open above. */
  max: number | null;
}

export interface TermMention extends MentionBase {
  kind: 'weapon' | 'target' | 'agreement' | 'evidence';
  /** Id in the lexicon. */
  term: string | null;
}

/**
 * A number of people as the report words it, and the interval that a versioned, published table derives from the wording
 * (domain guide, section 1.2). The wording is never overwritten; the interval can be derived again under another profile.
 */
export interface Count {
  /** The claim: 'at least 30' = {op: '>=', n: 30}; 'between 10 and 15' = {op: 'range', n: 10, n2: 15}; 'dozens' = {op: 'word', word: 'dozens'}. */
  claim: {
    op: '=' | '>=' | '>' | '<=' | '<' | '~' | '<~' | 'range' | 'word' | 'plural';
    n?: number;
    n2?: number;
    word?: string;
  };
  min: number;
  best: number | null;
  /** null = open above. */
  max: number | null;
  spans: Span[];
  /** Parts of this count: constraints on it, never added to it. '30 people, five of them children'. */
  of?: {
    who:
      | 'children'
      | 'women'
      | 'men'
      | 'elderly'
      | 'civilians'
      | 'combatants'
      | 'medical'
      | 'aid_workers'
      | 'journalists'
      | 'peacekeepers'
      | string;
    claim: Count['claim'];
    min: number;
    best: number | null;
    max: number | null;
    spans: Span[];
  }[];
}

/**
 * What happened, never whether it breaks the agreement: a breach is the outcome of our own test of an incident against a
 * clause. 'The army violated the truce' with no act is a statement of kind 'accusation', not an incident.
 */
export type IncidentType =
  // violence
  | 'air_strike'
  | 'drone_strike'
  | 'shelling'
  | 'missile_strike'
  | 'bombing'
  | 'suicide_bombing'
  | 'mine_or_uxo'
  | 'chemical_attack'
  | 'armed_clash'
  | 'ground_attack'
  | 'shooting'
  | 'sniper_fire'
  | 'killing'
  | 'execution'
  | 'sexual_violence'
  | 'torture'
  | 'abduction'
  | 'hijacking'
  | 'arbitrary_detention'
  | 'arson'
  | 'looting'
  | 'robbery'
  | 'property_destruction'
  | 'forced_stoppage'
  | 'protest'
  | 'riot'
  // conduct that agreements regulate
  | 'siege'
  | 'aid_obstruction'
  | 'movement_restriction'
  | 'forced_displacement'
  | 'territory_seizure'
  | 'troop_deployment'
  | 'weapons_placement'
  | 'airspace_violation'
  | 'recruitment'
  | 'hate_speech'
  // compliance
  | 'ceasefire_start'
  | 'ceasefire_end'
  | 'aid_delivery'
  | 'prisoner_release'
  | 'withdrawal'
  | 'monitoring_visit'
  | 'talks';

export interface CodedIncident {
  id: string;
  type: IncidentType;
  /** The same act in the field's own schemes. */
  /** ACLED sub-event type ('Air/drone strike'), PLOVER category or category/mode ('ASSAULT/aerial'), CAMEO code ('195'), UCDP type of violence ('1' | '2' | '3'). */
  codes: { acled: string | null; plover: string | null; cameo: string | null; ucdp: string | null };
  /** How the report puts it. A threat or a plan is not something that happened. */
  modality: 'asserted' | 'alleged' | 'denied' | 'threatened' | 'planned' | 'hypothetical';
  /** False when the act was tried and failed or was prevented ('the bomb was defused', 'escaped an attempt on his life'). */
  completed: boolean;
  /** True for totals over several events ('previous raids killed more than 100'): never summed with single incidents. */
  aggregate: boolean;
  /** The words that make it an incident. */
  trigger: Span[];
  perpetrators: Participant[];
  /** People, groups and objects that were hit or meant. */
  targets: (Participant & {
    object?:
      | 'market'
      | 'school'
      | 'hospital'
      | 'ambulance'
      | 'place_of_worship'
      | 'home'
      | 'vehicle'
      | 'aid_convoy'
      | 'camp'
      | 'power'
      | 'water'
      | 'bridge'
      | 'road'
      | 'shop'
      | 'building'
      | 'military_position'
      | 'checkpoint'
      | 'aircraft'
      | 'ship'
      | 'energy'
      | 'government'
      | 'embassy'
      | 'media'
      | string;
    /** Protected under international humanitarian law as a kind of object or person. */
    protected?: boolean;
    damage?: 'damaged' | 'destroyed' | null;
  })[];
  weapons: { term: string; spans: Span[] }[];
  place: (Omit<PlaceMention, 'kind' | 'id' | 'span' | 'text'> & { spans: Span[] }) | null;
  time:
    | (TimeInterval & {
        precision: 'minute' | 'part_of_day' | 'day' | 'week' | 'month' | 'year' | 'range';
        spans: Span[];
      })
    | null;
  /** `casualties` = killed or injured, not told apart ('40 killed and wounded', 'dozens of casualties'). An explicit zero is a claim. */
  harm: { killed?: Count; injured?: Count; casualties?: Count; abducted?: Count; missing?: Count; displaced?: Count };
  /** Who says so, in this report. Empty = the report in its own voice. */
  attributedTo: { name: string; actor: string | null; spans: Span[] }[];
  /** Photos, videos, documents, remains the report mentions or carries. */
  evidence: {
    kind: 'photo' | 'video' | 'audio' | 'document' | 'satellite' | 'remains' | 'witness';
    by: string | null;
    spans: Span[];
  }[];
  /** 0 to 1, calibrated on the development data. */
  confidence: number;
  /** Ids of the rules or features that decided, strongest first. */
  because: string[];
}

export interface Participant {
  /** As worded: 'Russian jets', 'five children', 'John Kerry'. */
  name: string;
  kind: 'organisation' | 'group_of_people' | 'person' | 'object';
  actor: string | null;
  role?: ActorMention['role'];
  /** Other wordings of the same participant in this report, names before descriptions. */
  also?: string[];
  spans: Span[];
  /** Participants that share a number are alternatives: 'Syrian or Russian aircraft' is one culprit of two, not two. */
  either?: number;
  /** Certainty of the attribution as worded: 'stated', 'suspected', 'claimed_by_itself', 'denied_by_itself'. */
  attribution?: 'stated' | 'suspected' | 'claimed_by_itself' | 'denied_by_itself';
}

export interface CodedStatement {
  id: string;
  kind:
    | 'demand'
    | 'warning'
    | 'threat'
    | 'accusation'
    | 'denial'
    | 'justification'
    | 'condemnation'
    | 'commitment'
    | 'expectation'
    | 'appeal'
    | 'acknowledgement'
    | 'announcement'
    | 'assessment';
  codes: { plover: string | null; cameo: string | null };
  speaker: Participant | null;
  addressees: Participant[];
  /** The stated words or the reported clause. */
  span: Span;
  quoted: boolean;
  /** What it is about: incident ids of this report, agreement ids, clause topics ('humanitarian_access', 'political_transition'). */
  about: string[];
  /** When it was said. */
  said: TimeInterval | null;
  /** For commitments, demands, expectations: by when. 'in the next week or two' said on 2016-06-15 = [2016-06-15, 2016-06-30). */
  deadline: (TimeInterval & { spans: Span[] }) | null;
  /** 'if ...', 'unless ...'. */
  condition: Span | null;
  confidence: number;
  because: string[];
}
