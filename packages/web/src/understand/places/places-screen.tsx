import { endpoints, type PlacesOverview } from '@lyhord/contract';
import { Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useReply } from '../../client/queries.ts';
import { scopeQuery, useScope } from '../../client/scope.ts';
import { DownloadTable } from '../../ui/download.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded, WaitingBlock, WaitingRows } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { WithheldNote } from '../../ui/withheld-note.tsx';
import { useWords, type Words } from '../../words/index.ts';
import { HowMade } from '../model-run.tsx';
import { MetricSwitch } from '../pulse/metric-switch.tsx';
import { LeagueTable } from './league-table.tsx';
import styles from './places-screen.module.css';

const OverviewMap = lazy(() => import('./overview-map.tsx').then((m) => ({ default: m.OverviewMap })));

/** Map and table of places, grouped where they cannot be told apart. */
export function PlacesScreen() {
  const { understand } = useWords();
  const words = understand.places;
  const scope = useScope();
  const reply = useReply(endpoints.placesOverview, { query: scopeQuery(scope) });
  const overview = reply.data;
  return (
    <Page
      title={words.title}
      finding={overview && overview.rows.length > 0 ? findingOf(overview, words) : undefined}
      lead={words.lead}
      actions={
        <>
          <MetricSwitch />
          <DownloadTable table="places" query={scopeQuery(scope)} />
        </>
      }
    >
      <Loaded
        reply={reply}
        waiting={
          <div className={styles.columns}>
            <WaitingBlock height={520} />
            <WaitingRows rows={10} height={52} />
          </div>
        }
      >
        {(overview) => (overview.rows.length === 0 ? <NoPlaces /> : <Overview overview={overview} />)}
      </Loaded>
    </Page>
  );
}

function findingOf(
  { rows, groups, distinguishable }: PlacesOverview,
  words: Words['understand']['places'],
): string {
  const ranked = rows.filter(({ group }) => group !== null).length;
  if (ranked === 0) return words.tooFewGroup;
  return distinguishable && groups.length > 1 ? words.finding(ranked, groups.length) : words.alike(ranked);
}

function Overview({ overview }: { overview: PlacesOverview }) {
  const { understand } = useWords();
  const words = understand.places;
  const [view, setView] = useState<'map' | 'list'>('list');
  return (
    <>
      <SegmentedControl
        className={styles.switch}
        fullWidth
        aria-label={words.title}
        value={view}
        onChange={(value) => setView(value as 'map' | 'list')}
        data={[
          { value: 'list', label: words.list },
          { value: 'map', label: words.map },
        ]}
      />
      <div className={styles.columns} data-view={view}>
        <div className={styles.map}>
          <Suspense fallback={<WaitingBlock height={520} />}>
            <OverviewMap overview={overview} />
          </Suspense>
        </div>
        <div className={styles.list}>
          <LeagueTable overview={overview} />
          <WithheldNote />
          <HowMade method={overview.method} run={overview.run} />
        </div>
      </div>
    </>
  );
}

function NoPlaces() {
  const { understand } = useWords();
  return (
    <Empty
      title={understand.places.none}
      actions={
        <Button component={Link} to="/settings/places">
          {understand.places.addPlaces}
        </Button>
      }
    >
      {understand.places.noneHint}
    </Empty>
  );
}
