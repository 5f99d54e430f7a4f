import { endpoints } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { useScope } from '../../client/scope.ts';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ScoreRuler } from '../../ui/score-ruler.tsx';
import { ScoreText } from '../../ui/score-text.tsx';
import { scaleOf } from '../../ui/tone.ts';
import { useWords } from '../../words/index.ts';
import styles from './topic-screen.module.css';

const most = 8;

/** How those of each kept segment feel who name the topic; nothing where no segment is kept. */
export function TopicSegments({ topic }: { topic: string }) {
  const { discover } = useWords();
  const format = useFormats();
  const { from, to, place } = useScope();
  const { data } = useReply(endpoints.ask, {
    body: {
      ...{ metric: 'sentiment', period: { from, to }, by: ['segment'] },
      ...(place ? { place } : {}),
      where: { field: 'topic', is: topic },
    },
  });
  const rows = (data?.rows ?? []).filter(({ keys }) => keys.segment !== '');
  if (rows.length === 0) return null;
  const nameOf = (key: string) => data?.segments?.[key] ?? key;
  return (
    <Section title={discover.dimensions.segment} hint={discover.dimensions.segmentHint}>
      <ul>
        {rows.slice(0, most).map(({ keys, ...score }) => (
          <li key={keys.segment} className={styles.place}>
            <Link to="/topics/$topic" params={{ topic }} search={{ segment: String(keys.segment) }}>
              {nameOf(String(keys.segment))}
            </Link>
            {score.tooFew ? null : <ScoreRuler score={score} domain={scaleOf('sentiment')} reference={0} />}
            <span className={styles.value}>
              <ScoreText score={score} metric="sentiment" />
            </span>
            <small>{format.count(score.n)}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
