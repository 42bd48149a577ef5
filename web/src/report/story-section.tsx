/** The story that a report tells: who else tells it, and who tells of the same incidents in another; a person may join and part. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReportRow } from '../../../src/shell/http/contract.ts';
import { reportStory } from '../api.ts';
import { writtenDay } from '../format/dates.ts';
import { Answered } from '../marks/page-states.tsx';
import { DecideButton } from '../review/decide-button.tsx';
import type { Command } from '../review/use-decide.ts';
import { useSpeech } from '../words/use-words.ts';

export function StorySection({ id }: { id: string }) {
  const { report: words, review } = useSpeech().words;
  const asked = useQuery(reportStory(id));
  const pair = (kind: Command['kind'], other: string): Command => ({
    kind,
    about: [`report:${id}`, `report:${other}`],
  });
  return (
    <section className="panel stack story" aria-label={words.story}>
      <h2>{words.story}</h2>
      <Answered asked={asked}>
        {({ told, apart }) => (
          <>
            {told.length === 0 && <p className="soft">{words.storyAlone}</p>}
            <ReportLines rows={told} command={(other) => pair('part-story', other)} action={review.otherStory} />
            {apart.length > 0 && <h3>{words.storyApart}</h3>}
            <ReportLines rows={apart} command={(other) => pair('join-story', other)} action={review.sameStory} />
          </>
        )}
      </Answered>
    </section>
  );
}

interface Lines {
  rows: readonly ReportRow[];
  command: (report: string) => Command;
  action: string;
}

function ReportLines({ rows, command, action }: Lines) {
  const { words, locale } = useSpeech();
  if (rows.length === 0) return null;
  return (
    <ul className="stack">
      {rows.map((row) => (
        <li key={row.id} className="row">
          <Link to="/reports/$id" params={{ id: row.id }} dir="auto" lang={row.language}>
            {row.title ?? words.report.untitled}
          </Link>
          <span className="small soft">
            <bdi>{row.source ?? words.notStated}</bdi>
            {words.comma}
            {writtenDay(row.published, locale, words)}
          </span>
          <DecideButton command={command(row.id)}>{action}</DecideButton>
        </li>
      ))}
    </ul>
  );
}
