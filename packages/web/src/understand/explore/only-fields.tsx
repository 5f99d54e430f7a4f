import type { Dimension } from '@lyhord/contract';
import { Select } from '@mantine/core';
import { useWords } from '../../words/index.ts';
import styles from './explore-screen.module.css';
import { type ExploreSearch, onlyFields } from './explore-search.ts';
import { useGroupChoices } from './use-group-choices.ts';

/** Which rows are counted: only those of a segment, at a touchpoint, in a channel, about a topic. */
export function OnlyFields({
  dimensions,
  search,
  change,
}: {
  /** What the metric can be split by can choose its rows, too. */
  dimensions: readonly Dimension[];
  search: ExploreSearch;
  change: (next: ExploreSearch) => void;
}) {
  const { explore: words } = useWords();
  const choices = useGroupChoices();
  const offered = onlyFields.filter((field) => {
    // who one was then is told of what was said, as the stage of life then is
    const dimension = field === 'segment_then' ? 'life_cycle_then' : field;
    return dimensions.includes(dimension) && (choices[field].length > 0 || search[field] !== undefined);
  });
  if (offered.length === 0) return null;
  return (
    <details className={styles.only} open={onlyFields.some((field) => search[field] !== undefined)}>
      <summary>{words.only}</summary>
      <div className={styles.fields}>
        {offered.map((field) => (
          <Select
            key={field}
            label={field === 'segment_then' ? words.segmentThen : words.dimensions[field]}
            data={choices[field]}
            value={search[field] ?? null}
            onChange={(value) => change({ [field]: value ?? undefined })}
            clearable
            searchable
            // a choice whose name has not come yet is not everybody
            placeholder={search[field] === undefined ? words.all : '…'}
          />
        ))}
      </div>
    </details>
  );
}
