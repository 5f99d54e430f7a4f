import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FeedSearch } from '../client/feed-search.ts';
import type { ScopeSearch } from '../client/scope.ts';
import styles from './rows-link.module.css';

/** A number that opens the rows behind it: the Feed with the same place, period and filters. */
export function RowsLink({
  show,
  children,
  label,
}: {
  show: FeedSearch & ScopeSearch;
  children: ReactNode;
  label?: string;
}) {
  return (
    <Link to="/feed" search={show} className={styles.rows} aria-label={label}>
      {children}
    </Link>
  );
}
