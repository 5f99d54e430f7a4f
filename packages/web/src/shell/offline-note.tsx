import { IconPlugConnectedX } from '@tabler/icons-react';
import type { LiveState } from '../client/live.ts';
import { useWords } from '../words/index.ts';
import styles from './offline-note.module.css';

export function OfflineNote({ state }: { state: LiveState }) {
  const { frame } = useWords();
  if (state !== 'offline' && state !== 'unanswered') return null;
  return (
    <p className={styles.note} role="status">
      <IconPlugConnectedX size={18} stroke={1.6} aria-hidden="true" />
      {state === 'offline' ? frame.offlineNote : frame.unansweredNote}
    </p>
  );
}
