import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { useWords } from '../words/index.ts';
import { LiveMark } from './live-mark.tsx';
import { MeMenu } from './me-menu.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { PlacePicker } from './place-picker.tsx';
import styles from './top-bar.module.css';

/** Screens that neither a place nor a period says anything about. */
const unscoped = /^\/(settings|surveys|start|customers|accounts)/;

export function TopBar({ search }: { search: () => void }) {
  const { frame } = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <header className={styles.top}>
      <div className={styles.scope}>
        {unscoped.test(path) ? null : (
          <>
            <PlacePicker />
            <PeriodPicker />
          </>
        )}
      </div>
      <button type="button" className={styles.search} onClick={search} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={17} stroke={1.6} aria-hidden="true" />
        <span>{frame.search}</span>
        <kbd>⌘K</kbd>
      </button>
      <ActionIcon className={styles.searchIcon} onClick={search} aria-label={frame.search}>
        <IconSearch size={20} stroke={1.6} />
      </ActionIcon>
      <LiveMark />
      <MeMenu />
    </header>
  );
}
