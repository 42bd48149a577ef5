/** What the HTTP interface is built from: everything with a life of its own is handed in. */

import type { NearMiss } from '../../journey/4-corroborate/near-misses.ts';
import type { ImplementationThresholds } from '../../journey/5-assess/analytics/implementation.ts';
import type { LedgerRules } from '../../journey/5-assess/statements/statements-ledger.ts';
import type { SupposedPlace } from '../../journey/5-assess/supposed-place.ts';
import type { Elsewhere, Supposition } from '../../journey/5-assess/what-if.ts';
import type { ReviewCommand, ReviewRefusal } from '../../journey/6-review/review.ts';
import type { ActorRegister } from '../../knowledge/actors.ts';
import type { AskedPlace } from '../../knowledge/asked-place.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { CounterList, ListAlignment } from '../../model/counter-list.ts';
import type { Decision } from '../../model/decision.ts';
import type { Incident } from '../../model/incident.ts';
import type { Refusal } from '../../model/report.ts';
import type { Clock } from '../clock.ts';
import type { ReviewOutcome } from '../jobs/review.ts';
import type { GivenSignature } from '../jobs/sign-act.ts';
import type { Store } from '../store/store.ts';
import type { CodeRequest } from './request-schemas.ts';

export interface AppParts {
  store: Store;
  /** Codes a pasted text; the same journey as a stored report takes. */
  code: (request: CodeRequest) => Promise<CodedReport | Refusal>;
  /** Takes a person's decision: checks, seals and computes anew what it touches. */
  review: (command: ReviewCommand, given?: GivenSignature) => Promise<ReviewOutcome | ReviewRefusal>;
  /** The decision as it would be recorded now, for a client to sign. */
  draft: (command: ReviewCommand) => Promise<Decision | ReviewRefusal>;
  /** Fingerprint of the key whose private half this program holds; null without one. */
  heldKey: string | null;
  /** How a list of another monitor and the stored incidents stand to each other. */
  align: (list: CounterList) => Promise<ListAlignment[]>;
  /** Links that score less are asked about. */
  doubtfulLink: number;
  /** Those of `others` that were not held to be this incident but come near to it; `coded` holds the reports of all by id. */
  nearMisses: (incident: Incident, others: readonly Incident[], coded: ReadonlyMap<string, CodedReport>) => NearMiss[];
  /** Which outcomes under an agreement would be others under one assumption at a time; `coded` holds the linked reports by id. */
  whatIf: (incident: Incident, coded: ReadonlyMap<string, CodedReport>, agreement: Agreement) => Supposition[];
  /** What each clause of an agreement comes to with the incident at another place. */
  whatIfElsewhere: (
    place: SupposedPlace,
    incident: Incident,
    coded: ReadonlyMap<string, CodedReport>,
    agreement: Agreement,
  ) => Elsewhere[];
  /** Places by a name or by coordinates, the likeliest first; those in `country` before others. */
  askedPlaces: (text: string, country: string | null) => AskedPlace[];
  agreements: readonly Agreement[];
  /** What the statements ledger goes by. */
  ledgerRules: LedgerRules;
  clock: Clock;
  implementationThresholds: ImplementationThresholds;
  /** Every actor of the register by the side that it belongs to. */
  sideActors: (agreement: Agreement) => ReadonlyMap<string, readonly string[]>;
  actors: ActorRegister;
  /** Name of an actor of the register; the id itself when it is not in it. */
  actorName: (id: string) => string;
  /** Outlines for the map by name of the file, as GeoJSON text; undefined when there is none. */
  outline: (name: string) => string | undefined;
  /** Folder of the built page; null serves the API alone. */
  webFolder: string | null;
  version: { program: string; knowledge: string };
  log: (line: string) => void;
}
