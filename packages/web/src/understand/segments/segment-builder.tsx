import { endpoints, type Segment, type SegmentRule } from '@lyhord/contract';
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import { useMe } from '../../client/session.ts';
import { useFormats } from '../../ui/format.ts';
import { notice } from '../../ui/notice.ts';
import { Section } from '../../ui/page.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import { ConditionRow } from './condition-row.tsx';
import { mayKeep } from './may-keep.ts';
import { type Draft, draftOf, freshCondition, plainRule, ruleOf } from './rule-draft.ts';
import styles from './segments-screen.module.css';

/** Conditions in a list, joined by all or any; the count follows while they are built. */
export function SegmentBuilder({
  segment,
  kept,
}: {
  segment: Segment | null;
  kept: (segment: Segment) => void;
}) {
  const { segments: words } = useWords();
  const me = useMe();
  const [draft, setDraft] = useState<Draft>(() => draftOf(segment?.rule ?? null));
  const [name, setName] = useState(segment?.name ?? '');
  const rule = ruleOf(draft);
  const options = {
    refreshes: [endpoints.listSegments],
    onDone: (done: Segment) => {
      notice(words.kept);
      kept(done);
    },
  };
  const save = useDeed(endpoints.saveSegment, options);
  const change = useDeed(endpoints.changeSegment, options);
  const keep = () =>
    segment
      ? change.mutate({ params: { id: segment.id }, body: { name, rule } })
      : save.mutate({ body: { name, rule } });
  const changeAt = (index: number, next: Draft['conditions'][number] | null) =>
    setDraft({
      ...draft,
      conditions: draft.conditions.flatMap((one, i) => (i === index ? (next ?? []) : one)),
    });
  return (
    <Section title={words.builder} hint={words.builderHint}>
      <form
        className={styles.builder}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <div className={styles.join}>
          <span>{words.join}</span>
          <SegmentedControl
            aria-label={words.join}
            value={draft.join}
            onChange={(join) => setDraft({ ...draft, join: join === 'any' ? 'any' : 'all' })}
            data={(['all', 'any'] as const).map((value) => ({ value, label: words.joins[value] }))}
          />
        </div>
        {draft.conditions.map((condition, index) => (
          <ConditionRow
            key={condition.key}
            condition={condition}
            change={(next) => changeAt(index, next)}
            remove={() => changeAt(index, null)}
          />
        ))}
        <Button
          className={styles.add}
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.6} />}
          onClick={() => setDraft({ ...draft, conditions: [...draft.conditions, freshCondition()] })}
        >
          {words.add}
        </Button>
        {draft.conditions.some((one) => plainRule(one) === null) ? <p>{words.unfinished}</p> : null}
        <LiveCount rule={rule} />
        {mayKeep(me.role) ? (
          <div className={styles.keep}>
            <TextInput
              label={words.name}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={80}
              required
            />
            <Button type="submit" loading={save.isPending || change.isPending}>
              {segment ? words.keepChange : words.keep}
            </Button>
          </div>
        ) : null}
        <FormTrouble failure={save.error ?? change.error} />
      </form>
    </Section>
  );
}

/** Asks how many the rule finds, a moment after it was last changed. */
function LiveCount({ rule }: { rule: SegmentRule }) {
  const { segments: words, explore } = useWords();
  const format = useFormats();
  const [text] = useDebouncedValue(JSON.stringify(rule), 300);
  const { mutate, data, error } = useDeed(endpoints.countSegment);
  useEffect(() => mutate({ body: { rule: JSON.parse(text) as SegmentRule } }), [mutate, text]);
  if (error) return <FormTrouble failure={error} />;
  return (
    <p className={styles.count} aria-live="polite">
      {data ? (
        <>
          <b>{words.found(data.n, format.count(data.of))}</b>
          <span>
            {words.worth(format.money(data.revenueMinor, data.currency, true), format.count(data.orders))}
          </span>
        </>
      ) : (
        <span>{explore.counting}</span>
      )}
    </p>
  );
}
