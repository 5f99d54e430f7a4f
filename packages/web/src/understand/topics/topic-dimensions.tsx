import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { ScoreRuler } from '../../ui/score-ruler.tsx';
import { ScoreText } from '../../ui/score-text.tsx';
import { scaleOf } from '../../ui/tone.ts';
import { named, useWords } from '../../words/index.ts';
import type { TopicPage } from './topic-page.ts';
import styles from './topic-screen.module.css';

const few = 5;

/** How the topic is spoken of by touchpoint, channel, kind of signal and language. */
export function TopicDimensions({ topic, by }: { topic: string; by: TopicPage['by'] }) {
  const { discover, terms } = useWords();
  const format = useFormats();
  const dictionaries = {
    touchpoint: terms.touchpoints,
    channel: terms.channels,
    kind: terms.kinds,
    language: terms.languages,
  };
  const several = by
    .map(({ dimension, rows }) => ({ dimension, rows: rows.filter(({ key }) => key !== '') }))
    .filter(({ rows }) => rows.length > 1);
  if (several.length === 0) return null;
  return (
    <Section title={discover.dimensions.title}>
      {several.map(({ dimension, rows }) => (
        <div key={dimension} className={styles.dimension}>
          <h3>{discover.dimensions[dimension]}</h3>
          <ul>
            {rows.slice(0, few).map(({ key, volume, sentiment }) => (
              <li key={key} className={styles.place}>
                <RowsLink show={{ topic, [dimension]: key }}>{named(dictionaries[dimension], key)}</RowsLink>
                {sentiment.tooFew ? null : (
                  <ScoreRuler score={sentiment} domain={scaleOf('sentiment')} reference={0} />
                )}
                <span className={styles.value}>
                  <ScoreText score={sentiment} metric="sentiment" />
                </span>
                <small>{format.count(volume)}</small>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
