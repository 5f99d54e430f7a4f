import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import styles from './discoveries.module.css';
import { EmergingWordList } from './emerging-words.tsx';
import { ThemeList } from './theme-list.tsx';

/** What nobody has defined: themes beside the topics, and words on the rise. */
export function Discoveries() {
  return (
    <div className={styles.columns}>
      <ThemeList />
      <EmergingWordList />
    </div>
  );
}

export function CompareButton({ label }: { label: string }) {
  return (
    <Button component={Link} to="/compare-words" variant="default" size="xs">
      {label}
    </Button>
  );
}
