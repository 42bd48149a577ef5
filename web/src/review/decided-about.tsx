/** What a person found, and about what: a link to the statement, the incident or the clause. */
import { Link } from '@tanstack/react-router';
import type { DecisionRow } from '../../../src/shell/http/contract.ts';
import { useWords } from '../words/use-words.ts';

export function DecidedAbout({ decision: { about, finds } }: { decision: DecisionRow['decision'] }) {
  const { acts, ledger } = useWords();
  if (finds === undefined) return null;
  const names: Readonly<Record<string, string | undefined>> = { ...ledger.status, ...acts.found, ...acts.scores };
  return (
    <p className="row">
      <b>{names[finds] ?? finds}</b>
      {about.map((subject) => (
        <SubjectLink key={subject} subject={subject} />
      ))}
    </p>
  );
}

function SubjectLink({ subject }: { subject: string }) {
  const { acts } = useWords();
  const mark = subject.indexOf(':');
  const [topic, id] = [subject.slice(0, mark), subject.slice(mark + 1)];
  if (topic === 'statement')
    return (
      <Link to="/statements/$id" params={{ id }}>
        {acts.toStatement}
      </Link>
    );
  if (topic === 'findings')
    return (
      <Link to="/incidents/$id" params={{ id }}>
        {acts.toIncident}
      </Link>
    );
  const [agreement = '', clause = ''] = id.split('/');
  return (
    <Link to="/agreements/$id/clauses/$clause" params={{ id: agreement, clause }}>
      {acts.toClause} <bdi>{clause}</bdi>
    </Link>
  );
}
