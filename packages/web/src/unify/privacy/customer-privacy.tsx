import { endpoints } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '../../client/call.ts';
import { useDeed } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { AskByName } from '../../ui/ask-by-name.tsx';
import { notice } from '../../ui/notice.ts';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { CustomerConsents } from './customer-consents.tsx';
import styles from './privacy.module.css';

/** Copies for the customer, and erasure; for those who look after privacy. */
export function CustomerPrivacy({ customer, name }: { customer: string; name: string }) {
  const words = useWords().privacy.customer;
  const me = useMe();
  const go = useNavigate();
  const [asking, setAsking] = useState(false);
  const erase = useDeed(endpoints.eraseCustomer, {
    refreshes: [endpoints.listPrivacyRequests, endpoints.findCustomers],
    onDone() {
      notice(words.begun);
      void go({ to: '/settings/$section', params: { section: 'privacy' } });
    },
  });
  if (!may(me, ['admin'])) return null;
  const copy = (format: 'json' | 'html') =>
    addressOf(endpoints.exportCustomer, { params: { id: customer }, query: { format } });
  return (
    <Section title={words.title}>
      <CustomerConsents customer={customer} />
      <div className={styles.buttons}>
        <Button component="a" href={copy('html')} download variant="default" size="compact-md">
          {words.copyHtml}
        </Button>
        <Button component="a" href={copy('json')} download variant="default" size="compact-md">
          {words.copyJson}
        </Button>
        <Button variant="subtle" color="orange" size="compact-md" onClick={() => setAsking(true)}>
          {words.erase}
        </Button>
      </div>
      <AskByName
        opened={asking}
        close={() => setAsking(false)}
        title={words.eraseTitle}
        explains={words.eraseExplains}
        name={name}
        deed={words.eraseDeed}
        run={() => erase.mutate({ params: { id: customer }, body: {} })}
        running={erase.isPending}
        failure={erase.error}
      />
    </Section>
  );
}
