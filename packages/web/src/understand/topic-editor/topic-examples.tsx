import { endpoints, type Topic } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useReply } from '../../client/queries.ts';
import { RowsLink } from '../../ui/rows-link.tsx';
import { useWords } from '../../words/index.ts';
import styles from './topic-preview.module.css';
import { Excerpt } from './topic-preview.tsx';

const few = 5;

/** What people gave this topic in the feed, and words in it that the topic lacks. */
export function TopicExampleList({
  topic,
  add,
}: {
  topic: Topic;
  add: (word: string, language: string, list: 'words' | 'opposites') => void;
}) {
  const { discover, settings } = useWords();
  const words = discover.editor;
  const isFeeling = topic.kind === 'feeling';
  const own = topic.key.startsWith('own_');
  const { data } = useReply(endpoints.topicExamples, { params: { id: topic.key } }, { enabled: !own });
  if (!data || data.examples.length === 0) return null;
  const missing = data.words.filter(
    ({ word, language }) =>
      !topic.words[language]?.includes(word) && !topic.opposites?.[language]?.includes(word),
  );
  return (
    <div className={styles.examples}>
      <p>
        {words.examples}
        <br />
        <small>{words.examplesHint}</small>
      </p>
      <ul>
        {data.examples.slice(0, few).map((example) => (
          <li key={`${example.signalId}${example.start}`}>
            <RowsLink show={{ signal: example.signalId }}>
              <Excerpt {...example} />
            </RowsLink>
          </li>
        ))}
      </ul>
      {missing.length > 0 ? (
        <div className={styles.suggested}>
          <small>{words.suggested}</small>
          {missing.map(({ word, language, missed }) => (
            <Button
              key={`${language}:${word}`}
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} stroke={1.8} />}
              aria-label={isFeeling && missed ? settings.feelings.suggestedMissed(word) : words.addWord(word)}
              onClick={() => add(word, language, isFeeling && missed ? 'opposites' : 'words')}
            >
              {isFeeling && missed ? `${word} (${settings.feelings.missed})` : word}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
