import { ActionIcon } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/index.ts';
import { type Country, loadLand } from './land.ts';
import { project, type View, viewOf } from './mercator.ts';
import styles from './place-map.module.css';
import { useDrag } from './use-drag.ts';

export interface MapPoint {
  id: string;
  longitude: number;
  latitude: number;
  /** Drawn at the point; gets whether it is the one that the keyboard stands on. */
  mark: (look: { reachable: boolean }) => ReactNode;
}

interface PlaceMapProps {
  points: readonly MapPoint[];
  label: string;
}

/** A map of places without any tile server: land, hairlines, and marks that a keyboard can walk through. */
export function PlaceMap({ points, label }: PlaceMapProps) {
  const { understand } = useWords();
  const { ref, width, height } = useElementSize();
  const land = useLand();
  const spots = useMemo(
    () => points.map((point) => ({ point, at: project(point.longitude, point.latitude) })),
    [points],
  );
  const home = useMemo(
    () =>
      viewOf(
        spots.map(({ at }) => at),
        width || 1,
        height || 1,
      ),
    [spots, width, height],
  );
  const [moved, setMoved] = useState<View | null>(null);
  const view = moved ?? home;
  const zoom = (factor: number) => {
    const scale = Math.min(600, Math.max(home.scale * 0.6, view.scale * factor));
    setMoved({ ...view, scale });
  };
  const drag = useDrag(view, setMoved, moved !== null && moved.scale > home.scale * 1.05);
  const marks = useRef<HTMLDivElement>(null);
  const { reachable, walk } = useWalk(points, marks);

  return (
    <div className={styles.map} ref={ref} {...drag}>
      <Land land={land} view={view} width={width} height={height} />
      <div ref={marks} role="group" aria-label={label} onKeyDown={walk}>
        {width > 0
          ? spots.map(({ point, at: [x, y] }) => (
              <div
                key={point.id}
                className={styles.spot}
                style={{
                  transform: `translate(${(width / 2 + (x - view.x) * view.scale).toFixed(1)}px, ${(height / 2 + (y - view.y) * view.scale).toFixed(1)}px)`,
                }}
              >
                {point.mark({ reachable: point.id === reachable })}
              </div>
            ))
          : null}
      </div>
      <div className={styles.tools}>
        <ActionIcon variant="default" onClick={() => zoom(1.7)} aria-label={understand.places.zoomIn}>
          <IconPlus size={17} stroke={1.7} />
        </ActionIcon>
        <ActionIcon variant="default" onClick={() => zoom(1 / 1.7)} aria-label={understand.places.zoomOut}>
          <IconMinus size={17} stroke={1.7} />
        </ActionIcon>
        <ActionIcon variant="default" onClick={() => setMoved(null)} aria-label={understand.places.zoomAll}>
          <IconFocusCentered size={17} stroke={1.7} />
        </ActionIcon>
      </div>
    </div>
  );
}

function Land({
  land,
  view,
  width,
  height,
}: {
  land: readonly Country[];
  view: View;
  width: number;
  height: number;
}) {
  const half = { x: width / view.scale, y: height / view.scale };
  const near = land.filter(
    ({ box: [left, top, right, bottom] }) =>
      right > view.x - half.x && left < view.x + half.x && bottom > view.y - half.y && top < view.y + half.y,
  );
  return (
    <svg className={styles.land} width={width} height={height} aria-hidden="true">
      <g
        transform={`translate(${width / 2} ${height / 2}) scale(${view.scale}) translate(${-view.x} ${-view.y})`}
      >
        {near.map(({ id, path }) => (
          <path key={id} d={path} />
        ))}
      </g>
    </svg>
  );
}

function useLand(): readonly Country[] {
  const [land, setLand] = useState<readonly Country[]>([]);
  useEffect(() => {
    let gone = false;
    // Without land the marks still stand where they should.
    loadLand().then((loaded) => gone || setLand(loaded), Boolean);
    return () => {
      gone = true;
    };
  }, []);
  return land;
}

/** One tab stop for the whole map; arrows go from mark to mark in the order of the list beside it. */
function useWalk(points: readonly MapPoint[], marks: React.RefObject<HTMLDivElement | null>) {
  const [at, setAt] = useState(0);
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (at + step + points.length) % points.length;
    setAt(next);
    marks.current?.children[next]?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  };
  return { reachable: points[at]?.id ?? points[0]?.id, walk };
}
