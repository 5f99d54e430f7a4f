import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../words/index.ts';
import styles from './copy-field.module.css';
import { copyText } from './copy-text.ts';

/** A text that is there to be copied: an address, a key. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const { ui } = useWords();
  const [copied, setCopied] = useState('');
  const done = copied === value;
  return (
    <div className={styles.field}>
      <input readOnly value={value} aria-label={label} onFocus={(event) => event.currentTarget.select()} />
      <Tooltip label={done ? ui.copied : ui.copy}>
        <ActionIcon
          onClick={() => void copyText(value).then((worked) => setCopied(worked ? value : ''))}
          aria-label={`${ui.copy}: ${label}`}
        >
          {done ? <IconCheck size={18} stroke={1.6} /> : <IconCopy size={18} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
