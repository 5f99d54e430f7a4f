import type { Topic } from '@lyhord/contract';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
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
  return (
    <div className={`${form.form} ${styles.fields}`}>
      <div className={form.row}>
        <TextInput
          label={words.name}
          value={topic.names[locale] ?? topic.names.en ?? ''}
          onChange={(event) =>
            change({ ...topic, names: { ...topic.names, [locale]: event.currentTarget.value } })
          }
        />
        <Select
          label={words.parent}
          value={topic.parent}
          placeholder={words.noParent}
          clearable
          searchable
          data={others}
          onChange={(parent) => change({ ...topic, parent })}
        />
      </div>
      <Textarea
        label={words.words}
        autosize
        minRows={2}
        value={(topic.words[language] ?? []).join(', ')}
        onChange={(event) =>
          change({ ...topic, words: { ...topic.words, [language]: split(event.currentTarget.value) } })
        }
      />
      <Textarea
        label={words.exclusions}
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
        add={(word, tongue) =>
          change({
            ...topic,
            words: { ...topic.words, [tongue]: [...(topic.words[tongue] ?? []), word] },
          })
        }
      />
      <div className={`${form.buttons} ${form.left}`}>
        <Button variant="subtle" color="orange" onClick={remove}>
          {words.remove}
        </Button>
      </div>
    </div>
  );
}
