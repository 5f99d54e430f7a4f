import type { TopicRow } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../../ui/format.ts';
import { RowsLink } from '../../ui/rows-link.tsx';
import { EffectRuler } from '../../ui/score-ruler.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { toneOfEffect } from '../../ui/tone.ts';
import { useWords } from '../../words/index.ts';
import { useSegment } from './segment-choice.tsx';
import styles from './topic-bars.module.css';

/** One bar a topic: as long as it is talked about, split by how; beside it what it does to the score. */
export function TopicBars({ topics, commented }: { topics: readonly TopicRow[]; commented: number }) {
  const { understand } = useWords();
  const words = understand.topics;
  const most = Math.max(1, ...topics.map(({ volume }) => volume));
  const reach = Math.max(
    1,
    ...topics.flatMap(({ contribution: c }) => (c ? [Math.abs(c.low), Math.abs(c.high)] : [])),
  );
  const names = new Map(topics.map(({ key, label }) => [key, label]));
  return (
    <div role="table" aria-label={words.title} className={styles.table}>
      <div role="row" className={styles.head}>
        <span role="columnheader">{words.topic}</span>
        <span role="columnheader">{words.feeling}</span>
        <span role="columnheader" className={styles.right}>
          {words.volume}
        </span>
        <span role="columnheader">{words.effect}</span>
        <span role="columnheader" className={styles.trend}>
          {words.trend}
        </span>
      </div>
      {topics.map((topic) => (
        <TopicBar
          key={topic.key}
          topic={topic}
          under={topic.parent ? names.get(topic.parent) : undefined}
          most={most}
          reach={reach}
          commented={commented}
        />
      ))}
    </div>
  );
}

function TopicBar({
  topic,
  under,
  most,
  reach,
  commented,
}: {
  topic: TopicRow;
  /** The topic that it is a part of; the order is by size, so the parent may stand elsewhere. */
  under: string | undefined;
  most: number;
  reach: number;
  commented: number;
}) {
  const { understand, ui } = useWords();
  const format = useFormats();
  const words = understand.topics;
  const segment = useSegment();
  const effect = topic.contribution;
  return (
    <div role="row" className={styles.row}>
      <span role="cell" className={styles.name}>
        <Link to="/topics/$topic" params={{ topic: topic.key }} search={{ segment }}>
          {topic.label}
        </Link>
        {under ? <small>{under}</small> : null}
      </span>
      <span role="cell" className={styles.bar}>
        <span className={styles.said}>
          {topic.positive === null || topic.negative === null
            ? ui.tooFew(topic.volume)
            : words.balance(format.count(topic.positive), format.count(topic.negative))}
        </span>
        <Split topic={topic} most={most} />
      </span>
      <span role="cell" className={styles.right}>
        <RowsLink show={{ topic: topic.key }}>{format.count(topic.volume)}</RowsLink>
        <small>{commented > 0 ? format.share(topic.volume / commented) : null}</small>
      </span>
      <span role="cell" className={styles.effect}>
        {effect ? (
          <>
            <EffectRuler value={effect.points} low={effect.low} high={effect.high} reach={reach} />
            <b data-tone={toneOfEffect(effect.points)}>{format.points(effect.points)}</b>
          </>
        ) : (
          <small>{words.noEffect}</small>
        )}
      </span>
      <span role="cell" className={styles.trend}>
        <Sparkline values={topic.trend} />
      </span>
    </div>
  );
}

/** Bad, neutral and good comments as one bar, in proportion to the most discussed topic. */
export function Split({ topic, most }: { topic: TopicRow; most: number }) {
  const width = (n: number) => ({ width: `${(n / most) * 100}%` });
  return (
    <span className={styles.split} aria-hidden="true">
      <i data-tone="rust" style={width(topic.negative ?? 0)} />
      <i data-tone="sand" style={width(topic.neutral ?? topic.volume)} />
      <i data-tone="teal" style={width(topic.positive ?? 0)} />
    </span>
  );
}
