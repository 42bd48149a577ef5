/** Which incidents a statement speaks of: those that its words tell, and for an excuse the one told just before it. */
import type { CodedIncident } from '../../../model/coded-report.ts';
import type { Reading } from '../../../model/reading.ts';
import { covers, type Span } from '../../../model/span.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';

export interface ToldIncidents {
  /** Ids of the incidents of which a trigger stands in what is said. */
  readonly within: (statement: WordedStatement) => string[];
  /** The same; and where an excuse tells no act of its speaker ("it had acted in self-defence"), the act told last before it. */
  readonly about: (statement: WordedStatement, speaker: string | null) => string[];
}

type Trigger = Span & { readonly incident: string };

/** How many sentences above an excuse the act may stand that it excuses. */
const REACH_SENTENCES = 2;

export function toldIncidents(reading: Reading, incidents: readonly CodedIncident[]): ToldIncidents {
  const triggers = incidents
    .flatMap((incident) => incident.trigger.map((trigger) => ({ ...trigger, incident: incident.id })))
    .sort((a, b) => a.start - b.start);
  const doers = new Map(incidents.map(({ id, perpetrators }) => [id, perpetrators.map(({ actor }) => actor)]));
  const within = (statement: WordedStatement): string[] => incidentsIn(triggers, statement);
  return {
    within,
    about: (statement, speaker) => {
      const told = within(statement);
      const tellsOwn = speaker !== null && told.some((id) => doers.get(id)?.includes(speaker));
      return tellsOwn || !statement.because.includes('statement/excuses-act')
        ? told
        : inOrder([...told, ...toldBefore(triggers, reading, statement)]);
    },
  };
}

/** Without repetition, by number. */
const inOrder = (ids: readonly string[]): string[] =>
  [...new Set(ids)].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));

function incidentsIn(triggers: readonly Trigger[], statement: WordedStatement): string[] {
  const found: string[] = [];
  for (const part of statement.parts) {
    for (let index = firstFrom(triggers, part.start); (triggers[index]?.start ?? part.end) < part.end; index++) {
      const trigger = triggers[index];
      if (trigger !== undefined && covers(part, trigger)) found.push(trigger.incident);
    }
  }
  return inOrder(found);
}

function toldBefore(triggers: readonly Trigger[], { parsed }: Reading, { sentence, span }: WordedStatement): string[] {
  const from = parsed.sentences[Math.max(0, sentence - REACH_SENTENCES)]?.start ?? span.start;
  const last = triggers[firstFrom(triggers, span.start) - 1];
  return last !== undefined && last.start >= from ? [last.incident] : [];
}

/** Index of the first span that starts at or after an offset. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
