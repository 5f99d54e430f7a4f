import { Button } from '@mantine/core';
import { notice, takeBack } from './notice.ts';

/** Says what was done, with the way back beside it for ten seconds. */
export function noticeWithUndo(message: string, undoWord: string, undo: () => void): void {
  const id: string = notice(
    <span style={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 12 }}>
      {message}
      <Button
        variant="subtle"
        style={{ flex: 'none' }}
        onClick={() => {
          undo();
          takeBack(id);
        }}
      >
        {undoWord}
      </Button>
    </span>,
    { keepMs: 10_000 },
  );
}
