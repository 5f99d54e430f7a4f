import { type Dimension, endpoints, type MetricKey } from '@lyhord/contract';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useReply } from '../../client/queries.ts';
import { useWords } from '../../words/index.ts';
import styles from './explore-screen.module.css';
import { byTrait, canShrink, type ExploreSearch } from './explore-search.ts';

interface QuestionFormProps {
  metric: MetricKey;
  search: ExploreSearch;
  change: (next: ExploreSearch) => void;
}

/** What to count, by what, and against what. */
export function QuestionForm({ metric, search, change }: QuestionFormProps) {
  const { explore: words, terms } = useWords();
  const { data } = useReply(endpoints.listMetrics);
  const metrics = data?.metrics ?? [];
  const known = metrics.find(({ key }) => key === metric);
  const choices = (about: 'experience' | 'operations') => ({
    group: words.about[about],
    items: metrics
      .filter((one) => one.about === about)
      .map(({ key }) => ({ value: key, label: terms.metrics[key] })),
  });
  const dimensions = (known?.dimensions ?? []).map((value) => ({ value, label: words.dimensions[value] }));
  const choose = (key: 'by' | 'and') => (value: string | null) =>
    change({ [key]: (value ?? undefined) as Dimension | undefined });
  const comparable = search.by === undefined || !['day', 'week', 'month'].includes(search.by);
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <Select
        label={words.metric}
        data={[choices('experience'), choices('operations')]}
        value={metric}
        onChange={(value) =>
          change({ ask: (value ?? undefined) as MetricKey | undefined, by: undefined, and: undefined })
        }
        allowDeselect={false}
        searchable
      />
      <Select
        label={words.by}
        data={dimensions}
        value={search.by ?? null}
        onChange={choose('by')}
        clearable
        placeholder={words.nothing}
      />
      <Select
        label={words.and}
        data={dimensions.filter(({ value }) => value !== search.by)}
        value={search.and ?? null}
        onChange={choose('and')}
        clearable
        disabled={search.by === undefined}
        placeholder={words.nothing}
      />
      {byTrait(search) ? <TraitField search={search} change={change} /> : null}
      <Select
        label={words.compare}
        data={[
          { value: 'before', label: words.before },
          ...(metric === 'nps' ? [{ value: 'target', label: words.target }] : []),
        ]}
        value={search.compare ?? null}
        onChange={(value) => change({ compare: (value ?? undefined) as ExploreSearch['compare'] })}
        clearable
        disabled={!comparable}
        placeholder={words.nothing}
      />
      <Checkbox
        className={styles.shrink}
        label={words.shrink}
        checked={canShrink(search) && (search.shrink ?? false)}
        disabled={!canShrink(search)}
        onChange={(event) => change({ shrink: event.currentTarget.checked || undefined })}
      />
    </form>
  );
}

/** Asked when the name is whole: on leaving the field or by Enter. */
function TraitField({ search, change }: Pick<QuestionFormProps, 'search' | 'change'>) {
  const { explore: words } = useWords();
  const take = (value: string) => change({ trait: value.trim() || undefined });
  return (
    <TextInput
      key={search.trait}
      label={words.traitAsked}
      placeholder="tier"
      maxLength={64}
      defaultValue={search.trait ?? ''}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget.value);
      }}
    />
  );
}
