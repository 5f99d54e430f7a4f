import { type KnownTotals, rfmClasses, weightedDimensions } from '@lyhord/contract';
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import form from '../../ui/form.module.css';
import { usePlaces } from '../../unify/place-tree.ts';
import { useLanguage } from '../../words/index.ts';
import { separatorsIn } from '../../words/numerals.ts';
import styles from './known-totals.module.css';

type Dimension = KnownTotals['dimension'];
interface List {
  dimension: Dimension;
  trait: string;
  rows: { category: string; total: number | null }[];
}
const mostLists = 4;

/** How many customers there are of each region, age, channel …: what answers can be weighted to. */
export function KnownTotalsFields({
  known,
  change,
}: {
  known: readonly KnownTotals[];
  change: (totals: KnownTotals[]) => void;
}) {
  const { words } = useLanguage();
  const { knownTotals } = words.settings;
  const [lists, setLists] = useState<List[]>(() => known.map(listOf));
  const set = (next: List[]) => {
    setLists(next);
    change(next.flatMap(totalsOf));
  };
  const free = weightedDimensions.filter((one) => !lists.some(({ dimension }) => dimension === one));
  return (
    <details open={known.length > 0}>
      <summary>{knownTotals.title}</summary>
      <p className={form.note}>{knownTotals.hint}</p>
      {lists.map((list, index) => (
        <ListFields
          key={list.dimension}
          list={list}
          free={free}
          change={(next) => set(lists.flatMap((one, at) => (at === index ? (next ?? []) : one)))}
        />
      ))}
      {lists.length < mostLists ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.6} />}
          onClick={() => set([...lists, { dimension: free[0]!, trait: '', rows: [emptyRow] }])}
        >
          {knownTotals.addList}
        </Button>
      ) : null}
    </details>
  );
}

const emptyRow = { category: '', total: null };

const listOf = ({ dimension, trait, totals }: KnownTotals): List => ({
  ...{ dimension, trait: trait ?? '' },
  rows: Object.entries(totals).map(([category, total]) => ({ category, total })),
});

/** What a row that was begun still needs; it is not kept until then. */
function lacks(rows: List['rows'], at: number, words: { nameIt: string; twice: string; howMany: string }) {
  const { category, total } = rows[at]!;
  const name = category.trim();
  const twice = name !== '' && rows.some((row, other) => other < at && row.category.trim() === name);
  return {
    category: name === '' && total !== null ? words.nameIt : twice ? words.twice : null,
    total: name !== '' && !total ? words.howMany : null,
  };
}

/** What is not whole yet is not kept. */
function totalsOf({ dimension, trait, rows }: List): KnownTotals[] {
  const whole = rows.flatMap(({ category, total }) =>
    category && total ? [[category, total] as const] : [],
  );
  if (whole.length === 0 || (dimension === 'trait' && !trait)) return [];
  return [
    {
      ...{ dimension, totals: Object.fromEntries(whole) },
      ...(dimension === 'trait' ? { trait } : {}),
    },
  ];
}

function ListFields({
  list,
  free,
  change,
}: {
  list: List;
  free: readonly Dimension[];
  change: (next: List | null) => void;
}) {
  const { locale, words } = useLanguage();
  const { knownTotals } = words.settings;
  const { dimensions } = words.explore;
  const categories = useCategories(list.dimension);
  const setRow = (at: number, next: Partial<List['rows'][number]>) =>
    change({ ...list, rows: list.rows.map((row, i) => (i === at ? { ...row, ...next } : row)) });
  return (
    <fieldset className={styles.list}>
      <legend className={styles.hidden}>{dimensions[list.dimension]}</legend>
      <div className={styles.row}>
        <Select
          label={knownTotals.by}
          data={[list.dimension, ...free].map((value) => ({ value, label: dimensions[value] }))}
          value={list.dimension}
          allowDeselect={false}
          onChange={(value) => change({ dimension: value as Dimension, trait: '', rows: [emptyRow] })}
        />
        {list.dimension === 'trait' ? (
          <TextInput
            label={knownTotals.trait}
            value={list.trait}
            maxLength={64}
            onChange={(event) => change({ ...list, trait: event.currentTarget.value.trim() })}
          />
        ) : (
          <span />
        )}
        <ActionIcon
          aria-label={`${words.ui.remove}: ${dimensions[list.dimension]}`}
          onClick={() => change(null)}
        >
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      {list.rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only known by where they stand while they are typed
        <div key={at} className={styles.row}>
          {categories ? (
            <Select
              aria-label={knownTotals.category}
              placeholder={knownTotals.category}
              data={categories.filter(
                ({ value }) => value === row.category || !list.rows.some((one) => one.category === value),
              )}
              value={row.category || null}
              searchable
              error={lacks(list.rows, at, knownTotals).category}
              onChange={(value) => setRow(at, { category: value ?? '' })}
            />
          ) : (
            <TextInput
              aria-label={knownTotals.category}
              placeholder={knownTotals.category}
              error={lacks(list.rows, at, knownTotals).category}
              value={row.category}
              maxLength={200}
              onChange={(event) => setRow(at, { category: event.currentTarget.value })}
            />
          )}
          <NumberInput
            aria-label={knownTotals.total}
            placeholder={knownTotals.total}
            value={row.total ?? ''}
            min={0}
            {...separatorsIn(locale)}
            error={lacks(list.rows, at, knownTotals).total}
            onChange={(value) => setRow(at, { total: value === '' ? null : Number(value) })}
          />
          <ActionIcon
            aria-label={`${words.ui.remove}: ${knownTotals.category} ${at + 1}`}
            onClick={() => change({ ...list, rows: list.rows.filter((_, i) => i !== at) })}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <Button variant="subtle" onClick={() => change({ ...list, rows: [...list.rows, emptyRow] })}>
        {knownTotals.addCategory}
      </Button>
    </fieldset>
  );
}

/** The categories of a dimension by name; null where they are written by hand. */
function useCategories(dimension: Dimension): { value: string; label: string }[] | null {
  const { locale, words } = useLanguage();
  const { nodes } = usePlaces(locale);
  const { terms, explore, segments } = words;
  if (dimension === 'place') {
    return nodes.map(({ place, path }) => ({
      value: place.id,
      label: [...path.slice(1), place.name].join(' › '),
    }));
  }
  const parts = (keys: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, segments.keys[key] ?? key]));
  const names: Partial<Record<Dimension, Readonly<Record<string, string>>>> = {
    touchpoint: terms.touchpoints,
    stage: explore.stages,
    channel: terms.channels,
    kind: terms.kinds,
    language: terms.languages,
    life_cycle: segments.stages,
    spend: parts(['fifth5', 'fifth4', 'fifth3', 'fifth2', 'fifth1']),
    buying: parts(rfmClasses),
  };
  const known = names[dimension];
  return known ? Object.entries(known).map(([value, label]) => ({ value, label })) : null;
}
