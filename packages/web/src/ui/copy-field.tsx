import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '../words/index.ts';
import styles from './copy-field.module.css';

/** A text that is there to be copied: an address, a key. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const { ui } = useWords();
  return (
    <div className={styles.field}>
      <input readOnly value={value} aria-label={label} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? ui.copied : ui.copy}>
            <ActionIcon onClick={copy} aria-label={`${ui.copy}: ${label}`}>
              {copied ? <IconCheck size={18} stroke={1.6} /> : <IconCopy size={18} stroke={1.6} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}
