import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { Chip } from '../../ui/chip.tsx';
import { DownloadTable } from '../../ui/download.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { AnswerMark } from '../../ui/score-text.tsx';
import { useWords } from '../../words/index.ts';
import styles from './customers-screen.module.css';

type Row = ReplyReceived<typeof endpoints.findCustomers>['customers'][number];

/** Finding one customer by whatever is known of them. */
export function CustomersScreen() {
  const { unify, identity, accounts } = useWords();
  const words = unify.customers;
  const me = useMe();
  const { search = '' } = useSearch({ from: '/frame/customers' });
  const reply = useReply(endpoints.findCustomers, { query: { search, limit: 50 } });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <Link to="/accounts">{accounts.title}</Link>
          {may(me, endpoints.listMatches.roles) ? <Link to="/matches">{identity.queue.title}</Link> : null}
          <DownloadTable table="customers" />
        </>
      }
    >
      <div className={styles.body}>
        <SearchField search={search} />
        <Loaded reply={reply} waiting={<WaitingRows rows={8} height={56} />}>
          {({ customers }) =>
            customers.length === 0 ? (
              <Empty title={search ? words.notFound(search) : words.none}>
                {search ? words.notFoundHint : words.noneHint}
              </Empty>
            ) : (
              <>
                <h2 className={styles.head}>{search ? words.found(customers.length) : words.recent}</h2>
                <ul>
                  {customers.map((row) => (
                    <CustomerLine key={row.key} row={row} />
                  ))}
                </ul>
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

function SearchField({ search }: { search: string }) {
  const { unify } = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search);
  const seek = useDebouncedCallback(
    (words: string) =>
      void navigate({
        to: '/customers',
        search: (before) => ({ ...before, search: words.trim() || undefined }),
        replace: true,
      }),
    220,
  );
  return (
    <TextInput
      className={styles.search}
      type="search"
      autoFocus
      leftSection={<IconSearch size={18} stroke={1.6} />}
      placeholder={unify.customers.search}
      aria-label={unify.customers.search}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        seek(event.currentTarget.value);
      }}
    />
  );
}

function CustomerLine({ row }: { row: Row }) {
  const { unify, terms, act } = useWords();
  const format = useFormats();
  const words = unify.customers;
  const [first] = row.identifiers;
  return (
    <li className={styles.row}>
      <AnswerMark value={row.lastScore} question={row.lastQuestion} />
      <div className={styles.who}>
        <Link to="/customers/$customer" params={{ customer: row.key }}>
          {row.name ?? first?.value ?? words.anonymous}
        </Link>
        <small>
          {row.identifiers
            .slice(0, 2)
            .map(({ type, value }) =>
              row.name || type !== first?.type ? value : (terms.identifiers[type as 'email'] ?? type),
            )
            .join(', ')}
        </small>
      </div>
      <span className={styles.cell}>
        {row.values.map(({ currency, amountMinor }) => format.money(amountMinor, currency)).join(', ')}
        <small>{unify.customer.orders(row.orders)}</small>
      </span>
      <span className={styles.cell}>
        {row.lastSeenAt ? <Moment at={row.lastSeenAt} /> : null}
        <small>{words.lastSeen}</small>
      </span>
      <span className={styles.open}>
        {row.openCases > 0 ? (
          <Chip tone="accent">{`${row.openCases} ${act.cases.title.toLocaleLowerCase()}`}</Chip>
        ) : null}
      </span>
    </li>
  );
}
