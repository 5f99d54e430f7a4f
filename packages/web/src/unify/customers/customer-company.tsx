import { endpoints } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';

/** The companies that the customer acts for; nothing where there is none. */
export function CustomerCompanies({ customer }: { customer: string }) {
  const words = useWords().accounts;
  const format = useFormats();
  const { data } = useReply(endpoints.accountsOfCustomer, { params: { id: customer } }, { keep: false });
  if (!data || data.accounts.length === 0) return null;
  return (
    <Section title={words.actsFor}>
      <ul>
        {data.accounts.map(({ key, id, name, since }) => (
          <li key={key}>
            <Link to="/accounts/$account" params={{ account: key }}>
              {name ?? id}
            </Link>
            <small>{words.since(format.fullDay(since))}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
