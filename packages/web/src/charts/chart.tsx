import { useReducedMotion } from '@mantine/hooks';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { WaitingBlock } from '../ui/loaded.tsx';
import styles from './chart.module.css';

interface ChartProps {
  option: EChartsCoreOption;
  height?: number;
  /** What the chart shows, for those who do not see it. */
  label: string;
  /** The point's card in one line, read aloud while stepping through by keyboard. */
  say: (index: number) => string;
  points: number;
}

/** A chart that loads its engine when first shown and can be walked through with the arrow keys. */
export function Chart({ option, height = 260, label, say, points }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const still = useReducedMotion();
  const [ready, setReady] = useState(false);
  const [at, setAt] = useState<number | null>(null);

  useEffect(() => {
    let gone = false;
    const observer = new ResizeObserver(() => chart.current?.resize());
    void import('./echarts-parts.ts').then(({ init }) => {
      if (gone || !box.current) return;
      chart.current = init(box.current, null, { renderer: 'svg' });
      observer.observe(box.current);
      setReady(true);
    });
    return () => {
      gone = true;
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (!ready) return;
    chart.current?.setOption(
      {
        textStyle: { fontFamily: 'Inter Variable, sans-serif' },
        ...option,
        animation: !still,
        animationDuration: 0,
        animationDurationUpdate: 180,
      },
      { notMerge: false, replaceMerge: ['series'] },
    );
  }, [option, ready, still]);

  const step = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, Home: -points, End: points };
    const move = moves[event.key];
    if (event.key === 'Escape') {
      chart.current?.dispatchAction({ type: 'hideTip' });
      setAt(null);
    }
    if (move === undefined) return;
    event.preventDefault();
    const next = Math.min(points - 1, Math.max(0, (at ?? (move > 0 ? -1 : points)) + move));
    setAt(next);
    chart.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: next });
  };

  return (
    <div
      className={styles.chart}
      tabIndex={0}
      role="group"
      aria-roledescription="chart"
      aria-label={label}
      onKeyDown={step}
      onBlur={() => chart.current?.dispatchAction({ type: 'hideTip' })}
    >
      {ready ? null : <WaitingBlock height={height} />}
      <div ref={box} style={{ height: ready ? height : 0 }} aria-hidden="true" />
      <p className={styles.said} aria-live="polite">
        {at === null ? '' : say(at)}
      </p>
    </div>
  );
}
