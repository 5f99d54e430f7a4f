import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { addDays, today } from '../../client/days.ts';
import { useReply } from '../../client/queries.ts';
import { useScope } from '../../client/scope.ts';
import { useMe } from '../../client/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { noticeWithUndo } from '../../ui/undo-notice.tsx';
import { ChangeActions } from '../../understand/changes/change-actions.tsx';
import { ChangeCard } from '../../understand/changes/change-card.tsx';
import { useWords } from '../../words/index.ts';
import { CaseToDo } from './case-to-do.tsx';
import { useNotNow } from './not-now.ts';
import { DueCases, Thanks, WeekScore } from './today-aside.tsx';
import styles from './today-screen.module.css';

type Today = ReplyReceived<typeof endpoints.today>;
type Item = Today['items'][number];
const idOf = (item: Item) => (item.kind === 'change' ? item.change.id : item.case.id);

/** What must be done this morning, first things first, and how it stands. */
export function TodayScreen() {
  const { act } = useWords();
  const format = useFormats();
  const { place, metric } = useScope();
  const reply = useReply(endpoints.today, { query: { metric, ...(place ? { place } : {}) } });
  const greet = useGreeting();
  const away = useNotNow();
  const items = reply.data?.items.filter((item) => !away.has(idOf(item)));
  return (
    <Page
      title={`${act.today.title}, ${format.longToday()}`}
      finding={items ? greet(items.length) : undefined}
    >
      <Loaded reply={reply} waiting={<WaitingRows rows={5} height={120} />}>
        {(today) => (
          <div className={styles.columns}>
            <ToDo items={today.items} away={away} />
            <aside className={styles.aside}>
              <WeekScore today={today} />
              <DueCases cases={today.dueCases} />
              <Thanks signals={today.thanks} />
            </aside>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function ToDo({ items, away }: { items: readonly Item[]; away: ReturnType<typeof useNotNow> }) {
  const { act, understand, ui } = useWords();
  const shown = items.filter((item) => !away.has(idOf(item)));
  const put = (item: Item) => () => {
    away.put(idOf(item));
    noticeWithUndo(understand.changes.notNowDone, ui.undo, () => away.bringBack(idOf(item)));
  };
  const hidden = items.length - shown.length;
  return (
    <section aria-label={act.today.list} className={styles.list}>
      {shown.length === 0 ? <NothingToDo /> : null}
      <ol>
        {shown.map((item) => (
          <li key={idOf(item)}>
            {item.kind === 'change' ? (
              <ChangeCard
                change={item.change}
                actions={<ChangeActions change={item.change} notNow={put(item)} />}
              />
            ) : (
              <CaseToDo item={item} notNow={put(item)} />
            )}
          </li>
        ))}
      </ol>
      {hidden > 0 ? (
        <p className={styles.hidden}>
          {act.today.away(hidden)}{' '}
          <button type="button" onClick={() => away.bringBack()}>
            {act.today.bringBack}
          </button>
        </p>
      ) : null}
    </section>
  );
}

/** Before the first data the way in is shown; data of the past alone makes no morning list: then the way to it. */
function NothingToDo() {
  const { act } = useWords();
  const format = useFormats();
  const { setup, workspace, role } = useMe();
  const { dataTo } = workspace;
  const mayStart = role === 'admin' || role === 'lead';
  if (!setup.hasSignals && !setup.hasEvents)
    return (
      <Empty
        title={act.today.nothingYet}
        actions={
          mayStart ? (
            <Button component={Link} to="/start">
              {act.today.begin}
            </Button>
          ) : null
        }
      >
        {act.today.nothingYetHint}
      </Empty>
    );
  const past = dataTo !== null && dataTo.slice(0, 10) < addDays(today(), -14);
  if (!past) return <Empty title={act.today.empty}>{act.today.emptyHint}</Empty>;
  return (
    <Empty
      title={act.today.past(format.fullDay(dataTo.slice(0, 10)))}
      actions={
        <>
          <Button component={Link} to="/pulse">
            {act.today.pastPulse}
          </Button>
          <Button component={Link} to="/feed" search={{ band: 'low', text: true } as never} variant="default">
            {act.today.pastFeed}
          </Button>
        </>
      }
    >
      {act.today.pastHint}
    </Empty>
  );
}

function useGreeting(): (things: number) => string {
  const { today } = useWords().act;
  const me = useMe();
  const first = me.name.split(/\s+/)[0] ?? me.name;
  const hour = new Date().getHours();
  const greeting = hour < 12 ? today.morning : hour < 18 ? today.afternoon : today.evening;
  return (things) => `${greeting(first)}: ${today.things(things)}`;
}
