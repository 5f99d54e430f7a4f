import type { endpoints, ReplyReceived } from '@lyhord/contract';
import { useWords } from '../../words/index.ts';
import styles from './identity.module.css';
import { SummaryCard } from './summary-card.tsx';

/** What would change: the customers as they are, and as they would be. */
export function Preview({ preview }: { preview: ReplyReceived<typeof endpoints.previewMerge> }) {
  const { identity } = useWords();
  const sides = [
    { title: identity.decide.before, customers: preview.before },
    { title: identity.decide.after, customers: preview.after },
  ];
  return (
    <div className={styles.preview}>
      {sides.map(({ title, customers }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          {customers === preview.after && customers.length > 2 ? (
            <p>{identity.decide.pieces(customers.length)}</p>
          ) : null}
          {customers.map((summary) => (
            <SummaryCard key={`${summary.key}${summary.identifiers.length}`} summary={summary} />
          ))}
        </section>
      ))}
    </div>
  );
}
