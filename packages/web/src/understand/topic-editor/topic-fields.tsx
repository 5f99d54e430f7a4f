import type { Topic } from '@lyhord/contract';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { topicName } from '../../collect/signal/topic-names.ts';
import form from '../../ui/form.module.css';
import { useWords } from '../../words/index.ts';
import { TopicExampleList } from './topic-examples.tsx';
import styles from './topic-settings.module.css';

interface TopicFieldsProps {
  topic: Topic;
  language: string;
  locale: string;
  others: { value: string; label: string }[];
  change: (topic: Topic) => void;
  remove: () => void;
}

const split = (text: string) => text.split(',').map((word) => word.trimStart());

/** Name, place in the tree, and the words of one topic in one language. */
export function TopicFields({ topic, language, locale, others, change, remove }: TopicFieldsProps) {
  const { settings } = useWords();
  const words = settings.topics;
  const feeling = topic.kind === 'feeling' ? settings.feelings : null;
  return (
    <div className={`${form.form} ${styles.fields}`}>
      <div className={form.row}>
        <TextInput
          label={words.name}
          required
          placeholder={(feeling ?? words).nameExample}
          autoFocus={topic.names[locale] === ''}
          value={topicName(topic, locale)}
          onChange={(event) =>
            change({ ...topic, names: { ...topic.names, [locale]: event.currentTarget.value } })
          }
        />
        {feeling ? null : (
          <Select
            label={words.parent}
            value={topic.parent}
            placeholder={words.noParent}
            clearable
            searchable
            data={others}
            onChange={(parent) => change({ ...topic, parent })}
          />
        )}
      </div>
      <Textarea
        label={feeling?.words ?? words.words}
        description={words.wordsHint}
        autosize
        minRows={2}
        value={(topic.words[language] ?? []).join(', ')}
        onChange={(event) =>
          change({ ...topic, words: { ...topic.words, [language]: split(event.currentTarget.value) } })
        }
      />
      {feeling ? (
        <Textarea
          label={feeling.opposites}
          autosize
          minRows={2}
          value={(topic.opposites?.[language] ?? []).join(', ')}
          onChange={(event) =>
            change({
              ...topic,
              opposites: { ...topic.opposites, [language]: split(event.currentTarget.value) },
            })
          }
        />
      ) : null}
      <Textarea
        label={words.exclusions}
        description={words.exclusionsHint}
        autosize
        minRows={1}
        value={(topic.exclusions[language] ?? []).join(', ')}
        onChange={(event) =>
          change({
            ...topic,
            exclusions: { ...topic.exclusions, [language]: split(event.currentTarget.value) },
          })
        }
      />
      <TopicExampleList
        topic={topic}
        add={(word, tongue, list) =>
          change({
            ...topic,
            [list]: { ...topic[list], [tongue]: [...(topic[list]?.[tongue] ?? []), word] },
          })
        }
      />
      <div className={`${form.buttons} ${form.left}`}>
        <Button variant="subtle" color="orange" onClick={remove}>
          {feeling?.remove ?? words.remove}
        </Button>
      </div>
    </div>
  );
}
