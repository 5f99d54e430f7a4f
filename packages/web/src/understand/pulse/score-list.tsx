import type { Pulse } from '@lyhord/contract';
import { useFormats } from '../../ui/format.ts';
import { GoalText } from '../../ui/goal-text.tsx';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { ScoreRuler } from '../../ui/score-ruler.tsx';
import { ScoreText } from '../../ui/score-text.tsx';
import { scaleOf } from '../../ui/tone.ts';
import { named, useWords } from '../../words/index.ts';
import styles from './score-list.module.css';

interface ScoreListProps {
  title: string;
  rows: Pulse['touchpoints'];
  names: Readonly<Record<string, string>>;
  metric: string;
  field: 'touchpoint' | 'channel';
}

type Row = Pulse['touchpoints'][number];

/** True where the intervals do not touch. */
const isBelow = (one: Row, other: Row): boolean => (one.score.high ?? 0) < (other.score.low ?? 0);

/** Scores side by side on one scale, lowest first; the heading says which of them clearly differ. */
export function ScoreList({ title, rows, names, metric, field }: ScoreListProps) {
  const { understand, ui } = useWords();
  const format = useFormats();
  const known = rows
    .filter(({ score }) => score.value !== null)
    .sort((a, b) => (a.score.value ?? 0) - (b.score.value ?? 0));
  const rest = rows.filter(({ score }) => score.value === null);
  if (rows.length === 0) return null;
  const nameOf = (row: { key: string; label: string }) => named(names, row.key) || row.label;
  const { pulse } = understand;
  const finding = () => {
    const [lowest, next] = known;
    if (!lowest || !next) return null;
    if (isBelow(lowest, next)) return pulse.lowest(nameOf(lowest));
    const higher = known.findLast((row) => isBelow(lowest, row));
    return higher ? pulse.apart(nameOf(higher), nameOf(lowest)) : pulse.alike;
  };
  const found = finding();
  const domain = domainOf(known, metric);
  return (
    <Section title={found === null ? title : `${title}: ${found}`}>
      <ul>
        {[...known, ...rest].map((row) => (
          <li key={row.key} className={styles.row}>
            <span className={styles.name}>
              {nameOf(row)}
              <small className={styles.goal}>
                <GoalText score={row.score} target={row.target} metric={metric} />
              </small>
            </span>
            <ScoreRuler
              score={row.score}
              domain={domain}
              target={row.score.value === null ? null : row.target}
            />
            <span className={styles.value}>
              <ScoreText score={row.score} metric={metric} />
            </span>
            <span className={styles.count}>
              <RowsLink
                show={{ question: metric, [field]: row.key }}
                label={`${nameOf(row)}: ${ui.answers(row.score.n)}`}
              >
                {format.count(row.score.n)}
              </RowsLink>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Ends that hold every interval, with a little air. */
export function domainOf(
  rows: readonly { score: { low: number | null; high: number | null } }[],
  metric: string,
): [number, number] {
  const ends = scaleOf(metric);
  const lows = rows.map(({ score }) => score.low ?? ends[0]);
  const highs = rows.map(({ score }) => score.high ?? ends[1]);
  if (rows.length === 0) return [ends[0], ends[1]];
  const [low, high] = [Math.min(...lows), Math.max(...highs)];
  const air = (high - low) * 0.08 || 1;
  return [Math.max(ends[0], low - air), Math.min(ends[1], high + air)];
}
