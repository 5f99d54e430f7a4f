import { endpoints } from '@lyhord/contract';
import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { replyQuery } from '../../client/queries.ts';
import { SignalLine } from '../../collect/signal/signal-line.tsx';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './customer-screen.module.css';
import type { CustomerPage } from './customer-screen.tsx';
import { EventLine } from './event-line.tsx';
import { TraitValue } from './trait-value.tsx';

type Entry = CustomerPage['timeline'][number];
type Show = 'all' | 'said' | 'done';
const pageLength = 100;

/** Everything said (round) and done (square), newest first, by month. */
export function Timeline({ customer, page }: { customer: string; page: CustomerPage }) {
  const { unify } = useWords();
  const words = unify.customer;
  const [show, setShow] = useState<Show>('all');
  const { entries, earlier } = useEarlier(customer, page);
  const shown = entries.filter(({ type }) => show === 'all' || (type === 'signal') === (show === 'said'));
  return (
    <Section title={words.timeline}>
      <div className={styles.tools}>
        <div className={styles.legend} aria-hidden="true">
          <span>
            <i data-said /> {words.said}
          </span>
          <span>
            <i /> {words.done}
          </span>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={words.filter}
          value={show}
          onChange={(value) => setShow(value as Show)}
          data={(['all', 'said', 'done'] as const).map((value) => ({ value, label: words.filters[value] }))}
        />
      </div>
      {page.partial && page.elsewhere.events + page.elsewhere.signals > 0 ? (
        <p className={styles.elsewhere}>{words.elsewhere(page.elsewhere.events, page.elsewhere.signals)}</p>
      ) : null}
      {shown.length === 0 ? <p className={styles.none}>{words.nothing}</p> : null}
      <Months entries={shown} />
      {earlier ? (
        <Button variant="default" onClick={earlier.load} loading={earlier.loading}>
          {words.more}
        </Button>
      ) : null}
    </Section>
  );
}

function Months({ entries }: { entries: readonly Entry[] }) {
  const format = useFormats();
  const months = new Map<string, Entry[]>();
  for (const entry of entries) {
    const month = `${entry.at.slice(0, 7)}-01`;
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, own]) => (
    <div key={month}>
      <h3 className={styles.month}>{format.longMonth(month)}</h3>
      <ul className={styles.line}>
        {own.map((entry) => (
          <li
            key={entry.type === 'signal' ? entry.signal.id : `${entry.at}${entry.kind}${entry.reference}`}
            className={styles.entry}
            data-type={entry.type}
          >
            <span className={styles.shape} aria-hidden="true" />
            {entry.type === 'signal' ? (
              <>
                <SignalLine signal={entry.signal} withCustomer={false} />
                <KnownThen traits={entry.knownThen} life={entry.lifeThen} />
              </>
            ) : (
              <EventLine event={entry} />
            )}
          </li>
        ))}
      </ul>
    </div>
  ));
}

type Said = Extract<Entry, { type: 'signal' }>;

/** Where the customer stood when this was said, and what was known of them then that is something else today. */
function KnownThen({ traits, life }: { traits: Said['knownThen']; life: Said['lifeThen'] }) {
  const { unify, profile } = useWords();
  const format = useFormats();
  if (traits.length === 0 && !life) return null;
  const words = unify.customer;
  const spent = life?.spent.map(({ currency, amountMinor }) => format.money(amountMinor, currency)) ?? [];
  const stood = life
    ? [
        named(profile.stagesThen, life.stage),
        ...(life.orders > 0 ? [words.orders(life.orders), ...spent] : []),
      ]
    : [];
  return (
    <p className={styles.knownThen}>
      {words.knownThen}: {stood.join(' · ')}
      {traits.map(({ name, value }, index) => (
        <span key={name}>
          {index > 0 || stood.length > 0 ? ' · ' : ''}
          {named(profile.traitNames, name)} <TraitValue name={name} value={value} />
        </span>
      ))}
    </p>
  );
}

/** The pages before the first one, asked for one at a time; the first stays live. */
function useEarlier(customer: string, page: CustomerPage) {
  const [before, setBefore] = useState<readonly string[]>([]);
  const last = before.at(-1);
  const pages = useQuery<Entry[][]>({
    queryKey: ['earlier', customer, before],
    enabled: before.length > 0,
    placeholderData: (kept) => kept,
    queryFn: async ({ signal }) => {
      const asked = before.map((moment) =>
        replyQuery(endpoints.readCustomer, {
          params: { id: customer },
          query: { before: moment, limit: pageLength },
        }).queryFn({ signal }),
      );
      return (await Promise.all(asked)).map(({ timeline }) => timeline);
    },
  });
  const older = pages.data ?? [];
  const entries = [...page.timeline, ...older.flat()];
  const lastPage = older.at(-1) ?? page.timeline;
  const oldest = entries.at(-1)?.at;
  const more = lastPage.length >= pageLength && oldest && oldest !== last;
  return {
    entries,
    earlier: more ? { load: () => setBefore((all) => [...all, oldest]), loading: pages.isFetching } : null,
  };
}
