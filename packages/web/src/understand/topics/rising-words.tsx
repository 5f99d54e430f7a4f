import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { useWords } from '../../words/index.ts';
import type { TopicPage } from './topic-page.ts';
import styles from './topic-screen.module.css';

export function RisingWords({ words: rising }: { words: TopicPage['words'] }) {
  const { understand } = useWords();
  const words = understand.topics;
  return (
    <Section title={words.words} hint={words.wordsHint}>
      {rising.length === 0 ? <p className={styles.none}>{words.noWords}</p> : null}
      <ul>
        {rising.map(({ word, documents }) => (
          <li key={word} className={styles.word}>
            <RowsLink show={{ words: word }}>{word}</RowsLink>
            <small>{words.inComments(documents)}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
