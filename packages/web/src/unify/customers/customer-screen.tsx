import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { useParams } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import styles from './customer-screen.module.css';
import { CustomerSide } from './customer-side.tsx';
import { Timeline } from './timeline.tsx';

export type CustomerPage = ReplyReceived<typeof endpoints.readCustomer>;

/** One customer, one story: who they are on the left, what was said and done on the right. */
export function CustomerScreen() {
  const { unify } = useWords();
  const words = unify.customer;
  const { customer } = useParams({ from: '/frame/customers/$customer' });
  const reply = useReply(
    endpoints.readCustomer,
    { params: { id: customer }, query: { limit: 100 } },
    { keep: false },
  );
  const page = reply.data;
  return (
    <Page
      title={
        page ? (page.name ?? page.identifiers[0]?.value ?? unify.customers.anonymous) : unify.customers.title
      }
      back={<BackLink to="/customers">{words.back}</BackLink>}
    >
      <Loaded reply={reply} waiting={<WaitingRows rows={8} height={64} />}>
        {(page) => (
          <div className={styles.columns}>
            <CustomerSide customer={customer} page={page} />
            <Timeline customer={customer} page={page} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
