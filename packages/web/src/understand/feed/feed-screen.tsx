import { endpoints } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { filterOf } from '../../client/feed-search.ts';
import { useReply } from '../../client/queries.ts';
import { type Scope, useScope } from '../../client/scope.ts';
import { SearchMarks } from '../../collect/signal/search-marks.ts';
import { SignalLine } from '../../collect/signal/signal-line.tsx';
import { DownloadTable } from '../../ui/download.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { FeedFilters } from './feed-filters.tsx';
import { FeedList } from './feed-list.tsx';
import styles from './feed-screen.module.css';
import { type FeedQuery, useFeed } from './use-feed.ts';

/** The live stream of what customers say. */
export function FeedScreen() {
  const { understand } = useWords();
  const { signal, ...search } = useSearch({ from: '/frame/feed' });
  const scope = useScope();
  const where = filterOf(search, scope.metric);
  const query = feedQuery(scope, where);
  const feed = useFeed(query);
  return (
    <Page title={understand.feed.title} actions={<DownloadTable table="feed" query={query} />}>
      <div className={styles.feed}>
        <FeedFilters search={search} />
        {signal ? <OneSignal id={signal} /> : null}
        {feed.isPending ? (
          <WaitingRows rows={8} height={84} />
        ) : (
          <Loaded reply={feed}>
            {(data) => {
              const signals = data.pages.flatMap((page) => page.signals);
              if (signals.length === 0) return <NothingHere filtered={where !== undefined} />;
              return (
                <SearchMarks value={data.pages[0]?.marks ?? []}>
                  <FeedList
                    signals={signals}
                    more={feed.hasNextPage ? () => void feed.fetchNextPage() : null}
                    loadingMore={feed.isFetchingNextPage}
                  />
                </SearchMarks>
              );
            }}
          </Loaded>
        )}
      </div>
    </Page>
  );
}

/** A default period has no end, so that an answer of this very minute belongs to it. */
function feedQuery({ place, from, to, chosen }: Scope & { chosen: boolean }, where: unknown): FeedQuery {
  return {
    from,
    ...(chosen ? { to } : {}),
    ...(place ? { place } : {}),
    ...(where ? { where: JSON.stringify(where) } : {}),
  };
}

function OneSignal({ id }: { id: string }) {
  const { understand, ui } = useWords();
  const navigate = useNavigate();
  const reply = useReply(endpoints.readSignal, { params: { id } });
  return (
    <section className={styles.one} aria-label={understand.feed.one}>
      <header>
        <h2>{understand.feed.one}</h2>
        <Button
          variant="subtle"
          onClick={() =>
            void navigate({
              to: '/feed',
              search: (before) => ({ ...before, signal: undefined }),
              replace: true,
            })
          }
        >
          {ui.close}
        </Button>
      </header>
      <Loaded reply={reply} waiting={<WaitingRows rows={2} />}>
        {(signal) => <SignalLine signal={signal} />}
      </Loaded>
    </section>
  );
}

function NothingHere({ filtered }: { filtered: boolean }) {
  const { understand } = useWords();
  const navigate = useNavigate();
  if (!filtered) return <Empty title={understand.feed.nothing}>{understand.feed.nothingHint}</Empty>;
  return (
    <Empty
      title={understand.feed.empty}
      actions={
        <Button variant="default" onClick={() => void navigate({ to: '/feed', search: {} })}>
          {understand.feed.clear}
        </Button>
      }
    >
      {understand.feed.emptyHint}
    </Empty>
  );
}
