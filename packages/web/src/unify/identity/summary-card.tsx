import type { endpoints, ReplyReceived } from '@lyhord/contract';
import { useFormats } from '../../ui/format.ts';
import { named, useWords } from '../../words/index.ts';
import styles from './identity.module.css';

export type Summary = ReplyReceived<typeof endpoints.previewMerge>['before'][number];

/** Enough for two customers with an identifier of each kind. */
const mostShown = 16;

/** One customer in short: who, how much, and what was heard. */
export function SummaryCard({ summary }: { summary: Summary }) {
  const { unify, identity, terms } = useWords();
  const format = useFormats();
  const money = summary.values
    .map(({ currency, amountMinor }) => format.money(amountMinor, currency))
    .join(', ');
  const more = summary.identifiers.length - mostShown;
  return (
    <div className={styles.card}>
      <b>{summary.name ?? summary.identifiers[0]?.value ?? unify.customers.anonymous}</b>
      <ul>
        {summary.identifiers.slice(0, mostShown).map(({ key, type, value }) => (
          <li key={key}>
            <small>{named(terms.identifiers, type)}</small> {value}
          </li>
        ))}
        {more > 0 ? <li>{identity.decide.more(format.count(more))}</li> : null}
      </ul>
      <p>
        {[money, unify.customer.orders(summary.orders)].filter(Boolean).join(', ')}
        <small>
          {identity.decide.events(summary.events)}, {identity.decide.signals(summary.signals)}
        </small>
      </p>
    </div>
  );
}
