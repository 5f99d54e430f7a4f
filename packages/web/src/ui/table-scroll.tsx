import type { ReactNode } from 'react';
import table from './table.module.css';

/** A wide table scrolls within itself and can be scrolled by keyboard; the page never moves sideways. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={table.scroll} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
