import type { endpoints, ReplyReceived } from '@lyhord/contract';
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import form from '../../ui/form.module.css';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import styles from './identity.module.css';
import { Preview } from './preview.tsx';

interface DecideFormProps {
  children: ReactNode;
  preview: ReplyReceived<typeof endpoints.previewMerge> | undefined;
  deed: string;
  decide: (reason: string) => void;
  running: boolean;
  failure: unknown;
  close: () => void;
}

/** What is chosen, what would change, why, and the button. */
export function DecideForm({ children, preview, deed, decide, running, failure, close }: DecideFormProps) {
  const { identity, ui } = useWords();
  const words = identity.decide;
  const [reason, setReason] = useState('');
  const changes = preview !== undefined && preview.before.length !== preview.after.length;
  return (
    <form
      className={`${form.form} ${form.wide}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (changes && reason.trim() !== '') decide(reason.trim());
      }}
    >
      {children}
      {preview ? <Preview preview={preview} /> : null}
      {preview && !changes ? <p className={styles.dim}>{words.noChange}</p> : null}
      <TextInput
        label={words.reason}
        required
        description={words.reasonHint}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p className={styles.dim}>{words.undoHint}</p>
      <FormTrouble failure={failure} />
      <div className={form.buttons}>
        <Button variant="default" onClick={close}>
          {ui.cancel}
        </Button>
        <Button type="submit" disabled={!changes || reason.trim() === ''} loading={running}>
          {deed}
        </Button>
      </div>
    </form>
  );
}
