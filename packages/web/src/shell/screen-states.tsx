import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLiveState } from '../client/live.ts';
import { Problem } from '../client/problem.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { WaitingRows } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useWords } from '../words/index.ts';
import styles from './screen-states.module.css';

/** How browsers say that the code of a screen could not be fetched: nobody answers, or a newer version has other files. */
const notFetched = /dynamically imported module|importing a module script failed|unable to preload/i;

export function ScreenTrouble({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  const failure = error instanceof Error && notFetched.test(error.message) ? Problem.offline() : error;
  useNewVersion(failure === error ? null : String(error));
  useReturn(failure instanceof Problem && failure.code === 'offline' ? again : null, failure !== error);
  return (
    <div className={styles.state}>
      <Trouble failure={failure} again={failure === error ? again : () => void openAnew()} />
    </div>
  );
}

/** Opens the address from the server again, once it answers; until then what stands here stays. */
async function openAnew(): Promise<void> {
  const answered = await fetch(location.pathname).then(
    ({ ok }) => ok,
    () => false,
  );
  if (answered) location.reload();
}

/** Once the server is back, what could not be loaded is asked for again, without anybody pressing anything. */
function useReturn(again: (() => void) | null, fetchAnew: boolean): void {
  const live = useLiveState();
  const before = useRef(live);
  useEffect(() => {
    const back = before.current !== 'live' && live === 'live';
    before.current = live;
    if (!back || again === null) return;
    if (fetchAnew) void openAnew();
    else again();
  }, [live, again, fetchAnew]);
}

/** Where the server answers but no longer has the file, the page is opened anew, once for each file. */
function useNewVersion(missing: string | null): void {
  useEffect(() => {
    if (missing === null || sessionStorage.getItem(missing)) return;
    sessionStorage.setItem(missing, 'opened anew');
    void openAnew();
  }, [missing]);
}

export function ScreenWaiting() {
  return (
    <div className={styles.state}>
      <WaitingRows rows={7} />
    </div>
  );
}

/** An address that leads nowhere. Stands by itself: who is signed in need not be known. */
export function NotFound() {
  const { frame } = useWords();
  return (
    <main className={styles.state}>
      <Page title={frame.notFoundTitle} lead={frame.notFoundHint}>
        <div>
          <LinkButton to="/">{frame.goHome}</LinkButton>
        </div>
      </Page>
    </main>
  );
}
