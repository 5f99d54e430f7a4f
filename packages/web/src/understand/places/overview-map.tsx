import type { PlacesOverview } from '@lyhord/contract';
import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type MapPoint, PlaceMap } from '../../charts/place-map.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';
import styles from './overview-map.module.css';
import { meanOf, toneOfPlace } from './place-tone.ts';

/** Places on the map: colour against the mean, size by answers, a pulsing ring for open alarms. */
export function OverviewMap({ overview: { rows, metric } }: { overview: PlacesOverview }) {
  const { understand, ui } = useWords();
  const words = understand.places;
  const points = usePoints(rows, metric);
  if (points.length === 0) return <Empty small title={words.noCoordinates} />;
  return (
    <figure className={styles.figure}>
      <div className={styles.map}>
        <PlaceMap points={points} label={words.mapLabel} />
      </div>
      <figcaption className={styles.legend}>
        <span data-tone="rust">{words.legendLow}</span>
        <span data-tone="sand">{words.legendMiddle}</span>
        <span data-tone="teal">{words.legendHigh}</span>
        <span data-tone="plain">{ui.tooFew(0).replace(/\s*\(.*/, '')}</span>
        <span>{words.legendSize}</span>
        <span data-ring>{words.legendAlarm}</span>
      </figcaption>
    </figure>
  );
}

function usePoints(rows: PlacesOverview['rows'], metric: string): MapPoint[] {
  return useMemo(() => {
    const mean = meanOf(rows);
    const most = Math.max(1, ...rows.map(({ score }) => score.n));
    // Places with a score are drawn over those with too few answers.
    const inOrder = [...rows].sort((a, b) => Number(b.score.tooFew) - Number(a.score.tooFew));
    return inOrder.flatMap((row) =>
      row.latitude === null || row.longitude === null
        ? []
        : [
            {
              id: row.placeId,
              latitude: row.latitude,
              longitude: row.longitude,
              mark: ({ reachable }) => (
                <PlaceMark
                  row={row}
                  metric={metric}
                  tone={toneOfPlace(row, mean)}
                  size={row.score.tooFew ? 13 : 22 + 20 * Math.sqrt(row.score.n / most)}
                  reachable={reachable}
                />
              ),
            },
          ],
    );
  }, [rows, metric]);
}

function PlaceMark({
  row,
  metric,
  tone,
  size,
  reachable,
}: {
  row: PlacesOverview['rows'][number];
  metric: string;
  tone: string;
  size: number;
  reachable: boolean;
}) {
  const { understand, ui } = useWords();
  const format = useFormats();
  const { shrunken, score } = row;
  const known = shrunken.value !== null && !score.tooFew;
  const value = known ? format.score(shrunken.value ?? 0, metric) : ui.tooFew(score.n);
  const lines = [
    `${row.name}: ${value}`,
    known && shrunken.low !== null && shrunken.high !== null
      ? `${ui.interval(ui.range(format.score(shrunken.low, metric), format.score(shrunken.high, metric)))}, ${ui.answers(score.n)}`
      : null,
    row.topDown ? `${understand.places.down}: ${row.topDown}` : null,
    row.openChanges > 0 ? understand.places.openChanges(row.openChanges) : null,
  ].filter((line): line is string => line !== null);
  return (
    <Tooltip label={lines.map((line) => <div key={line}>{line}</div>)}>
      <Link
        to="/places/$placeId"
        params={{ placeId: row.placeId }}
        className={styles.mark}
        data-tone={tone}
        data-alarm={row.openChanges > 0 || undefined}
        style={{ width: size, height: size }}
        tabIndex={reachable ? 0 : -1}
        aria-label={lines.join('. ')}
        draggable={false}
      >
        {known ? value : null}
      </Link>
    </Tooltip>
  );
}
