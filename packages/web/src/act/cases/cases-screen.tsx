import { type CaseRow, endpoints } from '@lyhord/contract';
import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { useScope } from '../../client/scope.ts';
import { useMe } from '../../client/session.ts';
import { DownloadTable } from '../../ui/download.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { CaseLine } from './case-line.tsx';
import styles from './cases-screen.module.css';

type Show = 'mine' | 'nobody' | 'active' | 'closed';
const asked: Record<Show, { state: 'active' | 'closed'; owner: 'me' | 'nobody' | 'anybody' }> = {
  mine: { state: 'active', owner: 'me' },
  nobody: { state: 'active', owner: 'nobody' },
  active: { state: 'active', owner: 'anybody' },
  closed: { state: 'closed', owner: 'anybody' },
};

/** The queue: what is mine, what nobody has taken, what is past its deadline. */
export function CasesScreen() {
  const { act } = useWords();
  const words = act.cases;
  const me = useMe();
  const { place } = useScope();
  const { show = me.role === 'agent' ? 'mine' : 'active' } = useSearch({ from: '/frame/cases' });
  const reply = useReply(endpoints.listCases, {
    query: { ...asked[show], ...(place ? { place } : {}), limit: 200 },
  });
  const counts = reply.data?.counts;
  return (
    <Page
      title={words.title}
      finding={
        counts ? (counts.open === 0 ? words.noneOpen : words.finding(counts.open, counts.overdue)) : undefined
      }
      lead={counts ? words.closedThisWeek(counts.closedThisWeek) : undefined}
      actions={<DownloadTable table="cases" query={place ? { place } : {}} />}
    >
      <div className={styles.body}>
        <ShowSwitch show={show} mine={counts?.mine} />
        <Loaded reply={reply} waiting={<WaitingRows rows={7} height={64} />}>
          {({ cases }) => (cases.length === 0 ? <NoCases show={show} /> : <CaseList cases={cases} />)}
        </Loaded>
      </div>
    </Page>
  );
}

function CaseList({ cases }: { cases: readonly CaseRow[] }) {
  return (
    <ul className={styles.list}>
      {cases.map((one) => (
        <CaseLine key={one.id} one={one} />
      ))}
    </ul>
  );
}

function ShowSwitch({ show, mine }: { show: Show; mine: number | undefined }) {
  const { act } = useWords();
  const navigate = useNavigate();
  return (
    <div className={styles.switch}>
      <SegmentedControl
        size="xs"
        aria-label={act.cases.title}
        value={show}
        onChange={(value) =>
          void navigate({
            to: '/cases',
            search: (before) => ({ ...before, show: value as Show }),
            replace: true,
          })
        }
        data={(['mine', 'nobody', 'active', 'closed'] as const).map((value) => ({
          value,
          label: value === 'mine' && mine ? `${act.cases.show.mine} ${mine}` : act.cases.show[value],
        }))}
      />
    </div>
  );
}

function NoCases({ show }: { show: Show }) {
  const { act } = useWords();
  const words = act.cases;
  if (show === 'mine')
    return (
      <Empty
        title={words.emptyMine}
        actions={
          <LinkButton to="/cases" search={{ show: 'nobody' }} variant="default">
            {words.queue}
          </LinkButton>
        }
      >
        {words.emptyMineHint}
      </Empty>
    );
  return (
    <Empty
      title={words.empty}
      actions={
        <LinkButton to="/feed" variant="default">
          {words.feed}
        </LinkButton>
      }
    >
      {words.emptyHint}
    </Empty>
  );
}
