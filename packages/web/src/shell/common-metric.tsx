import { endpoints } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { useReply } from '../client/queries.ts';
import { useScope } from '../client/scope.ts';
import { useMe } from '../client/session.ts';
import { useFormats } from '../ui/format.ts';
import { ScoreRuler } from '../ui/score-ruler.tsx';
import { ScoreText } from '../ui/score-text.tsx';
import { scaleOf } from '../ui/tone.ts';
import { goalAt, usePlaces } from '../unify/place-tree.ts';
import { useWords } from '../words/index.ts';
import styles from './common-metric.module.css';

/** The metric everybody shares, with its goal: in sight from every screen. */
export function CommonMetric() {
  const { frame, terms } = useWords();
  const format = useFormats();
  const me = useMe();
  const { byId } = usePlaces();
  const { from, to, place, metric } = useScope();
  const asked = useReply(endpoints.ask, {
    body: { metric, period: { from, to }, ...(place ? { place } : {}) },
  });
  const score = asked.data?.rows[0];
  const target = metric === 'nps' ? (goalAt(place, byId) ?? me.workspace.target) : null;
  if (!score) return <div className={styles.metric} />;
  return (
    <Link to="/pulse" className={styles.metric}>
      <span className={styles.hidden}>{frame.commonMetric}</span>
      <span className={styles.line}>
        <span className={styles.name}>{terms.metrics[metric]}</span>
        <span className={styles.value}>
          <ScoreText score={score} metric={metric} />
        </span>
        {target !== null ? (
          <span className={styles.goal}>{frame.goal(format.score(target, metric))}</span>
        ) : null}
      </span>
      <ScoreRuler score={score} domain={scaleOf(metric)} target={target} />
    </Link>
  );
}
