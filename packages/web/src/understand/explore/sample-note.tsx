import { type Answer, endpoints } from '@lyhord/contract';
import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../client/call.ts';
import { keyOf } from '../../client/queries.ts';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';
import styles from './explore-screen.module.css';

/** Says that an answer is a sample, how far the exact count has come, and lets it be stopped. */
export function SampleNote({
  sample,
  counting,
  follow,
  stop,
  again,
}: {
  sample: NonNullable<Answer['sample']>;
  counting: boolean;
  /** The name by which the exact count is followed. */
  follow: string;
  stop: () => void;
  again: () => void;
}) {
  const { explore: words } = useWords();
  const format = useFormats();
  const seconds = useSeconds(counting);
  const share = useShare(counting, follow);
  return (
    <div className={`${styles.waiting} ${styles.sample}`}>
      <p role="status">
        {words.sampled(sample.oneIn)} {counting ? words.exactIn(seconds) : words.sampleOnly}{' '}
        {counting && share ? words.rowsRead(format.share(share.read), format.count(share.of)) : null}{' '}
        <Button variant="subtle" onClick={counting ? stop : again}>
          {counting ? words.stop : words.again}
        </Button>
      </p>
      {counting && share ? <Progress value={100 * share.read} aria-label={words.progress} /> : null}
    </div>
  );
}

/** The share of its rows that the count has read, and how many they are; null until it is known. */
function useShare(counting: boolean, follow: string): { read: number; of: number } | null {
  const input = { query: { follow } };
  const { data } = useQuery({
    queryKey: keyOf(endpoints.questionProgress, input),
    queryFn: ({ signal }) => call(endpoints.questionProgress, input, signal),
    enabled: counting,
    refetchInterval: 700,
  });
  if (!data?.of || data.rows === null) return null;
  return { read: Math.min(1, data.rows / data.of), of: data.of };
}

function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!running) return;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, [running]);
  return seconds;
}
