import { endpoints } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useDeed } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';
import styles from './customer-now.module.css';
import type { CustomerPage } from './customer-screen.tsx';

/** Whether the customer is a key customer, and the deed to say so. */
export function KeyCustomerMark({ page }: { page: CustomerPage }) {
  const words = useWords().profile.key;
  const format = useFormats();
  const me = useMe();
  const { keyCustomer } = page;
  const mark = useDeed(endpoints.markKeyCustomer, {
    refreshes: [endpoints.readCustomer, endpoints.listAudit],
  });
  const decides = may(me, endpoints.markKeyCustomer.roles);
  if (!decides && keyCustomer === null) return null;
  return (
    <div className={styles.stage}>
      {keyCustomer ? (
        <>
          <Chip tone="accent">{words.marked}</Chip>
          <small>
            {words.since(keyCustomer.by)}, {format.when(keyCustomer.since)}
          </small>
        </>
      ) : null}
      {decides ? (
        <Button
          variant="default"
          size="compact-md"
          title={words.means}
          loading={mark.isPending}
          onClick={() => mark.mutate({ params: { id: page.key }, body: { key: keyCustomer === null } })}
        >
          {keyCustomer ? words.unmark : words.mark}
        </Button>
      ) : null}
    </div>
  );
}
