import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useReply } from '../../client/queries.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import list from '../customers/customers-screen.module.css';
import styles from './accounts.module.css';

type Row = ReplyReceived<typeof endpoints.listAccounts>['accounts'][number];

/** Finding one company by its name or number. */
export function AccountsScreen() {
  const { accounts: words, unify } = useWords();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 220);
  const reply = useReply(endpoints.listAccounts, { query: { search, limit: 50 } });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={<BackLink to="/customers">{unify.customers.title}</BackLink>}
    >
      <div className={list.body}>
        <TextInput
          className={list.search ?? ''}
          type="search"
          leftSection={<IconSearch size={18} stroke={1.6} />}
          placeholder={words.search}
          aria-label={words.search}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Loaded reply={reply} waiting={<WaitingRows rows={8} height={56} />}>
          {({ accounts }) =>
            accounts.length === 0 ? (
              <Empty title={search ? words.notFound(search) : words.none}>
                {search ? words.notFoundHint : words.noneHint}
              </Empty>
            ) : (
              <>
                <h2 className={list.head}>{search ? words.found(accounts.length) : words.recent}</h2>
                <ul>
                  {accounts.map((row) => (
                    <AccountLine key={row.key} row={row} />
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

function AccountLine({ row }: { row: Row }) {
  const { accounts: words, unify } = useWords();
  const format = useFormats();
  return (
    <li className={styles.row}>
      <div className={list.who}>
        <Link to="/accounts/$account" params={{ account: row.key }}>
          {row.name ?? row.id}
        </Link>
        <small>{[row.name ? row.id : null, words.people(row.people)].filter(Boolean).join(', ')}</small>
      </div>
      <span className={list.cell}>
        {row.values.map(({ currency, amountMinor }) => format.money(amountMinor, currency)).join(', ')}
        <small>{unify.customer.orders(row.orders)}</small>
      </span>
      <span className={styles.when}>{row.lastAt ? <Moment at={row.lastAt} /> : null}</span>
    </li>
  );
}
