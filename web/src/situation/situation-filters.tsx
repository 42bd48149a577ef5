/** The filters: period, type, party, clause and outcome, each value with how many incidents it would leave. */
import type { SituationSummary } from '../../../src/shell/http/contract.ts';
import { DayField } from '../format/day-field.tsx';
import { OutcomeMark } from '../marks/outcome-mark.tsx';
import { OUTCOME_ORDER } from '../marks/outcomes.ts';
import { NameOf } from '../words/name-of.tsx';
import { useSpeech } from '../words/use-words.ts';
import { type Change, isFiltered, listed, NO_FILTERS, type SituationSearch, toggled } from './situation-search.ts';

interface Shown {
  base: SituationSummary;
  found: SituationSummary | undefined;
  search: SituationSearch;
  change: Change;
}
type FacetKey = 'type' | 'party' | 'clause' | 'outcome';
type Facet = SituationSummary['types'];

export function SituationFilters({ base, found, search, change }: Shown) {
  const { words, locale } = useSpeech();
  const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, locale);
  const types = base.types.map((entry) => ({ ...entry, name: words.type[entry.id] ?? entry.id })).sort(byName);
  const outcomes = [...OUTCOME_ORDER, 'not-assessed'].flatMap((id) => base.outcomes.filter((entry) => entry.id === id));
  const facet = (key: FacetKey, title: string, entries: Facet, now: Facet | undefined) => (
    <FacetGroup key={key} title={title} field={key} entries={entries} now={now} search={search} change={change} />
  );
  return (
    <div className="filters stack">
      <div className="period">
        <DayField
          layout="field"
          label={words.from}
          value={search.from ?? ''}
          set={(from) => change({ from: from || undefined })}
        />
        <DayField
          layout="field"
          label={words.to}
          value={search.to ?? ''}
          set={(to) => change({ to: to || undefined })}
        />
      </div>
      {facet('outcome', words.situation.outcome, outcomes, found?.outcomes)}
      {facet('type', words.situation.type, types, found?.types)}
      {facet('party', words.situation.party, [...base.parties].sort(byName), found?.parties)}
      {facet('clause', words.situation.clause, base.clauses, found?.clauses)}
      <SeverityGroup search={search} change={change} />
      {isFiltered(search) && (
        <button type="button" className="button" onClick={() => change(NO_FILTERS)}>
          {words.clear}
        </button>
      )}
    </div>
  );
}

const SEVERITIES = ['major', 'minor'];

function SeverityGroup({ search, change }: Pick<Shown, 'search' | 'change'>) {
  const { words } = useSpeech();
  const chosen = listed(search.severity);
  return (
    <details className="facet" open={chosen.length > 0}>
      <summary>{words.situation.disagree}</summary>
      <ul>
        {SEVERITIES.map((id) => (
          <li key={id}>
            <label className="tick">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={() => change({ severity: toggled(search.severity, id) })}
              />
              <span className="tick-name">{words.figures.severity[id]}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Group {
  title: string;
  field: FacetKey;
  entries: Facet;
  now: Facet | undefined;
  search: SituationSearch;
  change: Change;
}

function FacetGroup({ title, field, entries, now, search, change }: Group) {
  const { locale } = useSpeech();
  const chosen = listed(search[field]);
  if (entries.length === 0) return null;
  const countNow = (id: string): number => now?.find((entry) => entry.id === id)?.incidents ?? 0;
  return (
    <details className="facet" open={field === 'outcome' || field === 'type' || chosen.length > 0}>
      <summary>
        {title}
        {chosen.length > 0 && <span className="tag">{chosen.length.toLocaleString(locale)}</span>}
      </summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <label className="tick">
              <input
                type="checkbox"
                checked={chosen.includes(entry.id)}
                onChange={() => change({ [field]: toggled(search[field], entry.id) })}
              />
              <span className="tick-name">
                {field === 'outcome' ? <OutcomeName id={entry.id} /> : <NameOf name={entry.name} />}
              </span>
              <span className="soft number">
                {(now === undefined ? entry.incidents : countNow(entry.id)).toLocaleString(locale)}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

const OutcomeName = ({ id }: { id: string }) => (
  <OutcomeMark outcome={OUTCOME_ORDER.find((known) => known === id) ?? null} />
);
