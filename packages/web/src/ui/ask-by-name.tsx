import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/index.ts';
import styles from './form.module.css';
import { FormTrouble } from './trouble.tsx';

interface AskByNameProps {
  opened: boolean;
  close: () => void;
  title: string;
  explains: string;
  name: string;
  deed: string;
  run: () => void;
  running?: boolean;
  failure?: unknown;
}

/** Before something that cannot be undone: the reader writes the name of what it is done to. */
export function AskByName({
  opened,
  close,
  title,
  explains,
  name,
  deed,
  run,
  running,
  failure,
}: AskByNameProps) {
  const { ui } = useWords();
  const [typed, setTyped] = useState('');
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': ui.close }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === name) run();
        }}
      >
        <p>{explains}</p>
        <TextInput
          label={ui.typeToConfirm(name)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <FormTrouble failure={failure} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={close}>
            {ui.cancel}
          </Button>
          <Button type="submit" color="orange" disabled={typed.trim() !== name} loading={running}>
            {deed}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
