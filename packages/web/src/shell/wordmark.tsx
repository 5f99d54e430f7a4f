import styles from './wordmark.module.css';

/** Three waves reaching an ear: the mark, and the name beside it. */
export function Wordmark({ large }: { large?: boolean }) {
  return (
    <span className={styles.wordmark} data-large={large || undefined}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M5 19.5a3 3 0 0 1 0-6" />
        <path d="M5 8.5a8 8 0 0 1 8 8 8 8 0 0 1-.6 3" />
        <path d="M5 3.5a13 13 0 0 1 13 13 13 13 0 0 1-.4 3" />
      </svg>
      Lyhörd
    </span>
  );
}
