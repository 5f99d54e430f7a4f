import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { LiveContext, useLive } from '../client/live.ts';
import { useMe } from '../client/session.ts';
import { useLanguage } from '../words/index.ts';
import { BottomBar } from './bottom-bar.tsx';
import styles from './frame.module.css';
import { OfflineNote } from './offline-note.tsx';
import { Rail } from './rail.tsx';
import { SearchPalette } from './search-palette-lazy.tsx';
import { TopBar } from './top-bar.tsx';

/** Everything around a screen: doors, place and period, search, the live mark. */
export function Frame() {
  const live = useLive();
  const { words } = useLanguage();
  const [searching, setSearching] = useState(false);
  const main = useRef<HTMLElement>(null);
  useMyLanguage();
  useFocusOnNewScreen(main);
  return (
    <LiveContext value={live}>
      <a className={styles.skip} href="#content">
        {words.frame.skip}
      </a>
      <div className={styles.frame}>
        <Rail />
        <div className={styles.column}>
          <TopBar search={() => setSearching(true)} />
          <OfflineNote state={live} />
          <main className={styles.content} id="content" ref={main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <BottomBar />
      </div>
      <SearchPalette opened={searching} setOpened={setSearching} />
    </LiveContext>
  );
}

/** The language of the person who signed in wins over what the browser said; a choice on screen wins over both. */
function useMyLanguage(): void {
  const wished = useMe().locale;
  const { locale, speak } = useLanguage();
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current === wished) return;
    followed.current = wished;
    if (wished !== locale) void speak(wished);
  }, [wished, locale, speak]);
}

/** Readers with a screen reader land at the new screen's heading, not at the door they pressed. */
function useFocusOnNewScreen(main: React.RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the path changes
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
  }, [path]);
}
