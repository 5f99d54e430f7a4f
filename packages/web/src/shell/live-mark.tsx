import { Tooltip } from '@mantine/core';
import { useLiveState } from '../client/live.ts';
import { useWords } from '../words/index.ts';
import styles from './live-mark.module.css';

export function LiveMark() {
  const { frame } = useWords();
  const state = useLiveState();
  return (
    <Tooltip label={frame.liveMeaning[state]}>
      <span className={styles.live} data-state={state} role="status">
        <span className={styles.dot} aria-hidden="true" />
        <span className={styles.word}>{frame.live[state]}</span>
      </span>
    </Tooltip>
  );
}
