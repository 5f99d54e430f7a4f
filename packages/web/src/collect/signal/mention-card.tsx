import { endpoints, type Mention } from '@lyhord/contract';
import { Button, NativeSelect, Popover } from '@mantine/core';
import { useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { notice } from '../../ui/notice.ts';
import { toneOfPolarity } from '../../ui/tone.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './signal-text.module.css';
import { useTopicNames } from './topic-names.ts';

interface MentionCardProps {
  signalId: string;
  mention: Mention;
  box: { left: number; top: number; width: number; height: number };
  pinned: boolean;
  pin: () => void;
  enter: () => void;
  leave: () => void;
  close: () => void;
}

/** What the analysis read in these words, how sure it is, and the way to say that it is wrong. */
export function MentionCard({ signalId, mention, box, pinned, pin, enter, leave, close }: MentionCardProps) {
  const { terms, understand, settings } = useWords();
  const format = useFormats();
  const { nameOf, isFeeling } = useTopicNames();
  const feeling = isFeeling(mention.aspect) && mention.label !== 'neutral' ? settings.feelings : null;
  const [wrong, setWrong] = useState(false);
  const emotion = terms.emotions[mention.emotion];
  return (
    <Popover
      opened
      onChange={close}
      position="bottom-start"
      width={288}
      trapFocus={pinned}
      returnFocus={pinned}
      withinPortal
    >
      <Popover.Target>
        <span className={styles.anchor} style={box} />
      </Popover.Target>
      <Popover.Dropdown
        onPointerEnter={enter}
        onPointerLeave={leave}
        onClick={(event) => event.stopPropagation()}
      >
        <div className={styles.card}>
          <div className={styles.cardHead}>
            <b>{nameOf(mention.aspect)}</b>
            <Chip tone={toneOfPolarity(mention.label)}>
              {feeling
                ? feeling[mention.label === 'positive' ? 'felt' : 'missed']
                : named(terms.polarity, mention.label)}
            </Chip>
          </div>
          <p className={styles.facts}>
            {[
              feeling && mention.confidence < 1
                ? feeling.byWords
                : understand.mention.confidence(format.share(mention.confidence)),
              emotion,
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          {wrong ? (
            <Correction signalId={signalId} mention={mention} done={close} />
          ) : (
            <button
              type="button"
              className={styles.link}
              onClick={() => {
                pin();
                setWrong(true);
              }}
            >
              {understand.mention.notRight}
            </button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Correction({ signalId, mention, done }: { signalId: string; mention: Mention; done: () => void }) {
  const { terms, understand } = useWords();
  const { list } = useTopicNames();
  const [aspect, setAspect] = useState(mention.aspect);
  const [label, setLabel] = useState<string>(mention.label);
  const correct = useDeed(endpoints.correctMention, {
    refreshes: [endpoints.feed, endpoints.readSignal],
    onDone: () => {
      notice(understand.mention.thanks);
      done();
    },
  });
  return (
    <form
      className={styles.correction}
      onSubmit={(event) => {
        event.preventDefault();
        correct.mutate({
          params: { id: signalId },
          body: {
            aspect: mention.aspect,
            start: mention.start,
            end: mention.end,
            correctAspect: aspect || null,
            correctLabel: aspect ? (label as Mention['label']) : null,
          },
        });
      }}
    >
      <NativeSelect
        label={understand.mention.otherTopic}
        value={aspect}
        onChange={(event) => setAspect(event.currentTarget.value)}
        data={[
          ...list.map(({ key, name }) => ({ value: key, label: name })),
          { value: '', label: understand.mention.noTopic },
        ]}
      />
      {aspect ? (
        <NativeSelect
          label={understand.mention.otherFeeling}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          data={(['positive', 'neutral', 'negative'] as const).map((value) => ({
            value,
            label: terms.polarity[value],
          }))}
        />
      ) : null}
      <FormTrouble failure={correct.error} />
      <Button type="submit" loading={correct.isPending}>
        {understand.mention.send}
      </Button>
    </form>
  );
}
