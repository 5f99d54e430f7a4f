import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  /** The screen's name. Stands small above the heading when `finding` says more. */
  title: string;
  finding?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  back?: ReactNode;
  children: ReactNode;
}

/** One screen: its name, what it found in words, and what it holds. */
export function Page({ title, finding, lead, actions, back, children }: PageProps) {
  useDocumentTitle(`${title} · Lyhörd`);
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <div className={styles.words}>
          {back}
          {finding ? <p className={styles.overline}>{title}</p> : null}
          <h1 tabIndex={-1}>{finding ?? title}</h1>
          {lead ? <div className={styles.lead}>{lead}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {children}
    </article>
  );
}

interface SectionProps {
  title: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
  id?: string;
}

export function Section({ title, hint, actions, children, className, id }: SectionProps) {
  return (
    <section className={[styles.section, className].filter(Boolean).join(' ')} id={id}>
      <header className={styles.sectionHead}>
        <div>
          <h2>{title}</h2>
          {hint ? <p className={styles.hint}>{hint}</p> : null}
        </div>
        {actions ? <div className={styles.sectionActions}>{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}
