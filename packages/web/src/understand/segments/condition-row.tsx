import { endpoints, segmentNumbers, segmentTraits } from '@lyhord/contract';
import { ActionIcon, Checkbox, MultiSelect, NumberInput, Select, TagsInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useReply } from '../../client/queries.ts';
import { useMe } from '../../client/session.ts';
import { topicName } from '../../collect/signal/topic-names.ts';
import { useLanguage, useWords } from '../../words/index.ts';
import { isMoney } from './fact-value.ts';
import { type Condition, freshCondition, type NumberSide } from './rule-draft.ts';
import styles from './segments-screen.module.css';

interface RowProps<C extends Condition = Condition> {
  condition: C;
  change: (next: Condition) => void;
}
type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;
const kinds = ['number', 'word', 'did', 'said', 'trait'] as const;
const deeds = [
  'order_placed',
  'order_returned',
  'order_cancelled',
  'visit',
  'page_viewed',
  'cart_changed',
  'ticket_opened',
  'contract_started',
  'contract_renewed',
  'contract_ended',
  'payment_made',
  'invoice_reminded',
  'campaign_responded',
  'survey_answered',
] as const;

/** One condition of a rule: what it is about, and its limits. */
export function ConditionRow({ condition, change, remove }: RowProps & { remove: () => void }) {
  const { segments: words, ui } = useWords();
  return (
    <fieldset className={styles.condition}>
      <legend className={styles.hidden}>{words.conditionKind}</legend>
      {condition.kind === 'other' ? (
        <code>{JSON.stringify(condition.rule)}</code>
      ) : (
        <Select
          aria-label={words.conditionKind}
          data={kinds.map((value) => ({ value, label: words.conditionKinds[value] }))}
          value={condition.kind}
          allowDeselect={false}
          onChange={(kind) => change({ ...freshCondition(kind as Condition['kind']), key: condition.key })}
        />
      )}
      {condition.kind === 'number' ? <NumberFields condition={condition} change={change} /> : null}
      {condition.kind === 'word' ? <WordFields condition={condition} change={change} /> : null}
      {condition.kind === 'did' ? <DidFields condition={condition} change={change} /> : null}
      {condition.kind === 'said' ? <SaidFields condition={condition} change={change} /> : null}
      {condition.kind === 'trait' ? <TraitFields condition={condition} change={change} /> : null}
      <Checkbox
        label={words.except}
        checked={condition.except}
        onChange={(event) => change({ ...condition, except: event.currentTarget.checked })}
      />
      <ActionIcon aria-label={ui.remove} variant="subtle" onClick={remove}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </fieldset>
  );
}

function NumberFields({ condition, change }: RowProps<Of<'number'>>) {
  const { segments: words } = useWords();
  const currency = useMe().workspace.currency;
  const scale = isMoney(condition.fact) ? 100 : 1;
  const sides = { atLeast: words.atLeast, atMost: words.atMost, known: words.known, unknown: words.unknown };
  return (
    <>
      <Select
        aria-label={words.fact}
        data={segmentNumbers.map((value) => ({ value, label: words.facts[value] }))}
        value={condition.fact}
        allowDeselect={false}
        searchable
        onChange={(fact) => change({ ...condition, fact: (fact ?? 'orders') as typeof condition.fact })}
      />
      <Select
        aria-label={words.side}
        data={(Object.keys(sides) as NumberSide[]).map((value) => ({ value, label: sides[value] }))}
        value={condition.side}
        allowDeselect={false}
        onChange={(side) => change({ ...condition, side: (side ?? 'atLeast') as NumberSide })}
      />
      {condition.side === 'atLeast' || condition.side === 'atMost' ? (
        <NumberInput
          aria-label={words.amount}
          value={condition.amount / scale}
          {...(scale === 100 ? { suffix: ` ${currency}` } : {})}
          onChange={(value) => change({ ...condition, amount: (Number(value) || 0) * scale })}
        />
      ) : null}
    </>
  );
}

function WordFields({ condition, change }: RowProps<Of<'word'>>) {
  const { segments: words } = useWords();
  const places = useReply(endpoints.listPlaces, {}, { enabled: condition.fact === 'lastPlace' });
  const choices =
    condition.fact === 'lastPlace'
      ? (places.data?.places ?? []).map(({ id, name }) => ({ value: id, label: name }))
      : Object.entries(condition.fact === 'lifeCycle' ? words.stages : words.sentiments).map(
          ([value, label]) => ({
            value,
            label,
          }),
        );
  return (
    <>
      <Select
        aria-label={words.fact}
        data={(Object.keys(words.words) as (keyof typeof words.words)[]).map((value) => ({
          value,
          label: words.words[value],
        }))}
        value={condition.fact}
        allowDeselect={false}
        onChange={(fact) =>
          change({ ...condition, fact: (fact ?? 'lifeCycle') as typeof condition.fact, values: [] })
        }
      />
      <MultiSelect
        aria-label={words.values}
        placeholder={condition.values.length === 0 ? words.values : ''}
        data={choices}
        value={condition.values}
        searchable
        onChange={(values) => change({ ...condition, values })}
      />
    </>
  );
}

function DidFields({ condition, change }: RowProps<Of<'did'>>) {
  const { segments: words, terms } = useWords();
  return (
    <>
      <Select
        aria-label={words.deed}
        data={deeds.map((value) => ({ value, label: terms.events[value] }))}
        value={condition.did}
        allowDeselect={false}
        searchable
        onChange={(did) => change({ ...condition, did: (did ?? 'order_placed') as typeof condition.did })}
      />
      <Counted
        label={words.times}
        value={condition.atLeast}
        change={(atLeast) => change({ ...condition, atLeast })}
      />
      <Counted
        label={words.within}
        value={condition.withinDays}
        change={(withinDays) => change({ ...condition, withinDays })}
      />
    </>
  );
}

function SaidFields({ condition, change }: RowProps<Of<'said'>>) {
  const { words: all, locale } = useLanguage();
  const words = all.segments;
  const tree = useReply(endpoints.topicTree);
  return (
    <>
      <Select
        aria-label={words.topic}
        data={(tree.data?.topics ?? []).map((topic) => ({
          value: topic.key,
          label: topicName(topic, locale),
        }))}
        value={condition.said}
        allowDeselect={false}
        searchable
        onChange={(said) => change({ ...condition, said: said ?? '' })}
      />
      <Select
        aria-label={words.feeling}
        data={(['any', 'positive', 'negative'] as const).map((value) => ({
          value,
          label: words.feelings[value],
        }))}
        value={condition.feeling}
        allowDeselect={false}
        onChange={(feeling) =>
          change({ ...condition, feeling: (feeling ?? 'any') as typeof condition.feeling })
        }
      />
      <Counted
        label={words.within}
        value={condition.withinDays}
        change={(withinDays) => change({ ...condition, withinDays })}
      />
    </>
  );
}

function TraitFields({ condition, change }: RowProps<Of<'trait'>>) {
  const { segments: words } = useWords();
  return (
    <>
      <Select
        aria-label={words.trait}
        data={segmentTraits.map((value) => ({ value, label: words.traits[value] ?? value }))}
        value={condition.trait}
        allowDeselect={false}
        onChange={(trait) => change({ ...condition, trait: trait ?? 'country' })}
      />
      <TagsInput
        aria-label={words.values}
        placeholder={condition.values.length === 0 ? words.valuesLike[condition.trait] : ''}
        value={condition.values}
        acceptValueOnBlur
        onChange={(values) => change({ ...condition, values })}
      />
    </>
  );
}

function Counted({
  label,
  value,
  change,
}: {
  label: string;
  value: number;
  change: (value: number) => void;
}) {
  return (
    <NumberInput
      aria-label={label}
      prefix={`${label}: `}
      value={value}
      min={1}
      max={3650}
      allowDecimal={false}
      onChange={(next) => change(Math.max(1, Math.round(Number(next) || 1)))}
    />
  );
}
