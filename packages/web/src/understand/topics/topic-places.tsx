import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { ScoreRuler } from '../../ui/score-ruler.tsx';
import { ScoreText } from '../../ui/score-text.tsx';
import { scaleOf } from '../../ui/tone.ts';
import { useWords } from '../../words/index.ts';
import type { TopicPage } from './topic-page.ts';
import styles from './topic-screen.module.css';

const few = 8;

/** Where the topic is spoken of worst, with the interval beside each value. */
export function TopicPlaces({ topic, places }: { topic: string; places: TopicPage['places'] }) {
  const { understand, ui } = useWords();
  const format = useFormats();
  const words = understand.topics;
  const [all, setAll] = useState(false);
  const rank = (place: TopicPage['places'][number]) => place.sentiment.value ?? 101;
  const worstFirst = [...places].sort((a, b) => rank(a) - rank(b));
  return (
    <Section title={words.byPlace} hint={words.byPlaceHint}>
      <ul>
        {(all ? worstFirst : worstFirst.slice(0, few)).map((place) => (
          <li key={place.placeId} className={styles.place}>
            <RowsLink show={{ topic, place: place.placeId }}>{place.name}</RowsLink>
            {place.sentiment.tooFew ? null : (
              <ScoreRuler score={place.sentiment} domain={scaleOf('sentiment')} reference={0} />
            )}
            <span className={styles.value}>
              <ScoreText score={place.sentiment} metric="sentiment" />
            </span>
            <small>{format.count(place.volume)}</small>
          </li>
        ))}
      </ul>
      {places.length > few ? (
        <Button variant="subtle" onClick={() => setAll((was) => !was)}>
          {all ? ui.showFewer : ui.showAll(places.length)}
        </Button>
      ) : null}
    </Section>
  );
}
