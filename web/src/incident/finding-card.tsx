/** A finding: outcome, one plain sentence, and its seven limbs as cells that open to what each rests on. */
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { DETERMINED } from '../../../src/model/decision.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { PersonsActs } from '../acts/persons-acts.tsx';
import { percent } from '../format/counts.ts';
import { joinedPassages } from '../marks/joined-passages.ts';
import { QuotedPassage } from '../marks/quoted-passage.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { FindingLine } from './finding-line.tsx';
import { FindingSummary } from './finding-summary.tsx';
import { LimbGrade, SourceReliability } from './grades.tsx';
import { LIMBS, type LimbId } from './limbs.ts';

const SIGN = { met: '✓', 'not-met': '✕', unknown: '?', 'not-applicable': '–' } as const;

export function FindingCard({ finding, detail }: { finding: Finding; detail: IncidentDetail }) {
  const { words, locale } = useSpeech();
  const [open, setOpen] = useState<LimbId | null>(null);
  const id = useId();
  return (
    <article className="finding-card" data-outcome={finding.outcome}>
      <h3>
        <FindingLine finding={finding} clauses={detail.clauses} />
      </h3>
      <FindingSummary finding={finding} />
      <ul className="limbs" aria-label={words.incident.limbs}>
        {LIMBS.map((limb) => (
          <li key={limb}>
            <button
              type="button"
              data-value={finding.limbs[limb].value}
              aria-expanded={open === limb}
              aria-controls={id}
              onClick={() => setOpen(open === limb ? null : limb)}
            >
              <span className="limb-name">{words.limb[limb]}</span>
              <span className="limb-value">
                <span aria-hidden="true">{SIGN[finding.limbs[limb].value]}</span>{' '}
                {words.limbValue[finding.limbs[limb].value]}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div id={id} className="limb-panel" hidden={open === null} aria-live="polite">
        {open !== null && <LimbEvidence id={open} limb={finding.limbs[open]} detail={detail} />}
      </div>
      <p className="small soft">{words.incident.confidence(percent(finding.confidence, locale))}</p>
      <Determination finding={finding} detail={detail} />
    </article>
  );
}

/** What a person finds about this incident under this clause; the program itself never says more than its outcome. */
function Determination({ finding, detail }: { finding: Finding; detail: IncidentDetail }) {
  const { acts, comma, review } = useWords();
  const { agreement, clause, incident } = finding;
  const made = detail.determinations.filter((one) => one.agreement === agreement && one.clause === clause);
  const [isOpen, setOpen] = useState(made.length > 0);
  const about = [`findings:${incident}`, `clause:${agreement}/${clause}`];
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {review.kind.determination}:{' '}
        {made.length === 0 ? acts.say : made.map(({ finds }) => acts.found[finds]).join(comma)}
      </summary>
      {isOpen && (
        <PersonsActs
          kind="determination"
          about={about}
          asked={about.slice(0, 1)}
          question={acts.determine}
          choices={DETERMINED.map((value) => ({ value, name: acts.found[value] }))}
          remark={(decision) =>
            made.some((one) => one.decision === decision && !one.isOverTheseFindings) ? acts.changedSince : null
          }
        />
      )}
    </details>
  );
}

function LimbEvidence({ id, limb, detail }: { id: LimbId; limb: Finding['limbs'][LimbId]; detail: IncidentDetail }) {
  const words = useWords();
  const { grades } = detail.incident;
  return (
    <>
      <p>
        <b>{words.limb[id] ?? id}</b>: <SaidReason text={limb.because} reason={limb.reason} />
      </p>
      {limb.wouldSettle !== undefined && (
        <p className="soft">
          {words.incident.settle}: <SaidReason text={limb.wouldSettle} reason={limb.settles} />
        </p>
      )}
      <LimbGrade limb={id} grades={grades} />
      <ul>
        {limb.spans.map((span, index) => (
          <li key={`${span.report} ${span.start}-${span.end}`}>
            <LimbWords span={span} detail={detail} />
            {/* Once behind the last of several words of one report. */}
            {limb.spans[index + 1]?.report !== span.report && (
              <SourceReliability report={span.report} grades={grades} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function LimbWords({ span, detail }: { span: Finding['limbs'][LimbId]['spans'][number]; detail: IncidentDetail }) {
  const sources = detail.sources.filter(({ report }) => report.id === span.report);
  const source = sources[0];
  const passage = sources
    .flatMap(({ passages }) => passages)
    .find(({ start, end }) => start === span.start && end === span.end);
  if (passage !== undefined && source !== undefined)
    return joinedPassages([passage]).map((joined) => (
      <QuotedPassage key={joined.start} passage={joined} report={span.report} language={source.report.language} />
    ));
  return (
    <Link to="/reports/$id" params={{ id: span.report }} search={{ at: `${span.start}-${span.end}` }}>
      {source?.report.title ?? source?.report.source ?? span.report}
    </Link>
  );
}
