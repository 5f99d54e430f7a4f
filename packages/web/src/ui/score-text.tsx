import { fewestBehind, type Score } from '@lyhord/contract';
import { Tooltip } from '@mantine/core';
import { useWords } from '../words/index.ts';
import { useFormats } from './format.ts';
import styles from './score-text.module.css';
import { outOf, toneOfAnswer } from './tone.ts';

type AnyScore = Pick<Score, 'value' | 'low' | 'high' | 'n' | 'tooFew'>;

/** A score with its value, or hollow words where there are too few answers to say one. */
export function ScoreText({
  score,
  metric,
  interval = false,
}: {
  score: AnyScore;
  metric: string;
  interval?: boolean;
}) {
  const { ui } = useWords();
  const format = useFormats();
  if (score.value === null || score.tooFew) {
    return <span className={styles.hollow}>{score.n === 0 ? ui.nothingYet : <Unsaid n={score.n} />}</span>;
  }
  return (
    <span className={styles.score}>
      <strong>{format.score(score.value, metric)}</strong>
      {interval ? <IntervalText score={score} metric={metric} /> : null}
    </span>
  );
}

/** Why nothing is said of so many answers: too few, or enough and withheld so that others are not told. */
export function Unsaid({ n, fewest = fewestBehind }: { n: number; fewest?: number }) {
  const { ui } = useWords();
  return <>{n < fewest ? ui.tooFew(n) : ui.heldBack}</>;
}

/** “35 to 41”, the range in which the true value lies. */
export function IntervalText({ score, metric }: { score: AnyScore; metric: string }) {
  const { ui } = useWords();
  const format = useFormats();
  if (score.low === null || score.high === null) return null;
  return (
    <Tooltip label={ui.rangeMeaning}>
      <span className={styles.interval}>
        {ui.range(format.score(score.low, metric), format.score(score.high, metric))}
      </span>
    </Tooltip>
  );
}

/** One customer's own answer, as a small round mark in its band's colour with the number in it. */
export function AnswerMark({ value, question }: { value: number | null; question: string | null }) {
  const { terms } = useWords();
  const format = useFormats();
  const tone = toneOfAnswer(value, question);
  if (value === null) return <span className={styles.mark} data-tone="plain" aria-hidden="true" />;
  const shown = format.number(value, Number.isInteger(value) ? 0 : 1);
  const name = terms.metrics[question as 'nps'] ?? question ?? '';
  const most = outOf(question);
  return (
    <span className={styles.mark} data-tone={tone} title={`${name} ${shown}`}>
      <span className={styles.srOnly}>{name} </span>
      {shown}
      {most ? <span className={styles.outOf}>/{most}</span> : null}
    </span>
  );
}
