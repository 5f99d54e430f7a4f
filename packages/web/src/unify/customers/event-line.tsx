import type { endpoints, ReplyReceived } from '@lyhord/contract';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { Moment } from '../../ui/moment.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './customer-screen.module.css';

type Entry = ReplyReceived<typeof endpoints.readCustomer>['timeline'][number];
export type EventEntry = Extract<Entry, { type: 'event' }>;

/** Something that was done: what, where, for how much, and whether it came late. */
export function EventLine({ event }: { event: EventEntry }) {
  const { terms, unify } = useWords();
  const format = useFormats();
  const name = event.kind === 'custom' ? event.name : named(terms.events, event.kind);
  return (
    <div className={styles.event}>
      <p className={styles.eventHead}>
        <b>{name}</b>
        {event.amountMinor !== null && event.currency ? (
          <span>{format.money(event.amountMinor, event.currency)}</span>
        ) : null}
        {event.late ? <Chip tone="rust">{unify.customer.late}</Chip> : null}
        <span className={styles.dim}>{[event.placeName, event.reference].filter(Boolean).join(', ')}</span>
        <span className={styles.dim}>
          <Moment at={event.at} />
        </span>
      </p>
      {event.lines.length > 0 ? (
        <p className={styles.dim}>
          {event.lines
            .slice(0, 4)
            .map((line) =>
              line.quantity === 1 ? line.name : `${format.number(line.quantity)} × ${line.name}`,
            )
            .join(', ')}
          {event.lines.length > 4 ? ` (${unify.customer.lines(event.lines.length)})` : null}
        </p>
      ) : null}
    </div>
  );
}
