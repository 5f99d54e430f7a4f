import { endpoints, type TopicParts } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useReply } from '../../client/queries.ts';
import { scopeQuery, useScope } from '../../client/scope.ts';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { EffectRuler } from '../../ui/score-ruler.tsx';
import { toneOfEffect } from '../../ui/tone.ts';
import { useWords } from '../../words/index.ts';
import styles from './topic-bars.module.css';
import own from './topic-parts.module.css';

const few = 6;

/** Each topic's own part in the score: unlike what leaving a topic out does, these add up. */
export function TopicPartsSection() {
  const { discover } = useWords();
  const format = useFormats();
  const scope = useScope();
  const reply = useReply(endpoints.topicParts, { query: scopeQuery(scope) });
  const known = reply.data && reply.data.score !== null;
  return (
    <Section
      className={own.section}
      title={discover.parts.title}
      hint={
        known
          ? discover.parts.hint(format.score(reply.data.score!, scope.metric), format.count(reply.data.n))
          : undefined
      }
    >
      <Loaded reply={reply} waiting={<WaitingRows rows={6} />}>
        {(data) => (data.score === null ? <p>{discover.parts.none}</p> : <Parts data={data} />)}
      </Loaded>
    </Section>
  );
}

function Parts({ data: { parts, withoutTopic } }: { data: TopicParts }) {
  const { discover, ui } = useWords();
  const format = useFormats();
  const [all, setAll] = useState(false);
  const bySize = [...parts].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const shown = all ? bySize : bySize.slice(0, few);
  const hidden = bySize.slice(shown.length);
  const reach = Math.max(1, ...parts.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const line = (
    key: string,
    name: React.ReactNode,
    points: number,
    low: number,
    high: number,
    n?: number,
  ) => (
    <li key={key} className={own.part}>
      <span>{name}</span>
      <small>{n === undefined ? '' : format.count(n)}</small>
      <EffectRuler value={points} low={low} high={high} reach={reach} />
      <b data-tone={toneOfEffect(points)} className={styles.effect}>
        {format.points(points)}
      </b>
    </li>
  );
  const rest = hidden.reduce((sum, { points }) => sum + points, 0);
  return (
    <>
      <ul className={own.parts}>
        {shown.map(({ key, label, points, low, high, n }) =>
          line(key, <RowsLink show={{ topic: key }}>{label}</RowsLink>, points, low, high, n),
        )}
        {hidden.length > 0 ? line('rest', discover.parts.rest(hidden.length), rest, rest, rest) : null}
        {line('none', discover.parts.without, withoutTopic, withoutTopic, withoutTopic)}
      </ul>
      {parts.length > few ? (
        <Button variant="subtle" onClick={() => setAll((was) => !was)}>
          {all ? ui.showFewer : ui.showAll(parts.length)}
        </Button>
      ) : null}
    </>
  );
}
