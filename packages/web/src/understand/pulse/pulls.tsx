import type { Contribution, Pulse } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { PullRow } from './pull-row.tsx';
import styles from './pulls.module.css';

const few = 6;

/** What pulls the metric down and up, side by side, on one scale. */
export function Pulls({ pulse: { up, down, commented, metric } }: { pulse: Pulse }) {
  const { understand } = useWords();
  const words = understand.pulse;
  const reach = Math.max(1, ...[...up, ...down].flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  return (
    <div>
      <div className={styles.columns}>
        <PullList title={words.pullsDown} rows={down} reach={reach} metric={metric} none={words.noPullDown} />
        <PullList title={words.pullsUp} rows={up} reach={reach} metric={metric} none={words.noPullUp} />
      </div>
      <p className={styles.note}>{words.pulls(commented)}</p>
    </div>
  );
}

function PullList({
  title,
  rows,
  reach,
  none,
  metric,
}: {
  title: string;
  rows: readonly Contribution[];
  reach: number;
  none: string;
  metric: string;
}) {
  const { ui } = useWords();
  const [all, setAll] = useState(false);
  return (
    <Section title={title}>
      {rows.length === 0 ? <p className={styles.none}>{none}</p> : null}
      <ul>
        {(all ? rows : rows.slice(0, few)).map((row) => (
          <PullRow key={row.key} row={row} reach={reach} metric={metric} />
        ))}
      </ul>
      {rows.length > few ? (
        <Button variant="subtle" onClick={() => setAll((was) => !was)}>
          {all ? ui.showFewer : ui.showAll(rows.length)}
        </Button>
      ) : null}
    </Section>
  );
}
