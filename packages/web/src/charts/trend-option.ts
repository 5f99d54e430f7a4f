import type { Pulse, TrendPoint } from '@lyhord/contract';
import type { z } from 'zod';
import type { Palette } from './palette.ts';
import { laneHeight, markLines, placed } from './trend-marks.ts';

type Point = z.infer<typeof TrendPoint>;

interface TrendLook {
  trend: readonly Point[];
  marks: Pulse['marks'];
  target: number | null;
  targetLabel: string;
  palette: Palette;
  dayLabel: (day: string) => string;
  valueLabel: (value: number) => string;
  /** How wide the chart is drawn, in pixels. */
  width: number;
  card: (index: number) => { when: string; value: string; more: string };
}

const known = (point: Point) => point.value !== null && !point.tooFew;

/** The line, its band, the goal and the marks, as ECharts wants them. */
export function trendOption({ trend, marks, target, targetLabel, palette, width, ...say }: TrendLook) {
  const days = trend.map(({ day }) => day);
  const drawn = placed(marks, days, width);
  const lanes = Math.max(0, ...drawn.map(({ lane }) => lane + 1));
  const line = trend.map((point) => (known(point) ? point.value : null));
  const low = trend.map((point) => (known(point) ? point.low : null));
  const band = trend.map((point) =>
    known(point) && point.low !== null && point.high !== null ? point.high - point.low : null,
  );
  const soft = {
    symbol: 'none',
    silent: true,
    stack: 'interval',
    stackStrategy: 'all',
    lineStyle: { opacity: 0 },
  };
  return {
    grid: { left: 8, right: 16, top: 18 + laneHeight * lanes, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: days,
      boundaryGap: false,
      axisLine: { lineStyle: { color: palette['hairline-strong'] } },
      axisTick: { show: false },
      axisLabel: {
        color: palette['ink-3'],
        fontSize: 12,
        formatter: say.dayLabel,
        hideOverlap: true,
        margin: 12,
      },
      axisPointer: { lineStyle: { color: palette['hairline-strong'], type: 'solid' } },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 4,
      axisLabel: { color: palette['ink-3'], fontSize: 12, formatter: say.valueLabel },
      splitLine: { lineStyle: { color: palette.hairline } },
    },
    tooltip: {
      trigger: 'axis',
      className: 'lyhord-tip',
      transitionDuration: 0,
      confine: true,
      formatter: (items: { dataIndex: number }[]) => cardHtml(say.card(items[0]?.dataIndex ?? 0)),
    },
    series: [
      {
        type: 'line',
        data: line,
        z: 5,
        symbol: 'circle',
        symbolSize: 5,
        showSymbol: trend.length <= 32,
        connectNulls: false,
        itemStyle: { color: palette.ink },
        lineStyle: { color: palette.ink, width: 2 },
        emphasis: { scale: 1.5 },
        markLine: markLines(
          drawn,
          target === null ? null : { value: target, label: targetLabel, high: isHigh(target, trend) },
          palette,
          width,
        ),
      },
      { type: 'line', data: low, ...soft },
      { type: 'line', data: band, ...soft, areaStyle: { color: palette.band } },
    ],
  };
}

function isHigh(target: number, trend: readonly Point[]): boolean {
  const drawn = trend.filter(known).flatMap(({ value, low, high }) => [low ?? value!, high ?? value!]);
  return target * 2 > Math.min(...drawn) + Math.max(...drawn);
}

const safe = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

export function cardHtml({ when, value, more }: { when: string; value: string; more: string }): string {
  return `<small>${safe(when)}</small><b>${safe(value)}</b>${more ? `<small>${safe(more)}</small>` : ''}`;
}
