import type { TopicPreview } from '@lyhord/contract';
import { useEffect, useRef } from 'react';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { useWords } from '../../words/index.ts';
import styles from './topic-preview.module.css';

type Changed = TopicPreview['topics'][number];
const around = 60;
const shown = 3;

/** What the topics as they stand in the editor would do to real comments, before anything is saved. */
export function TopicPreviewBlock({ preview }: { preview: TopicPreview }) {
  const { discover } = useWords();
  const words = discover.editor;
  const format = useFormats();
  const block = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another preview is shown again
  useEffect(() => block.current?.scrollIntoView({ block: 'nearest' }), [preview]);
  const since = preview.since ? format.fullDay(preview.since) : '';
  return (
    <div ref={block} className={styles.shown} role="status">
      <Section
        className={styles.preview}
        title={words.previewTitle}
        hint={words.previewLead(format.count(preview.comments), since)}
      >
        {preview.topics.length === 0 ? <p>{words.same}</p> : null}
        {preview.topics.map((topic) => (
          <ChangedTopic key={topic.key} topic={topic} />
        ))}
      </Section>
    </div>
  );
}

function ChangedTopic({ topic }: { topic: Changed }) {
  const { discover } = useWords();
  const words = discover.editor;
  const format = useFormats();
  return (
    <div className={styles.topic}>
      <h3>{topic.label}</h3>
      <p className={styles.facts}>
        <b>{words.row(format.count(topic.added), format.count(topic.lost))}</b>
        <span>{words.fromTo(format.count(topic.before), format.count(topic.after))}</span>
        {topic.places.length > 0 ? (
          <span>
            {words.places}{' '}
            {topic.places
              .map(({ name, added, lost }) => `${name} (+${format.count(added)} −${format.count(lost)})`)
              .join(', ')}
          </span>
        ) : null}
      </p>
      {(['added', 'lost'] as const).map((kind) => {
        const examples = topic.examples.filter((one) => one.kind === kind).slice(0, shown);
        return examples.length === 0 ? null : (
          <div key={kind}>
            <h4 data-kind={kind}>{words[kind]}</h4>
            <ul>
              {examples.map((example) => (
                <li key={example.signalId}>
                  <RowsLink show={{ signal: example.signalId }}>
                    <Excerpt {...example} />
                  </RowsLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

/** The comment around the words that decide. */
export function Excerpt({ text, start, end }: { text: string; start: number; end: number }) {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  return (
    <>
      {from > 0 ? '… ' : ''}
      {text.slice(from, start)}
      <mark className={styles.mark}>{text.slice(start, end)}</mark>
      {text.slice(end, to)}
      {to < text.length ? ' …' : ''}
    </>
  );
}
