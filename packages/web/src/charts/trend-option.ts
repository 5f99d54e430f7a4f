import type { Pulse, TrendPoint } from '@lyhord/contract';
import type { z } from 'zod';
import type { Palette } from './palette.ts';

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
        markLine: markLines(drawn, target, targetLabel, palette),
      },
      { type: 'line', data: low, ...soft },
      { type: 'line', data: band, ...soft, areaStyle: { color: palette.band } },
    ],
  };
}

const laneHeight = 15;
const nameWidth = 136;
/** What the axis and the edges take of the width. */
const besides = 70;

interface DrawnMark {
  readonly mark: Pulse['marks'][number];
  readonly day: string;
  readonly lane: number;
  readonly align: 'left' | 'center' | 'right';
}

/** The last marks, each with the lowest lane above the line in which its name covers no other. */
export function placed(marks: Pulse['marks'], days: readonly string[], width: number): DrawnMark[] {
  const inner = Math.max(1, width - besides);
  const ends: number[] = [];
  return marks
    .filter(({ kind }) => kind !== 'holiday')
    .slice(-6)
    .map((mark) => ({
      mark,
      at: Math.max(
        0,
        days.findLastIndex((day) => day <= mark.day),
      ),
    }))
    .sort((one, other) => one.at - other.at)
    .map(({ mark, at }) => {
      const x = (at / Math.max(1, days.length - 1)) * inner;
      const align = x < nameWidth / 2 ? 'left' : x > inner - nameWidth / 2 ? 'right' : 'center';
      const from = x - { left: 0, center: nameWidth / 2, right: nameWidth }[align];
      const free = ends.findIndex((end) => end <= from);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = from + nameWidth;
      return { mark, day: days[at]!, lane, align };
    });
}

function markLines(
  drawn: readonly DrawnMark[],
  target: number | null,
  targetLabel: string,
  palette: Palette,
) {
  const text = { fontSize: 12, fontFamily: 'Inter Variable, sans-serif' };
  return {
    symbol: 'none',
    silent: true,
    animation: false,
    data: [
      ...(target === null
        ? []
        : [
            {
              yAxis: target,
              lineStyle: { color: palette.accent, type: 'solid', width: 1 },
              label: { ...text, formatter: targetLabel, color: palette.accent, position: 'insideEndTop' },
            },
          ]),
      ...drawn.map(({ mark: { label, kind }, day, lane, align }) => ({
        xAxis: day,
        lineStyle: {
          color: kind === 'action' ? palette.accent : palette['ink-3'],
          type: [3, 3],
          width: 1,
        },
        label: {
          ...text,
          formatter: label,
          color: kind === 'action' ? palette.accent : palette['ink-2'],
          position: 'end',
          align,
          distance: 4 + laneHeight * lane,
          overflow: 'truncate',
          width: nameWidth - 6,
        },
      })),
    ],
  };
}

const safe = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

export function cardHtml({ when, value, more }: { when: string; value: string; more: string }): string {
  return `<small>${safe(when)}</small><b>${safe(value)}</b>${more ? `<small>${safe(more)}</small>` : ''}`;
}
