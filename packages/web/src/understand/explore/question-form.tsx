import { type Dimension, endpoints, type MetricKey } from '@lyhord/contract';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useReply } from '../../client/queries.ts';
import { useWords } from '../../words/index.ts';
import styles from './explore-screen.module.css';
import { byTrait, canShrink, type ExploreSearch } from './explore-search.ts';
import { OnlyFields } from './only-fields.tsx';
import { useGroupChoices } from './use-group-choices.ts';

interface QuestionFormProps {
  metric: MetricKey;
  search: ExploreSearch;
  change: (next: ExploreSearch) => void;
  /** Whether the workspace knows totals that answers can be weighted to. */
  totalsKnown: boolean;
}

/** What to count, by what, of which rows, and against what. */
export function QuestionForm({ metric, search, change, totalsKnown }: QuestionFormProps) {
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
      <CompareFields metric={metric} dimensions={known?.dimensions ?? []} search={search} change={change} />
      <OnlyFields dimensions={known?.dimensions ?? []} search={search} change={change} />
      <div className={styles.switches}>
        <Checkbox
          label={words.shrink}
          checked={canShrink(search) && (search.shrink ?? false)}
          disabled={!canShrink(search)}
          onChange={(event) => change({ shrink: event.currentTarget.checked || undefined })}
        />
        {known?.weighable ? (
          <Checkbox
            label={words.weigh}
            description={totalsKnown ? undefined : words.noTotals}
            checked={totalsKnown && canShrink(search) && (search.weigh ?? false)}
            disabled={!totalsKnown || !canShrink(search)}
            onChange={(event) => change({ weigh: event.currentTarget.checked || undefined })}
          />
        ) : null}
      </div>
    </form>
  );
}

const timed: ReadonlySet<Dimension> = new Set(['day', 'week', 'month']);

/** Against the period before, the goal, a place or a segment; never against what the rows are split by. */
function CompareFields({
  metric,
  dimensions,
  search,
  change,
}: Pick<QuestionFormProps, 'metric' | 'search' | 'change'> & { dimensions: readonly Dimension[] }) {
  const { explore: words } = useWords();
  const groups = useGroupChoices();
  const split = [search.by, search.and];
  const able = {
    before: !split.some((one) => one && timed.has(one)),
    target: metric === 'nps',
    place: !split.includes('place'),
    segment: dimensions.includes('segment') && !split.includes('segment') && groups.segment.length > 0,
  };
  const offered = (['before', 'target', 'place', 'segment'] as const).filter((one) => able[one]);
  const { compare } = search;
  const other = compare === 'place' || compare === 'segment' ? compare : null;
  return (
    <>
      <Select
        label={words.compare}
        data={offered.map((value) => ({ value, label: words.comparisons[value] }))}
        value={compare && able[compare] ? compare : null}
        onChange={(value) =>
          change({ compare: (value ?? undefined) as ExploreSearch['compare'], against: undefined })
        }
        clearable
        placeholder={words.nothing}
      />
      {other && able[other] ? (
        <Select
          label={words.against[other]}
          data={groups[other]}
          value={search.against ?? null}
          onChange={(value) => change({ against: value ?? undefined })}
          searchable
          placeholder={words.choose}
        />
      ) : null}
    </>
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
      description={words.traitHint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={64}
      defaultValue={search.trait ?? ''}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget.value);
      }}
    />
  );
}
