import { endpoints, type Topic, type TopicTree } from '@lyhord/contract';
import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { topicName } from '../../collect/signal/topic-names.ts';
import { Empty } from '../../ui/empty.tsx';
import form from '../../ui/form.module.css';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { notice } from '../../ui/notice.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useLanguage } from '../../words/index.ts';
import { TaughtModels } from './taught-models.tsx';
import { TopicFields } from './topic-fields.tsx';
import { TopicPreviewBlock } from './topic-preview.tsx';
import styles from './topic-settings.module.css';
import { ReadingProgress, TopicVersionList } from './topic-versions.tsx';

const wordLanguages = ['sv', 'da', 'nb', 'fi', 'en', 'de', 'pt'] as const;

export function TopicSettings() {
  const tree = useReply(endpoints.topicTree);
  return (
    <>
      <ReadingProgress />
      <Loaded reply={tree}>{(data) => <TopicEditor key={wordsOf(data)} known={data} kind="topic" />}</Loaded>
      <TaughtModels />
      <TopicVersionList />
    </>
  );
}

/** Tells one tree from another, so that the editor begins anew when another is in use. */
export const wordsOf = ({ topics }: TopicTree): string => JSON.stringify(topics);

interface TopicEditorProps {
  known: TopicTree;
  /** Only nodes of this kind are shown; all of them are saved. */
  kind: NonNullable<Topic['kind']>;
  /** Nodes that may be added as they are. */
  ready?: readonly Topic[];
}

/** Topics, or feelings that the workspace wants to give, with a preview of what another word would do. */
export function TopicEditor({ known, kind, ready = [] }: TopicEditorProps) {
  const { words, locale } = useLanguage();
  const { settings, ui, discover } = words;
  const named = kind === 'feeling' ? settings.feelings : settings.topics;
  const format = useFormats();
  const [topics, setTopics] = useState(known.topics);
  const [language, setLanguage] = useState<string>(locale);
  const [find, setFind] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [saved, setSaved] = useState(known.topics);
  const save = useDeed(endpoints.changeTopicTree, {
    refreshes: [endpoints.topicTree, endpoints.listTopics, endpoints.topicVersions],
    onDone: ({ reanalysing }) => {
      setSaved(topics);
      notice(settings.topics.saved(format.count(reanalysing)));
    },
  });
  const preview = useDeed(endpoints.previewTopicTree);
  const nameOf = (topic: Topic) => topicName(topic, locale);
  const changed = topics !== saved;
  const unnamed = topics.some((topic) => nameOf(topic) === '');
  const own = topics.filter((topic) => (topic.kind ?? 'topic') === kind);
  const shown = own.filter((topic) => nameOf(topic).toLowerCase().includes(find.trim().toLowerCase()));
  const offered = ready.filter(({ key }) => !topics.some((topic) => topic.key === key));
  const put = (key: string, topic: Topic | null) =>
    setTopics(topics.flatMap((each) => (each.key === key ? (topic ? [topic] : []) : [each])));
  const add = () => {
    const key = `own_${Date.now().toString(36)}`;
    setTopics([{ key, parent: null, names: { [locale]: '' }, words: {}, exclusions: {}, kind }, ...topics]);
    setOpened(key);
    setFind('');
  };
  const whatChanges = preview.data && changed ? <TopicPreviewBlock preview={preview.data} /> : null;
  return (
    <>
      <div className={form.row}>
        <TextInput label={named.find} value={find} onChange={(event) => setFind(event.currentTarget.value)} />
        <Select
          label={settings.topics.language}
          value={language}
          allowDeselect={false}
          data={wordLanguages.map((tag) => ({ value: tag, label: languageName(tag, format.tag) }))}
          onChange={(tag) => tag && setLanguage(tag)}
        />
        <Button variant="default" leftSection={<IconPlus size={18} stroke={1.6} />} onClick={add}>
          {named.add}
        </Button>
      </div>
      {offered.length > 0 ? (
        <div className={styles.ready}>
          <small>{settings.feelings.ready}</small>
          {offered.map((topic) => (
            <Button
              key={topic.key}
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} stroke={1.8} />}
              aria-label={settings.feelings.take(nameOf(topic))}
              onClick={() => setTopics([topic, ...topics])}
            >
              {nameOf(topic)}
            </Button>
          ))}
        </div>
      ) : null}
      {own.length === 0 && kind === 'feeling' ? (
        <Empty title={settings.feelings.none}>{settings.feelings.noneHint}</Empty>
      ) : null}
      <ul className={styles.list}>
        {shown.map((topic) => (
          <li key={topic.key} className={styles.topic}>
            <button
              type="button"
              className={styles.head}
              aria-expanded={opened === topic.key}
              onClick={() => setOpened(opened === topic.key ? null : topic.key)}
            >
              <span>{nameOf(topic) || named.unnamed}</span>
              <span className={styles.sample}>{(topic.words[language] ?? []).slice(0, 8).join(', ')}</span>
            </button>
            {opened === topic.key ? (
              <>
                <TopicFields
                  topic={topic}
                  language={language}
                  locale={locale}
                  others={topics
                    .filter(
                      (each) => each.key !== topic.key && each.parent === null && each.kind !== 'feeling',
                    )
                    .map((each) => ({ value: each.key, label: nameOf(each) }))}
                  change={(next) => put(topic.key, next)}
                  remove={() => put(topic.key, null)}
                />
                {whatChanges}
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <FormTrouble failure={save.error ?? preview.error} />
      {shown.some(({ key }) => key === opened) ? null : whatChanges}
      {changed ? (
        <div className={styles.foot}>
          <p>{unnamed ? named.nameIt : settings.topics.unsaved}</p>
          <Button
            variant="default"
            loading={preview.isPending}
            disabled={unnamed}
            onClick={() => preview.mutate({ body: { topics } })}
          >
            {discover.editor.preview}
          </Button>
          <Button variant="default" onClick={() => setTopics(saved)}>
            {ui.undo}
          </Button>
          <Button
            loading={save.isPending}
            disabled={unnamed}
            onClick={() => save.mutate({ body: { topics } })}
          >
            {named.save}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function languageName(tag: string, locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
