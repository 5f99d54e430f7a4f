import { endpoints, type HouseholdMember } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDeed, useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { Section } from '../../ui/page.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import styles from './customer-household.module.css';

/** Who lives with the customer, with what speaks for it and the way to say so; nothing where nobody is known. */
export function CustomerHousehold({ customer }: { customer: string }) {
  const words = useWords().accounts.household;
  const { data } = useReply(endpoints.readHousehold, { params: { id: customer } }, { keep: false });
  if (!data || data.members.length === 0) return null;
  return (
    <Section title={words.title} hint={words.hint}>
      <ul>
        {data.members.map((member) => (
          <Member key={member.key} customer={customer} member={member} />
        ))}
      </ul>
    </Section>
  );
}

function Member({ customer, member }: { customer: string; member: HouseholdMember }) {
  const { accounts, unify } = useWords();
  const words = accounts.household;
  const me = useMe();
  const say = useDeed(endpoints.changeHousehold, { refreshes: [endpoints.readHousehold] });
  const { key, name, known, state, shares, said } = member;
  const tell = (together: boolean) => say.mutate({ params: { id: customer }, body: { with: key, together } });
  const evidence =
    shares.length === 0 ? '' : [words.lastName, ...shares.map((one) => words.shares[one])].join(', ');
  return (
    <li>
      <Link to="/customers/$customer" params={{ customer: key }}>
        {name ?? known ?? unify.customers.anonymous}
      </Link>
      <small>{state === 'together' ? words.together(said?.by ?? '') : `${words.proposed} ${evidence}`}</small>
      {said?.reason ? <small>{said.reason}</small> : null}
      {may(me, endpoints.changeHousehold.roles) ? (
        <span className={styles.deeds}>
          {state === 'proposed' ? (
            <Button size="compact-sm" variant="default" loading={say.isPending} onClick={() => tell(true)}>
              {words.yes}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="subtle" onClick={() => tell(false)}>
            {words.no}
          </Button>
        </span>
      ) : null}
      <FormTrouble failure={say.error} />
    </li>
  );
}
