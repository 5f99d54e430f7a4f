import { changeDetectionFigures } from '@lyhord/server';
import type { Bench } from './figure.ts';

const seed = 20_260_104;

/** What has changed: false cards in quiet months and falls that are found, on simulated workspaces of 60 places. */
export const changesBench: Bench = {
  name: 'changes',
  summary: 'false alarms, power and delay of what has changed, on simulated workspaces',
  async *run({ rounds }) {
    for (const { name, value, unit, bar, side } of changeDetectionFigures(rounds, 6 * rounds, seed)) {
      const holds = bar === null ? null : side === 'at most' ? value <= bar : value >= bar;
      yield {
        ...{ name, unit, holds, value: Number(value.toPrecision(6)) },
        bar: bar === null ? null : `${side === 'at most' ? '≤' : '≥'} ${bar}`,
      };
    }
  },
};
