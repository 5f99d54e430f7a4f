import type { CaseRow, endpoints, ReplyReceived, SignalCard } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { useScope } from '../../client/scope.ts';
import { SignalLine } from '../../collect/signal/signal-line.tsx';
import { useCaseTitle } from '../../ui/case-title.ts';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ScoreRuler } from '../../ui/score-ruler.tsx';
import { IntervalText, ScoreText } from '../../ui/score-text.tsx';
import { scaleOf } from '../../ui/tone.ts';
import { useWords } from '../../words/index.ts';
import styles from './today-screen.module.css';

type Today = ReplyReceived<typeof endpoints.today>;

/** This week's score with its interval and its goal. */
export function WeekScore({ today: { score, target, weekFrom } }: { today: Today }) {
  const { act, terms, ui, frame } = useWords();
  const format = useFormats();
  const { metric } = useScope();
  const known = score.value !== null && !score.tooFew;
  return (
    <Section title={act.today.score} hint={act.today.scoreSince(format.day(weekFrom))}>
      <Link to="/pulse" className={styles.week} data-known={known || undefined}>
        <span className={styles.weekLine}>
          <ScoreText score={score} metric={metric} />
          <IntervalText score={score} metric={metric} />
        </span>
        <ScoreRuler score={score} domain={scaleOf(metric)} target={target} />
        <span className={styles.weekFacts}>
          {[
            terms.metrics[metric],
            ui.answers(score.n),
            target === null ? null : frame.goal(format.score(target, metric)),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </Link>
    </Section>
  );
}

export function DueCases({ cases }: { cases: readonly CaseRow[] }) {
  const { act } = useWords();
  const format = useFormats();
  const titleOf = useCaseTitle();
  return (
    <Section title={act.today.due}>
      {cases.length === 0 ? <p className={styles.none}>{act.today.noDue}</p> : null}
      <ul>
        {cases.map((one) => (
          <li key={one.id} className={styles.due}>
            <Link to="/cases/$caseId" params={{ caseId: one.id }}>
              {titleOf(one)}
            </Link>
            <small data-late={one.overdue || undefined}>
              {one.overdue ? act.cases.overdue : act.cases.dueIn(format.when(one.dueAt))}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Thanks({ signals }: { signals: readonly SignalCard[] }) {
  const { act } = useWords();
  return (
    <Section title={act.today.thanks}>
      {signals.length === 0 ? <p className={styles.none}>{act.today.noThanks}</p> : null}
      <ul className={styles.thanks}>
        {signals.map((signal) => (
          <li key={signal.id}>
            <SignalLine signal={signal} lines={4} withCustomer={false} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
