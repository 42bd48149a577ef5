/** A monitor's table as a list of counted events: each row is read by the mapping or named with what does not fit. */
import type { ListMapping } from '../../../knowledge/list-mapping.ts';
import { dayNumber, isoDay, parseInstant } from '../../../measure/calendar.ts';
import type { CountedEvent, CounterList, FigureRange } from '../../../model/counter-list.ts';
import type { Refusal } from '../../../model/report.ts';
import { isoDate } from '../date-text.ts';
import { csvRows } from './csv.ts';

export type ListRefusalCode = 'list/empty' | 'list/column-missing' | 'list/too-many-rows';
/** Longer lists are split by their owner: an alignment of more is not looked through by a person. */
const ROWS_AT_MOST = 500_000;
/** Characters of a note that are kept. */
const NOTE_LENGTH = 1000;

export function readList(
  text: string,
  { id, name }: { id: string; name: string },
  mapping: ListMapping,
): CounterList | Refusal<ListRefusalCode> {
  const [heading, ...rows] = csvRows(text);
  const refuse = (code: ListRefusalCode, message: string): Refusal<ListRefusalCode> => ({
    kind: 'refused',
    code,
    where: name,
    message,
  });
  if (heading === undefined || rows.length === 0)
    return refuse('list/empty', 'expected a heading and at least one row');
  if (rows.length > ROWS_AT_MOST)
    return refuse('list/too-many-rows', `expected at most ${ROWS_AT_MOST} rows, found ${rows.length}: split the list`);
  // Exports of one dataset differ in capitals, and a heading that comes twice is the first.
  const columns = new Map(heading.map((title, index) => [titleOf(title), index] as const).reverse());
  const missing = columnsOf(mapping).find((column) => !columns.has(titleOf(column)));
  if (missing !== undefined)
    return refuse(
      'list/column-missing',
      `mapping ${mapping.id} names the column "${missing}", found: ${heading
        .join(', ')
        .slice(0, 500)
        .replace(/[\p{Cc}\p{Co}\ufffd]+/gu, ' ')}`,
    );
  const list: CounterList = { id, name, mapping: mapping.id, events: [], refused: [] };
  const seen = new Set<string>();
  for (const [index, fields] of rows.entries()) {
    const cellOf = (column: string | undefined): string =>
      column === undefined ? '' : (fields[columns.get(titleOf(column)) ?? -1] ?? '').trim();
    const event = eventOf(index + 1, cellOf, mapping);
    if ('code' in event) list.refused.push(event);
    else if (seen.has(event.id))
      list.refused.push({
        row: index + 1,
        code: 'list/id-twice',
        message: `the id "${event.id}" stands above already`,
      });
    else list.events.push(event);
    if ('id' in event) seen.add(event.id);
  }
  return list;
}

const titleOf = (title: string): string => title.trim().toLowerCase();

function columnsOf(mapping: ListMapping): string[] {
  const { counter, unit, clause, placePrecision, timePrecision, columns } = mapping;
  return [
    ...Object.values(columns),
    ...[counter, unit, clause].flatMap((part) => (part !== null && 'column' in part ? [part.column] : [])),
    ...[placePrecision, timePrecision].flatMap((part) => (part === null ? [] : [part.column])),
  ].filter((column) => column !== undefined);
}

type CellOf = (column: string | undefined) => string;
interface RefusedRow {
  row: number;
  code: string;
  message: string;
}

function eventOf(row: number, cellOf: CellOf, mapping: ListMapping): CountedEvent | RefusedRow {
  const { columns, types } = mapping;
  const refuse = (code: string, message: string): RefusedRow => ({ row, code, message });
  const id = cellOf(columns.id);
  if (id === '') return refuse('list/id-missing', `expected an id in the column "${columns.id}"`);
  const time = timeOf(cellOf, mapping);
  if (time === null) return refuse('list/date-malformed', `expected a day${found(cellOf, mapping)}`);
  const unit = 'is' in mapping.unit ? mapping.unit.is : mapping.unit.values[cellOf(mapping.unit.column)];
  if (unit === undefined)
    return refuse('list/unit-unknown', `the mapping does not know the unit of this row${unitFound(cellOf, mapping)}`);
  const theirType = cellOf(columns.type) || null;
  return {
    id,
    row,
    unit,
    counter: fixed(mapping.counter, cellOf) ?? mapping.id,
    clause: mapping.clause === null ? null : fixed(mapping.clause, cellOf),
    time,
    place: placeOf(cellOf, mapping),
    theirType,
    types: theirType === null ? [] : [...(types[theirType] ?? [])],
    killed: killedOf(cellOf, mapping),
    injured: range(figure(cellOf(columns.injured), mapping)),
    note: cellOf(columns.note).slice(0, NOTE_LENGTH).toWellFormed() || null,
  };
}

const unitFound = (cellOf: CellOf, { unit }: ListMapping): string =>
  'is' in unit
    ? ''
    : `: expected one of ${Object.keys(unit.values).join(', ')} in "${unit.column}", found "${cellOf(unit.column).slice(0, 40)}"`;

/** The cells that should hold the first and the last day. */
function found(cellOf: CellOf, { columns: { start, end } }: ListMapping): string {
  const [first, last] = [start, end].map((column) => cellOf(column).slice(0, 40));
  return end === undefined ? `, found "${first}"` : ` and a last day not before it, found "${first}" and "${last}"`;
}

const fixed = (part: { is: string } | { column: string }, cellOf: CellOf): string | null =>
  'is' in part ? part.is : cellOf(part.column) || null;

function timeOf(cellOf: CellOf, { columns, timePrecision, dates }: ListMapping): CountedEvent['time'] {
  const first = dayOf(cellOf(columns.start), dates);
  const last = columns.end === undefined ? first : dayOf(cellOf(columns.end), dates);
  if (first === null || last === null || last < first) return null;
  const slack = timePrecision === null ? 0 : (timePrecision.days[cellOf(timePrecision.column)] ?? 0);
  return { start: isoDay(first - slack), end: isoDay(last + slack + 1) };
}

function dayOf(text: string, order: ListMapping['dates']): number | null {
  const iso = isoDate(order === null ? text : isoOrder(text, order));
  const parsed = iso === null ? null : parseInstant(iso.slice(0, 10));
  return parsed === null ? null : dayNumber(parsed);
}

/** "12-06-2016", "12/6/2016" and "12.06.2016" as ISO dates; anything else as it is. */
function isoOrder(text: string, order: 'day-first' | 'month-first'): string {
  const [, one = '', other = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (year === '') return text;
  const [day, month] = order === 'day-first' ? [one, other] : [other, one];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function placeOf(cellOf: CellOf, { columns, placePrecision }: ListMapping): CountedEvent['place'] {
  const latitude = degrees(cellOf(columns.latitude), 90);
  const longitude = degrees(cellOf(columns.longitude), 180);
  const name = cellOf(columns.place) || null;
  const isPlaced = latitude !== null && longitude !== null;
  if (!isPlaced && name === null) return null;
  return {
    place: null,
    name,
    country: null,
    admin1: cellOf(columns.admin1) || null,
    latitude: isPlaced ? latitude : null,
    longitude: isPlaced ? longitude : null,
    precision: (placePrecision === null ? null : placePrecision.values[cellOf(placePrecision.column)]) ?? 'district',
  };
}

function degrees(text: string, most: number): number | null {
  // A table that was saved with decimal commas.
  const value = text === '' ? Number.NaN : Number(/^-?\d{1,3},\d+$/.test(text) ? text.replace(',', '.') : text);
  return Number.isFinite(value) && Math.abs(value) <= most ? value : null;
}

function figure(text: string, { zeroIsUnknown }: ListMapping): number | null {
  // Spreadsheets and statistics programs write 4 as "4.0" and 1200 as "1,200".
  const whole = /^\d{1,3}(?:,\d{3}){1,3}$/.test(text) ? text.replaceAll(',', '') : text.replace(/\.0{1,6}$/, '');
  const value = /^\d{1,12}$/.test(whole) ? Number(whole) : null;
  return value === 0 && zeroIsUnknown ? null : value;
}

const range = (value: number | null): FigureRange | null =>
  value === null ? null : { min: value, best: value, max: value };

function killedOf(cellOf: CellOf, mapping: ListMapping): FigureRange | null {
  const { killed, killedMin, killedMax } = mapping.columns;
  const [best, low, high] = [killed, killedMin, killedMax].map((column) => figure(cellOf(column), mapping));
  const known = [best, low, high].filter((value) => value != null);
  if (known.length === 0) return null;
  // Figures in the wrong order are a range all the same.
  return { min: Math.min(...known), best: best ?? null, max: Math.max(...known) };
}
