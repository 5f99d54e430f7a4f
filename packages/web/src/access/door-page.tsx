import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Wordmark } from '../shell/wordmark.tsx';
import { type LocaleKey, localeNames, useLanguage } from '../words/index.ts';
import styles from './door-page.module.css';

/** A page before the frame: signing in, a new password, an invitation. */
export function DoorPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const { locale, speak } = useLanguage();
  useDocumentTitle(`${title} · Lyhörd`);
  return (
    <div className={styles.door}>
      <Waves />
      <main className={styles.panel}>
        <Wordmark large />
        <div className={styles.head}>
          <h1>{title}</h1>
          {lead ? <p>{lead}</p> : null}
        </div>
        {children}
      </main>
      <footer className={styles.languages}>
        {(Object.keys(localeNames) as LocaleKey[]).map((key) => (
          <button
            key={key}
            type="button"
            lang={key}
            aria-pressed={key === locale}
            onClick={() => void speak(key)}
          >
            {localeNames[key]}
          </button>
        ))}
      </footer>
    </div>
  );
}

function Waves() {
  return (
    <svg
      className={styles.waves}
      viewBox="0 0 800 800"
      preserveAspectRatio="xMinYMax slice"
      aria-hidden="true"
    >
      {Array.from({ length: 11 }, (_, ring) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a drawing
        <circle key={ring} cx="0" cy="800" r={120 + ring * 78} />
      ))}
    </svg>
  );
}
