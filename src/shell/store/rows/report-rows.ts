/** Rows of captures, reports, codings with their statements, and corroborations, read out of their documents. */

import { bandsOf } from '../../../journey/4-corroborate/pictures.ts';
import type { Capture } from '../../../journey/7-record/capture.ts';
import type { ReadReport } from '../../../journey/7-record/change.ts';
import type { CodedReport, CodedStatement } from '../../../model/coded-report.ts';
import type { CorroboratedReport } from '../../../model/corroborated-report.ts';
import type { StatementRow } from '../lists.ts';
import type { Database, JsonText } from '../schema.ts';
import { instantOf, itemJson, plainText, searchedText } from './column-values.ts';

export function captureRow(capture: Capture, document: JsonText): Database['captures'] {
  return {
    sha256: capture.sha256,
    name: plainText(capture.name),
    illustrative: capture.illustrative,
    received_at: instantOf(capture.receivedAt) ?? '0001-01-01T00:00:00',
    document,
  };
}

/** What a list shows of a report; `incidents`, `story` and the rest are joined to it. */
export interface ReportItem {
  title: string | null;
  source: string | null;
  published: string | null;
  language: string;
}

export function reportRow({ capture, ordinal, report }: ReadReport, document: JsonText): Database['reports'] {
  const item: ReportItem = {
    title: report.title,
    source: report.source,
    published: report.published,
    language: report.language,
  };
  return {
    id: report.id,
    capture,
    ordinal,
    source: report.source === null ? null : plainText(report.source),
    published: instantOf(report.published),
    plain_text: searchedText([report.title, report.text]),
    item: itemJson(item),
    document,
  };
}

export function codingRow(coding: CodedReport, document: JsonText): Database['codings'] {
  return {
    report: coding.id,
    engine: coding.coder.version,
    knowledge: coding.coder.knowledge,
    incidents: coding.incidents.length,
    statements: coding.statements.length,
    document,
  };
}

/** The parts of what its pictures look like; a picture that comes twice counts once. */
export function pictureBandRows({ id, pictures = [] }: CodedReport): Database['picture_bands'][] {
  const looks = new Set(pictures.flatMap(({ look }) => look ?? []));
  return [...looks].flatMap((look) => bandsOf(look).map(({ band, digits }) => ({ report: id, look, band, digits })));
}

/** Characters shown on either side of the stated words. */
const AROUND = 160;

export function statementRows(coding: CodedReport): Database['statements'][] {
  return coding.statements.map((statement) => {
    const item = statementItem(statement, coding.text);
    return {
      report: coding.id,
      id: statement.id,
      kind: statement.kind,
      speaker: statement.speaker?.actor ?? null,
      said: instantOf(statement.said?.start) ?? instantOf(coding.published),
      has_deadline: statement.deadline !== null,
      plain_text: searchedText([
        item.passage.quote,
        statement.speaker?.name,
        ...statement.addressees.map(({ name }) => name),
      ]),
      item: itemJson(item),
    };
  });
}

function statementItem(statement: CodedStatement, text: string): Omit<StatementRow, 'report'> {
  const { start, end } = statement.span;
  return {
    statement,
    passage: {
      start,
      end,
      // A cut through a pair of surrogates would leave half a character.
      before: text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
      quote: text.slice(start, end).toWellFormed(),
      after: text.slice(end, end + AROUND).toWellFormed(),
    },
    deadlineWords:
      statement.deadline?.spans.map((span) => text.slice(span.start, span.end).toWellFormed()).join(' … ') ?? null,
  };
}

export function corroborationRow(corroborated: CorroboratedReport, document: JsonText): Database['corroborations'] {
  return {
    report: corroborated.id,
    story: plainText(corroborated.story),
    origin: plainText(corroborated.origin),
    document,
  };
}
