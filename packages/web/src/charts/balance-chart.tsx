import { useMemo } from 'react';
import { useFormats } from '../ui/format.ts';
import { useWords } from '../words/index.ts';
import { Chart } from './chart.tsx';
import { usePalette } from './palette.ts';
import { cardHtml } from './trend-option.ts';

interface BalancePoint {
  day: string;
  positive: number;
  negative: number;
}

/** Good words above the line and bad ones below it, over time. */
export function BalanceChart({ points, label }: { points: readonly BalancePoint[]; label: string }) {
  const { understand } = useWords();
  const format = useFormats();
  const palette = usePalette();
  const tell = useMemo(
    () => (index: number) => {
      const point = points[index];
      if (!point) return { when: '', value: '', more: '' };
      return {
        when: format.day(point.day),
        value: format.count(point.positive + point.negative),
        more: `${understand.topics.positive} ${format.count(point.positive)}, ${understand.topics.negative.toLocaleLowerCase()} ${format.count(point.negative)}`,
      };
    },
    [points, format, understand],
  );
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 8, top: 14, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: points.map(({ day }) => day),
        axisLine: { onZero: true, lineStyle: { color: palette['ink-3'] } },
        axisTick: { show: false },
        axisLabel: {
          color: palette['ink-3'],
          fontSize: 12,
          formatter: format.day,
          hideOverlap: true,
          margin: 12,
        },
      },
      yAxis: {
        type: 'value',
        splitNumber: 4,
        axisLabel: {
          color: palette['ink-3'],
          fontSize: 12,
          formatter: (value: number) => format.count(Math.abs(value)),
        },
        splitLine: { lineStyle: { color: palette.hairline } },
      },
      tooltip: {
        trigger: 'axis',
        className: 'lyhord-tip',
        transitionDuration: 0,
        confine: true,
        axisPointer: { type: 'none' },
        formatter: (items: { dataIndex: number }[]) => cardHtml(tell(items[0]?.dataIndex ?? 0)),
      },
      series: [
        bar(
          points.map(({ positive }) => positive),
          palette['teal-line'],
        ),
        bar(
          points.map(({ negative }) => -negative),
          palette['rust-line'],
        ),
      ],
    }),
    [points, palette, format, tell],
  );
  return (
    <Chart
      option={option}
      height={220}
      label={label}
      points={points.length}
      say={(index) => Object.values(tell(index)).join(', ')}
    />
  );
}

const bar = (data: number[], color: string) => ({
  type: 'bar',
  stack: 'balance',
  data,
  barMaxWidth: 22,
  itemStyle: { color },
});
