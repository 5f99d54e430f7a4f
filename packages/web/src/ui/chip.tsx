import type { ReactNode } from 'react';
import styles from './chip.module.css';
import type { Tone } from './tone.ts';

/** A small quiet label. */
export function Chip({
  children,
  tone = 'plain',
  title,
}: {
  children: ReactNode;
  tone?: Tone | 'accent';
  title?: string;
}) {
  return (
    <span className={styles.chip} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
