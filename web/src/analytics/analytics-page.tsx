/** The state of the truce: the last days against a baseline, counts that admit doubt, and what is measured for an agreement. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { agreements, analytics, truceState } from '../api.ts';
import { DayField } from '../format/day-field.tsx';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { Answered } from '../marks/page-states.tsx';
import { nameIn, useSpeech, useWords } from '../words/use-words.ts';
import { AgreementMeasures } from './agreement-measures.tsx';
import { CountsPanel, dimensionOf } from './counts-panel.tsx';
import { TruceStatePanel } from './truce-state-panel.tsx';

interface Search {
  agreement?: string | undefined;
  to?: string | undefined;
  days?: string | undefined;
  by?: string | undefined;
}

export function AnalyticsPage() {
  const { analytics: words } = useWords();
  const search: Search = useSearch({ from: '/analytics' });
  const navigate = useNavigate({ from: '/analytics' });
  const change = (part: Search): void =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const { agreement, to, days } = search;
  const counted = useQuery({ ...analytics({ agreement }), placeholderData: (before) => before });
  const state = useQuery({
    ...truceState({ agreement, to, recentDays: days }),
    placeholderData: (before) => before,
  });
  return (
    <div className="page">
      <header>
        <h1>{words.title}</h1>
        <p className="soft">{words.intro}</p>
        <ScopeChoice search={search} change={change} />
        <IllustrativeNote shown={counted.data?.illustrative ?? false} />
      </header>
      <Answered asked={state}>{(answer) => <TruceStatePanel state={answer} />}</Answered>
      {/* What is refused for one is refused for all, and said once. */}
      {!state.isError && (
        <>
          <Answered asked={counted}>
            {(answer) => <CountsPanel analytics={answer} by={dimensionOf(search.by)} choose={(by) => change({ by })} />}
          </Answered>
          {agreement !== undefined && <AgreementMeasures agreement={agreement} />}
        </>
      )}
    </div>
  );
}

const SPANS = ['3', '7', '14', '30'] as const;

function ScopeChoice({ search, change }: { search: Search; change: (part: Search) => void }) {
  const speech = useSpeech();
  const { analytics: words, ledger } = speech.words;
  const signed = useQuery(agreements()).data?.items ?? [];
  return (
    <div className="row small">
      <label className="row">
        <span className="soft">{words.agreement}</span>
        <select
          className="input"
          value={search.agreement ?? ''}
          onChange={(event) => change({ agreement: event.target.value || undefined })}
        >
          <option value="">{words.allIncidents}</option>
          {signed.map(({ id, name }) => (
            <option key={id} value={id}>
              {nameIn(name, speech)}
            </option>
          ))}
        </select>
      </label>
      <DayField
        layout="row"
        label={words.lastDay}
        value={search.to ?? ''}
        set={(day) => change({ to: day || undefined })}
      />
      <label className="row">
        <span className="soft">{words.recentDays}</span>
        <select className="input" value={search.days ?? '7'} onChange={(event) => change({ days: event.target.value })}>
          {SPANS.map((span) => (
            <option key={span} value={span}>
              {ledger.days(Number(span))}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
