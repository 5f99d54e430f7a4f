import { endpoints, type Mention, type SignalCard } from '@lyhord/contract';
import { ActionIcon, Button, NativeSelect, Popover, Tooltip } from '@mantine/core';
import { IconTagPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import { useTopicNames } from '../../collect/signal/topic-names.ts';
import { notice } from '../../ui/notice.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import styles from './give-topic.module.css';

interface Span {
  start: number;
  end: number;
}

/** Says that a comment, or the words marked in it, are about a topic: it counts at once and teaches the topic. */
export function GiveTopic({ signal }: { signal: SignalCard }) {
  const { discover } = useWords();
  const [span, setSpan] = useState<Span | null>(null);
  const text = signal.text ?? '';
  if (text === '') return null;
  const open = () => setSpan(markedIn(signal.id, text) ?? { start: 0, end: text.length });
  return (
    <Popover
      opened={span !== null}
      onChange={(opened) => (opened ? open() : setSpan(null))}
      position="bottom-end"
      width={288}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Tooltip label={discover.label.open}>
          <ActionIcon
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => (span ? setSpan(null) : open())}
            aria-label={discover.label.open}
          >
            <IconTagPlus size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown onClick={(event) => event.stopPropagation()}>
        {span ? <LabelForm signal={signal} span={span} done={() => setSpan(null)} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Where the reader's selection lies in the comment; null where nothing of it is marked. */
function markedIn(signalId: string, text: string): Span | null {
  const words = window.getSelection()?.toString().trim() ?? '';
  const row = window.getSelection()?.anchorNode?.parentElement?.closest('[data-signal]');
  if (words.length < 2 || row?.getAttribute('data-signal') !== signalId) return null;
  const start = text.indexOf(words);
  return start < 0 ? null : { start, end: start + words.length };
}

function LabelForm({ signal, span, done }: { signal: SignalCard; span: Span; done: () => void }) {
  const { discover, terms, settings } = useWords();
  const words = discover.label;
  const { list, isFeeling } = useTopicNames();
  const text = signal.text ?? '';
  const whole = span.start === 0 && span.end === text.length;
  const feeling = signal.sentiment?.label;
  const [topic, setTopic] = useState(list[0]?.key ?? '');
  const [chosen, setLabel] = useState<Mention['label']>(
    feeling === 'positive' || feeling === 'negative' ? feeling : 'neutral',
  );
  const felt = isFeeling(topic);
  const label = felt && chosen === 'neutral' ? 'positive' : chosen;
  const give = useDeed(endpoints.labelSignal, {
    refreshes: [endpoints.feed, endpoints.readSignal, endpoints.topicExamples, endpoints.listTopics],
    onDone: () => {
      notice(words.saved);
      done();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate({ params: { id: signal.id }, body: { topic, label, ...span } });
      }}
    >
      <b>{words.title}</b>
      <p>{whole ? words.whole : words.marked(text.slice(span.start, span.end))}</p>
      {whole ? <small>{words.hint}</small> : null}
      <NativeSelect
        label={words.topic}
        value={topic}
        onChange={(event) => setTopic(event.currentTarget.value)}
        data={list.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <NativeSelect
        label={words.feeling}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value as Mention['label'])}
        data={
          felt
            ? [
                { value: 'positive', label: settings.feelings.felt },
                { value: 'negative', label: settings.feelings.missed },
              ]
            : (['positive', 'neutral', 'negative'] as const).map((value) => ({
                value,
                label: terms.polarity[value],
              }))
        }
      />
      <FormTrouble failure={give.error} />
      <Button type="submit" loading={give.isPending} disabled={topic === ''}>
        {words.save}
      </Button>
    </form>
  );
}
