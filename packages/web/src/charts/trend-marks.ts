import type { Pulse } from '@lyhord/contract';
import type { Palette } from './palette.ts';

export const laneHeight = 15;
const nameWidth = 136;
const numberWidth = 20;
/** Below this width names would cover each other's lines: marks are numbered, and the names stand below the chart. */
const roomForNames = 560;
/** What the axis and the edges take of the width. */
const besides = 70;

export const isNumbered = (width: number) => width < roomForNames;

export interface DrawnMark {
  readonly mark: Pulse['marks'][number];
  readonly day: string;
  readonly lane: number;
  readonly align: 'left' | 'center' | 'right';
}

/** The last marks in the order of time, each with the lowest lane above the line in which its label covers no other. */
export function placed(marks: Pulse['marks'], days: readonly string[], width: number): DrawnMark[] {
  const inner = Math.max(1, width - besides);
  const label = isNumbered(width) ? numberWidth : nameWidth;
  const ends: number[] = [];
  return marks
    .filter(({ kind }) => kind !== 'holiday')
    .slice(-6)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map((mark) => {
      const at = Math.max(
        0,
        days.findLastIndex((day) => day <= mark.day),
      );
      const x = (at / Math.max(1, days.length - 1)) * inner;
      const align = x < label / 2 ? 'left' : x > inner - label / 2 ? 'right' : 'center';
      const from = x - { left: 0, center: label / 2, right: label }[align];
      const free = ends.findIndex((end) => end <= from);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = from + label;
      return { mark, day: days[at]!, lane, align };
    });
}

interface Goal {
  readonly value: number;
  readonly label: string;
  /** Whether it stands in the upper half of what is drawn; its name is then under its line, apart from the marks'. */
  readonly high: boolean;
}

/** The goal and the marks as lines of ECharts. */
export function markLines(drawn: readonly DrawnMark[], goal: Goal | null, palette: Palette, width: number) {
  const text = { fontSize: 12, fontFamily: 'Inter Variable, sans-serif' };
  const numbered = isNumbered(width);
  return {
    symbol: 'none',
    silent: true,
    animation: false,
    data: [
      ...drawn.map(({ mark: { label, kind }, day, lane, align }, at) => ({
        xAxis: day,
        lineStyle: {
          color: kind === 'action' ? palette.accent : palette['ink-3'],
          type: [3, 3],
          width: 1,
        },
        label: {
          ...text,
          formatter: numbered ? String(at + 1) : label,
          color: kind === 'action' ? palette.accent : palette['ink-2'],
          position: 'end',
          align,
          distance: 4 + laneHeight * lane,
          overflow: 'truncate',
          width: numbered ? undefined : nameWidth - 6,
        },
      })),
      ...(goal === null
        ? []
        : [
            {
              yAxis: goal.value,
              lineStyle: { color: palette.accent, type: 'solid', width: 1 },
              label: {
                ...text,
                formatter: goal.label,
                color: palette.accent,
                position: goal.high ? 'insideEndBottom' : 'insideEndTop',
                textBorderColor: palette.paper,
                textBorderWidth: 4,
              },
            },
          ]),
    ],
  };
}
