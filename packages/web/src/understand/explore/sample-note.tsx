import type { Answer } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../../words/index.ts';
import styles from './explore-screen.module.css';

/** Says that an answer is a sample, how long the exact count has run, and lets it be stopped. */
export function SampleNote({
  sample,
  counting,
  stop,
  again,
}: {
  sample: NonNullable<Answer['sample']>;
  counting: boolean;
  stop: () => void;
  again: () => void;
}) {
  const { explore: words } = useWords();
  const seconds = useSeconds(counting);
  return (
    <p className={styles.waiting} role="status">
      {words.sampled(sample.oneIn)} {counting ? words.exactIn(seconds) : words.sampleOnly}{' '}
      <Button variant="subtle" onClick={counting ? stop : again}>
        {counting ? words.stop : words.again}
      </Button>
    </p>
  );
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
