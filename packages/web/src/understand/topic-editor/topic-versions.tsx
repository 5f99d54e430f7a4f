import { endpoints } from '@lyhord/contract';
import { Button, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { notice } from '../../ui/notice.ts';
import { Section } from '../../ui/page.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import styles from './topic-preview.module.css';

const pollMs = 1_500;

function useVersions() {
  const reply = useReply(endpoints.topicVersions);
  const preparing = reply.data?.preparing ?? null;
  return {
    preparing,
    versions: useReply(endpoints.topicVersions, undefined, { refetchInterval: preparing ? pollMs : false })
      .data?.versions,
  };
}

/** How far history has been read with new topics; gone when it is done. */
export function ReadingProgress() {
  const { discover } = useWords();
  const format = useFormats();
  const client = useQueryClient();
  const { preparing } = useVersions();
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !preparing) {
      for (const { id } of [endpoints.topicTree, endpoints.listTopics, endpoints.readTopic, endpoints.feed]) {
        void client.invalidateQueries({ queryKey: [id] });
      }
    }
    was.current = preparing !== null;
  }, [preparing, client]);
  if (!preparing) return null;
  const words = discover.editor.progress(format.count(preparing.read), format.count(preparing.of));
  return (
    <div className={styles.progress} role="status">
      <p>{words}</p>
      <Progress value={preparing.of > 0 ? (100 * preparing.read) / preparing.of : 0} aria-label={words} />
    </div>
  );
}

/** Topics of before, and the way back to them. */
export function TopicVersionList() {
  const { discover } = useWords();
  const words = discover.editor;
  const format = useFormats();
  const { versions } = useVersions();
  const restore = useDeed(endpoints.restoreTopicVersion, {
    refreshes: [endpoints.topicVersions, endpoints.topicTree],
    onDone: ({ reanalysing }) => notice(words.restored(format.count(reanalysing))),
  });
  if (!versions || versions.length < 2) return null;
  return (
    <Section className={styles.section} title={words.history} hint={words.historyHint}>
      <FormTrouble failure={restore.error} />
      <ul className={styles.versions}>
        {versions.map(({ version, state, topics, at }) => (
          <li key={version}>
            <b>{words.version(version)}</b>
            <small>{words.topics(topics)}</small>
            <small>{at ? format.moment(at) : null}</small>
            {state === 'replaced' ? (
              <Button
                size="xs"
                variant="default"
                loading={restore.isPending && restore.variables?.body?.version === version}
                onClick={() => restore.mutate({ body: { version } })}
              >
                {words.restore}
              </Button>
            ) : (
              <span>
                <Chip tone={state === 'current' ? 'teal' : 'sand'}>
                  {state === 'current' ? words.current : words.reading}
                </Chip>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
