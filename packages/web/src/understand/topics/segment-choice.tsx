import { endpoints } from '@lyhord/contract';
import { Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { type Scope, scopeQuery, useScope } from '../../client/scope.ts';
import { useWords } from '../../words/index.ts';
import styles from './segment-choice.module.css';

/** The kept segment by whose comments the topics are shown. */
export const useSegment = (): string | undefined =>
  (useSearch({ strict: false }) as { segment?: string }).segment;

/** Place, period, metric and segment, as a topic is asked for. */
export function useTopicScope(): Scope & { segment?: string } {
  const segment = useSegment();
  return { ...scopeQuery(useScope()), ...(segment ? { segment } : {}) };
}

/** Whose comments: everybody's, or those of a kept segment; nothing where none is kept. */
export function SegmentChoice() {
  const { explore } = useWords();
  const navigate = useNavigate();
  const segment = useSegment();
  const { data } = useReply(endpoints.listSegments);
  const kept = data?.segments ?? [];
  if (kept.length === 0 && segment === undefined) return null;
  return (
    <Select
      className={styles.choice}
      aria-label={explore.dimensions.segment}
      placeholder={segment === undefined ? explore.everybody : '…'}
      data={kept.map(({ id, name }) => ({ value: id, label: name }))}
      value={segment ?? null}
      onChange={(value) =>
        void navigate({
          to: '.',
          search: (before: Record<string, unknown>) => ({ ...before, segment: value ?? undefined }),
        } as never)
      }
      clearable
      searchable={kept.length > 8}
    />
  );
}
