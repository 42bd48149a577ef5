/** What reading a report gives: everything as worded, with its place in the text, before anything is resolved. */
import type { ActorChains, ActorName } from './actor-name.ts';
import type { PlaceName } from './place-name.ts';
import type { Quantity } from './quantity.ts';
import type { Note, Report } from './report.ts';
import type { ParsedText } from './sentence.ts';
import type { TimeExpression } from './time-expression.ts';
import type { WordedIncident } from './worded-incident.ts';
import type { WordedStatement } from './worded-statement.ts';

export interface Reading {
  readonly report: Report;
  readonly parsed: ParsedText;
  /** Notes of the report and of the reader. */
  readonly notes: readonly Note[];
  readonly actors: readonly ActorName[];
  readonly chains: ActorChains;
  readonly places: readonly PlaceName[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly incidents: readonly WordedIncident[];
  readonly statements: readonly WordedStatement[];
}
