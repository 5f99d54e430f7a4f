import { endpoints, type SignalCard } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { notice } from '../../ui/notice.ts';
import { useProblemWords } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import { FeedItem } from './feed-item.tsx';
import styles from './feed-list.module.css';
import { useArrivals } from './use-arrivals.ts';

interface FeedListProps {
  signals: readonly SignalCard[];
  more: (() => void) | null;
  loadingMore: boolean;
}

/** The stream itself: new ones slide in, j and k move, r replies, c opens the case. */
export function FeedList({ signals, more, loadingMore }: FeedListProps) {
  const { understand, ui } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const { shown, held, fresh, release } = useArrivals(signals);
  const open = useOpenCase();
  const me = useMe();
  const closer = may(me, endpoints.openCase.roles);

  const move = (step: number) => {
    const now = shown.findIndex(({ id }) => id === at);
    const next = shown[Math.min(shown.length - 1, Math.max(0, now + step))];
    if (!next) return;
    setAt(next.id);
    const row = list.current?.querySelector<HTMLElement>(`[data-signal="${CSS.escape(next.id)}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const chosen = shown.find(({ id }) => id === at);
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(at === null ? 1 : -1)],
    ['r', () => chosen && closer && open.run(chosen, true)],
    ['c', () => chosen && closer && open.run(chosen, false)],
  ]);

  return (
    <>
      {held > 0 ? (
        <button type="button" className={styles.held} onClick={release}>
          {understand.feed.newOnes(held)}
        </button>
      ) : null}
      <p className={styles.keys}>{understand.feed.keys}</p>
      <ul ref={list} className={styles.list}>
        {shown.map((signal) => (
          <FeedItem
            key={signal.id}
            signal={signal}
            chosen={signal.id === at}
            fresh={fresh.has(signal.id)}
            choose={() => setAt(signal.id)}
            open={closer ? (reply) => open.run(signal, reply) : null}
          />
        ))}
      </ul>
      {more ? (
        <Button variant="default" onClick={more} loading={loadingMore} className={styles.more}>
          {ui.showMore}
        </Button>
      ) : (
        <p className={styles.end}>{understand.feed.end}</p>
      )}
    </>
  );
}

/** Goes to the signal's case, and makes one first where there is none. */
function useOpenCase(): { run: (signal: SignalCard, reply: boolean) => void } {
  const { understand } = useWords();
  const say = useProblemWords();
  const navigate = useNavigate();
  const make = useDeed(endpoints.openCase, { refreshes: [endpoints.feed, endpoints.listCases] });
  const go = (caseId: string, reply: boolean) =>
    void navigate({ to: '/cases/$caseId', params: { caseId }, ...(reply ? { hash: 'reply' } : {}) });
  return {
    run: (signal, reply) => {
      if (signal.caseId) return go(signal.caseId, reply);
      make.mutate(
        { body: { signalId: signal.id } },
        {
          onSuccess: ({ id }) => {
            notice(understand.feed.opened);
            go(id, reply);
          },
          onError: (failure) => notice(say(failure), { bad: true }),
        },
      );
    },
  };
}
