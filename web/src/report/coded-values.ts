/** Every value of a coding with its layer and spans: what the reader highlights and the coding beside it lists. */
import type { CodedIncident, CodedReport, CodedStatement, Participant } from '../../../src/model/coded-report.ts';
import type { Span } from '../../../src/model/span.ts';

export const LAYERS = ['incident', 'statement', 'count', 'place', 'time', 'actor'] as const;
export type Layer = (typeof LAYERS)[number];
const isLayer = (text: string): text is Layer => LAYERS.some((layer) => layer === text);

export interface CodedValue {
  /** "i1", "i1/harm.killed", "s2/deadline", or a mention's id. */
  key: string;
  layer: Layer;
  spans: Span[];
}

const named = (owner: string, role: string, participants: readonly (Participant | null)[]): CodedValue[] =>
  participants.flatMap((held, index) =>
    held === null ? [] : [{ key: `${owner}/${role}.${index}`, layer: 'actor' as const, spans: held.spans }],
  );

function valuesOfIncident(incident: CodedIncident): CodedValue[] {
  const { id } = incident;
  const part = (role: string, layer: Layer, spans: Span[]): CodedValue => ({ key: `${id}/${role}`, layer, spans });
  return [
    { key: id, layer: 'incident', spans: incident.trigger },
    ...named(id, 'perpetrator', incident.perpetrators),
    ...named(id, 'target', incident.targets),
    ...incident.weapons.map((weapon, index) => part(`weapon.${index}`, 'incident', weapon.spans)),
    ...incident.attributedTo.map((held, index) => part(`attributedTo.${index}`, 'actor', held.spans)),
    ...incident.evidence.map((held, index) => part(`evidence.${index}`, 'incident', held.spans)),
    part('place', 'place', incident.place?.spans ?? []),
    part('time', 'time', incident.time?.spans ?? []),
    ...Object.entries(incident.harm).flatMap(([measure, count]) => [
      part(`harm.${measure}`, 'count', count.spans),
      ...(count.of ?? []).map((of, index) => part(`harm.${measure}.${index}`, 'count', of.spans)),
    ]),
  ];
}

function valuesOfStatement(statement: CodedStatement): CodedValue[] {
  const { id } = statement;
  return [
    { key: id, layer: 'statement', spans: [statement.span] },
    ...named(id, 'speaker', [statement.speaker]),
    ...named(id, 'addressee', statement.addressees),
    { key: `${id}/deadline`, layer: 'time', spans: statement.deadline?.spans ?? [] },
    { key: `${id}/condition`, layer: 'statement', spans: statement.condition === null ? [] : [statement.condition] },
  ];
}

/** Values of incidents and statements first, then mentions that stand for themselves. */
export function codedValues(coding: CodedReport): CodedValue[] {
  const mentions = coding.mentions.flatMap(({ id, kind, span }): CodedValue[] =>
    isLayer(kind) ? [{ key: id, layer: kind, spans: [span] }] : [],
  );
  const all = [
    ...coding.incidents.flatMap(valuesOfIncident),
    ...coding.statements.flatMap(valuesOfStatement),
    ...mentions,
  ];
  return all.filter((value) => value.spans.length > 0);
}

export interface Segment {
  start: number;
  end: number;
  layers: Layer[];
  keys: string[];
}

/** Cuts a text at every edge of a shown value; segments cover the text without gap or overlap. */
export function segmentsOf(length: number, values: readonly CodedValue[], shown: ReadonlySet<Layer>): Segment[] {
  const edges = values
    .filter((value) => shown.has(value.layer))
    .flatMap((value) =>
      value.spans.flatMap((span) => [
        { at: span.start, opens: true, value },
        { at: span.end, opens: false, value },
      ]),
    )
    .filter(({ at }) => at >= 0 && at <= length)
    .sort((a, b) => a.at - b.at);
  const open = new Map<CodedValue, number>();
  const segments: Segment[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end <= start) return;
    const layers = LAYERS.filter((layer) => [...open.keys()].some((value) => value.layer === layer));
    segments.push({ start, end, layers, keys: [...open.keys()].map(({ key }) => key) });
    start = end;
  };
  for (const { at, opens, value } of edges) {
    close(at);
    const depth = (open.get(value) ?? 0) + (opens ? 1 : -1);
    if (depth === 0) open.delete(value);
    else open.set(value, depth);
  }
  close(length);
  return segments;
}
