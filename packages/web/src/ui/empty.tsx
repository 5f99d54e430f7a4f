import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** Nothing here yet: says why, what would fill it, and has the action in place. */
export function Empty({
  title,
  children,
  actions,
  small,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  small?: boolean;
}) {
  return (
    <div className={styles.empty} data-small={small || undefined}>
      {small ? null : <Waves />}
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.text}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}

function Waves() {
  return (
    <svg className={styles.waves} viewBox="0 0 64 40" width="64" height="40" aria-hidden="true">
      <path d="M6 36a6 6 0 0 1 6-6" />
      <path d="M6 26a16 16 0 0 1 16 10" />
      <path d="M6 16a26 26 0 0 1 26 20" />
      <path d="M6 6a36 36 0 0 1 36 30" />
    </svg>
  );
}
