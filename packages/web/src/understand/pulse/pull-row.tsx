import type { Contribution } from '@lyhord/contract';
import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../../ui/format.ts';
import { RowsLink } from '../../ui/rows-link.tsx';
import { EffectRuler } from '../../ui/score-ruler.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { toneOfEffect } from '../../ui/tone.ts';
import { useWords } from '../../words/index.ts';
import styles from './pulls.module.css';

/** One topic's part in the metric: effect with interval, volume, direction over time; opens its evidence. */
export function PullRow({ row, reach, metric }: { row: Contribution; reach: number; metric: string }) {
  const { understand, ui } = useWords();
  const format = useFormats();
  const tone = toneOfEffect(row.points);
  const range = ui.range(format.points(row.low), format.points(row.high));
  return (
    <li className={styles.row}>
      <div>
        <Link to="/topics/$topic" params={{ topic: row.key }} className={styles.name}>
          {row.label}
        </Link>
        <span className={styles.said}>
          <RowsLink show={{ question: metric, topic: row.key }}>{understand.pulse.said(row.n)}</RowsLink>
        </span>
      </div>
      <EffectRuler value={row.points} low={row.low} high={row.high} reach={reach} />
      <Tooltip label={ui.interval(range)}>
        <span className={styles.points} data-tone={tone}>
          {format.points(row.points)}
        </span>
      </Tooltip>
      <Sparkline values={row.trend} />
    </li>
  );
}
