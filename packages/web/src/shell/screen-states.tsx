import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Empty } from '../ui/empty.tsx';
import { WaitingRows } from '../ui/loaded.tsx';
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

export function NotFound() {
  const { frame } = useWords();
  return (
    <div className={styles.state}>
      <Empty
        title={frame.notFoundTitle}
        actions={
          <Button component={Link} to="/">
            {frame.goHome}
          </Button>
        }
      >
        {frame.notFoundHint}
      </Empty>
    </div>
  );
}
