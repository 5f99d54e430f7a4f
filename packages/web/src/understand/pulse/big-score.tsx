import type { Pulse } from '@lyhord/contract';
import { useFormats } from '../../ui/format.ts';
import { RowsLink } from '../../ui/rows-link.tsx';
import { ScoreRuler } from '../../ui/score-ruler.tsx';
import { IntervalText, ScoreText } from '../../ui/score-text.tsx';
import { scaleOf } from '../../ui/tone.ts';
import { useWords } from '../../words/index.ts';
import styles from './big-score.module.css';

/** The metric, large, with its interval, its goal and what it was before. */
export function BigScore({ pulse: { metric, score, previous, difference, target } }: { pulse: Pulse }) {
  const { understand, ui } = useWords();
  const format = useFormats();
  const known = score.value !== null && !score.tooFew;
  const ends = scaleOf(metric);
  return (
    <section className={styles.score} aria-label={understand.pulse.title}>
      <div className={styles.number} data-known={known || undefined}>
        <ScoreText score={score} metric={metric} />
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{ui.answers(score.n)}</dt>
          <dd>
            <RowsLink show={{ question: metric }}>
              {known ? (
                <>
                  {ui.interval('')} <IntervalText score={score} metric={metric} />
                </>
              ) : (
                understand.changes.evidence
              )}
            </RowsLink>
          </dd>
        </div>
        {difference && previous.value !== null ? (
          <div>
            <dt>{understand.pulse.before(format.score(previous.value, metric))}</dt>
            <dd data-tone={difference.clear ? (difference.value > 0 ? 'teal' : 'rust') : undefined}>
              {understand.pulse.change(
                format.difference(difference.value, metric),
                ui.range(
                  format.difference(difference.low, metric),
                  format.difference(difference.high, metric),
                ),
              )}
            </dd>
          </div>
        ) : null}
        {target !== null && known ? (
          <div>
            <dt>{understand.pulse.target}</dt>
            <dd>
              {format.score(target, metric)} ({format.difference((score.value ?? 0) - target, metric)})
            </dd>
          </div>
        ) : null}
      </dl>
      <div className={styles.ruler}>
        <ScoreRuler score={score} domain={ends} target={target} tall metric={metric} />
        <div className={styles.ends} aria-hidden="true">
          <span>{format.score(ends[0], metric)}</span>
          <span>{format.score((ends[0] + ends[1]) / 2, metric)}</span>
          <span>{format.score(ends[1], metric)}</span>
        </div>
      </div>
    </section>
  );
}
