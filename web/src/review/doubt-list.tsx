/** Links in doubt, the weakest first: the account that is in doubt beside those it is held to be the same as. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Doubt } from '../../../src/shell/http/contract.ts';
import { doubtPages } from '../api.ts';
import { percent } from '../format/counts.ts';
import { writtenDay } from '../format/dates.ts';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { joinedPassages } from '../marks/joined-passages.ts';
import { MoreButton } from '../marks/more-button.tsx';
import { Answered, Empty } from '../marks/page-states.tsx';
import { QuotedPassage } from '../marks/quoted-passage.tsx';
import { LinkReasons } from '../reasons/link-reasons.tsx';
import { useIncidentTitle } from '../situation/incident-card.tsx';
import { useSpeech } from '../words/use-words.ts';
import { DecideButton } from './decide-button.tsx';
import { ACCOUNTS_AT_MOST } from './use-decide.ts';

export interface Desk {
  reason: string;
  /** Called when a decision was taken. */
  done: () => void;
}

export function DoubtList(desk: Desk) {
  const { words } = useSpeech();
  const asked = useInfiniteQuery(doubtPages());
  const doubts = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <IllustrativeNote shown={doubts.some(({ incident }) => incident.illustrative)} />
      <Answered asked={asked}>
        {() =>
          doubts.length === 0 ? (
            <Empty title={words.review.empty}>{words.review.emptyText}</Empty>
          ) : (
            <ol className="stack">
              {doubts.map((doubt, index) => (
                <li key={refOf(doubt.account)}>
                  <DoubtCard doubt={doubt} {...desk} done={() => [desk.done(), focusItem(index)]} />
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
      <MoreButton asked={asked} />
    </>
  );
}

type Account = Doubt['account'];
const refOf = ({ report, coded }: Account): string => `${report.id}#${coded.id}`;

/** What is decided leaves the list: the one that takes its place is next. */
function focusItem(index: number): void {
  setTimeout(() => {
    const items = document.querySelectorAll<HTMLElement>('.doubt-card [data-item]');
    (items[Math.min(index, items.length - 1)] ?? document.querySelector<HTMLElement>('h1'))?.focus();
  }, 400);
}

function DoubtCard({ doubt, reason, done }: Desk & { doubt: Doubt }) {
  const { words, locale } = useSpeech();
  const titleOf = useIncidentTitle();
  const { account, incident, others, otherRefs, score, reasons } = doubt;
  const own = refOf(account);
  const hidden = otherRefs.length - others.length;
  return (
    <article className="panel doubt-card" data-actions="">
      <header className="row">
        <h2>
          <Link data-item="" to="/incidents/$id" params={{ id: incident.id }}>
            {titleOf(incident)}
          </Link>
        </h2>
        <span className="soft small">
          {words.review.score(percent(score, locale))}: <LinkReasons reasons={reasons} />
        </span>
      </header>
      <div className="sides">
        <section>
          <h3>{words.review.doubtful}</h3>
          <AccountWords account={account} />
        </section>
        <section>
          <h3>{words.review.others}</h3>
          {others.map((other) => (
            <AccountWords key={refOf(other)} account={other} />
          ))}
          {hidden > 0 && <p className="small soft">{words.review.more(hidden)}</p>}
        </section>
      </div>
      <p className="row">
        <DecideButton
          letter="l"
          reason={reason}
          done={done}
          command={{ kind: 'link', about: [own, ...otherRefs.slice(0, 1)] }}
        >
          {words.review.same}
        </DecideButton>
        <DecideButton
          letter="s"
          reason={reason}
          done={done}
          command={{ kind: 'separate', about: [own, ...otherRefs].slice(0, ACCOUNTS_AT_MOST) }}
        >
          {words.review.apart}
        </DecideButton>
      </p>
    </article>
  );
}

function AccountWords({ account: { report, passages } }: { account: Account }) {
  const { words, locale } = useSpeech();
  return (
    <div className="account">
      <p className="small soft">
        <bdi>{report.source ?? words.notStated}</bdi>
        {words.comma}
        {writtenDay(report.published, locale, words)}
      </p>
      {joinedPassages(passages)
        .slice(0, 3)
        .map((passage) => (
          <p key={passage.start}>
            <QuotedPassage passage={passage} report={report.id} language={report.language} />
          </p>
        ))}
    </div>
  );
}
