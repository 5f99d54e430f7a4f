import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { LinkButton } from '../ui/link-button.tsx';
import { WaitingRows } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useWords } from '../words/index.ts';
import styles from './screen-states.module.css';

export function ScreenTrouble({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <div className={styles.state}>
      <Trouble
        failure={error}
        again={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
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
