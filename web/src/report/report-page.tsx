/** One report: its full text with highlights, and the coding beside it. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { ReportDetail } from '../../../src/shell/http/contract.ts';
import { coding, report } from '../api.ts';
import { writtenDay } from '../format/dates.ts';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { Answered } from '../marks/page-states.tsx';
import { useSpeech } from '../words/use-words.ts';
import { ReadAndCoding } from './read-and-coding.tsx';
import { StorySection } from './story-section.tsx';

export function ReportPage() {
  const { id } = useParams({ from: '/reports/$id' });
  const asked = useQuery(report(id));
  return (
    <Answered asked={asked} isPage>
      {(detail) => <Read detail={detail} />}
    </Answered>
  );
}

function Read({ detail }: { detail: ReportDetail }) {
  const { words, locale } = useSpeech();
  const basis = detail.publishedBasis === null ? undefined : words.report.basis[detail.publishedBasis];
  return (
    <div className="page wide">
      <header>
        <h1 dir="auto">{detail.title ?? words.report.untitled}</h1>
        <p className="row">
          <span>{detail.source ?? words.notStated}</span>
          {detail.byline !== null && <span dir="auto">{detail.byline}</span>}
          <span title={basis}>{writtenDay(detail.published, locale, words)}</span>
          {basis !== undefined && <span className="soft small">({basis})</span>}
          <IllustrativeNote shown={detail.illustrative} />
        </p>
        {detail.url !== null && <p className="small soft">{detail.url}</p>}
      </header>
      {detail.refusal === null ? <Coded detail={detail} /> : <Refused detail={detail} />}
    </div>
  );
}

function Coded({ detail }: { detail: ReportDetail }) {
  const { at } = useSearch({ from: '/reports/$id' });
  const asked = useQuery(coding(detail.id));
  const linked = new Map(detail.linked.map(({ coded, incident }) => [coded, incident]));
  return (
    <>
      <Answered asked={asked}>{(coded) => <ReadAndCoding coding={coded} linked={linked} at={at} />}</Answered>
      <StorySection id={detail.id} />
    </>
  );
}

function Refused({ detail }: { detail: ReportDetail }) {
  const { words } = useSpeech();
  return (
    <>
      <p className="state failed">
        <b>
          {words.report.refused}: {detail.refusal?.code}
        </b>
        {detail.refusal?.message}
      </p>
      <div className="panel reader" lang={detail.language} dir="auto">
        {detail.text}
      </div>
    </>
  );
}
