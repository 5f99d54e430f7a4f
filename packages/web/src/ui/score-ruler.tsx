import type { Score } from '@lyhord/contract';
import { useFormats } from './format.ts';
import styles from './score-ruler.module.css';

interface ScoreRulerProps {
  score: Pick<Score, 'value' | 'low' | 'high' | 'tooFew'>;
  /** Ends of the ruler. */
  domain: readonly [number, number];
  target?: number | null;
  reference?: number | null;
  tall?: boolean;
  metric?: string;
}

/** A score on a line: pale band for the interval, a dot for the value, ticks for target and comparison. */
export function ScoreRuler({ score, domain, target, reference, tall, metric }: ScoreRulerProps) {
  const format = useFormats();
  const at = (value: number) => {
    const share = (value - domain[0]) / (domain[1] - domain[0]);
    return `${Math.min(1, Math.max(0, share)) * 100}%`;
  };
  const known = score.value !== null && !score.tooFew;
  return (
    <span className={styles.ruler} data-tall={tall || undefined} aria-hidden="true">
      <span className={styles.line} />
      {reference != null ? <span className={styles.reference} style={{ left: at(reference) }} /> : null}
      {known && score.low !== null && score.high !== null ? (
        <span
          className={styles.band}
          style={{ left: at(score.low), width: `calc(${at(score.high)} - ${at(score.low)})` }}
        />
      ) : null}
      {target != null ? (
        <span className={styles.target} style={{ left: at(target) }}>
          {tall && metric ? <i>{format.score(target, metric)}</i> : null}
        </span>
      ) : null}
      {known ? <span className={styles.dot} style={{ left: at(score.value ?? 0) }} /> : null}
    </span>
  );
}

/** An effect in points left or right of nought, with its interval. */
export function EffectRuler({
  value,
  low,
  high,
  reach,
}: {
  value: number;
  low: number;
  high: number;
  reach: number;
}) {
  const at = (x: number) => `${(Math.min(1, Math.max(-1, x / reach)) * 50 + 50).toFixed(2)}%`;
  const tone = value >= 0 ? 'teal' : 'rust';
  const [from, to] = value >= 0 ? [0, value] : [value, 0];
  return (
    <span className={styles.effect} aria-hidden="true">
      <span className={styles.zero} />
      <span
        className={styles.bar}
        data-tone={tone}
        style={{ left: at(from), width: `calc(${at(to)} - ${at(from)})` }}
      />
      <span className={styles.whisker} style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }} />
    </span>
  );
}
