import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../words/index.ts';
import styles from './loaded.module.css';
import { Trouble } from './trouble.tsx';

interface LoadedProps<T> {
  reply: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch' | 'isPlaceholderData'>;
  waiting?: ReactNode;
  children: (data: T) => ReactNode;
}

/** What a reply shows as: a skeleton before it, trouble in words when it failed, else its content. */
export function Loaded<T>({ reply, waiting, children }: LoadedProps<T>) {
  if (reply.data !== undefined) {
    return (
      <div className={styles.content} data-stale={reply.isPlaceholderData || undefined}>
        {children(reply.data)}
      </div>
    );
  }
  if (reply.error) return <Trouble failure={reply.error} again={() => void reply.refetch()} />;
  return <>{waiting ?? <WaitingRows />}</>;
}

export function WaitingRows({ rows = 6, height = 44 }: { rows?: number; height?: number }) {
  const { ui } = useWords();
  return (
    <div className={styles.rows} role="status" aria-label={ui.loading}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeleton rows have no identity
        <Skeleton key={row} height={height - 18} width={`${96 - ((row * 13) % 34)}%`} radius={6} />
      ))}
    </div>
  );
}

export function WaitingBlock({ height }: { height: number }) {
  const { ui } = useWords();
  return (
    <div role="status" aria-label={ui.loading}>
      <Skeleton height={height} radius={8} />
    </div>
  );
}
