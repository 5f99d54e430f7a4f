import { type Change, changeStates, endpoints, type ReplyReceived } from '@lyhord/contract';
import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { useScope } from '../../client/scope.ts';
import { DownloadTable } from '../../ui/download.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { ChangeActions } from './change-actions.tsx';
import { ChangeCard } from './change-card.tsx';
import styles from './changes-screen.module.css';

type Changes = ReplyReceived<typeof endpoints.listChanges>;

/** Every detected change as a card, by state, and whether the detector was right. */
export function ChangesScreen() {
  const { understand } = useWords();
  const format = useFormats();
  const words = understand.changes;
  const { place } = useScope();
  const { state, change } = useSearch({ from: '/frame/changes' });
  const reply = useReply(endpoints.listChanges, { query: place ? { place } : {} });
  const waiting = reply.data?.changes.filter((one) => one.state === 'new').length ?? 0;
  return (
    <Page
      title={words.title}
      finding={reply.data ? words.finding(waiting) : undefined}
      lead={
        reply.data ? (
          <>
            {words.lead(
              reply.data.watched,
              format.number(reply.data.budgetPerMonth, reply.data.budgetPerMonth % 1 ? 1 : 0),
            )}{' '}
            {reply.data.lastLookAt ? words.lastLook(format.when(reply.data.lastLookAt)) : null}
          </>
        ) : undefined
      }
      actions={<DownloadTable table="changes" query={place ? { place } : {}} />}
    >
      <Loaded reply={reply} waiting={<WaitingRows rows={4} height={140} />}>
        {({ changes }) => <ChangeList changes={changes} state={state} pointed={change} />}
      </Loaded>
    </Page>
  );
}

function ChangeList({
  changes,
  state,
  pointed,
}: {
  changes: Changes['changes'];
  state: string | undefined;
  pointed: string | undefined;
}) {
  const { understand, terms } = useWords();
  const words = understand.changes;
  const navigate = useNavigate();
  const shown = state && state !== 'all' ? changes.filter((one) => one.state === state) : changes;
  const pointedFirst = [...shown].sort((a, b) => Number(b.id === pointed) - Number(a.id === pointed));
  const count = (one: string) => changes.filter((change) => change.state === one).length;
  return (
    <div className={styles.body}>
      <div className={styles.filter}>
        <SegmentedControl
          size="xs"
          aria-label={words.filter}
          value={state ?? 'all'}
          onChange={(value) =>
            void navigate({
              to: '/changes',
              search: (before) => ({ ...before, state: value === 'all' ? undefined : value }),
              replace: true,
            })
          }
          data={[
            { value: 'all', label: `${words.all} ${changes.length}` },
            ...changeStates.map((value) => ({
              value,
              label: `${terms.changeStates[value]} ${count(value)}`,
            })),
          ]}
        />
      </div>
      {pointedFirst.length === 0 ? (
        <Empty title={changes.length === 0 ? words.none : words.empty}>{words.emptyHint}</Empty>
      ) : null}
      <ul className={styles.list}>
        {pointedFirst.map((change) => (
          <li key={change.id} data-pointed={change.id === pointed || undefined}>
            <ChangeCard change={change} actions={<ChangeActions change={change} />} />
          </li>
        ))}
      </ul>
      <History changes={changes} />
    </div>
  );
}

/** What people said of the detector's cards: taken and explained ones were right, noise was not. */
function History({ changes }: { changes: readonly Change[] }) {
  const { understand } = useWords();
  const words = understand.changes;
  const right = changes.filter(({ state }) => state === 'taken' || state === 'explained').length;
  const wrong = changes.filter(({ state }) => state === 'noise' || state === 'not_right').length;
  return (
    <Section title={words.history}>
      <p className={styles.history}>{words.historyLine(right, right + wrong)}</p>
    </Section>
  );
}
