import { endpoints } from '@lyhord/contract';
import { useReply } from '../../client/queries.ts';
import { scopeQuery, useScope } from '../../client/scope.ts';
import { SignalLine } from '../../collect/signal/signal-line.tsx';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import styles from './topic-screen.module.css';

/** What many say alike, once for all of them; nothing where nobody repeats anybody. */
export function AlikeComments({ topic }: { topic: string }) {
  const { discover } = useWords();
  const words = discover.alike;
  const format = useFormats();
  const { data } = useReply(endpoints.alikeComments, {
    params: { id: topic },
    query: scopeQuery(useScope()),
  });
  if (!data || data.groups.length === 0) return null;
  return (
    <Section title={words.title} hint={words.hint(format.count(data.read))}>
      <ul className={styles.quotes}>
        {data.groups.map(({ kind, comments, example, places }) => (
          <li key={example.id} className={styles.alike}>
            <h3>{words[kind](comments)}</h3>
            <SignalLine signal={example} lines={3} withPlace={false} withCustomer={false} />
            {places.length > 0 ? (
              <small>{places.map(({ name, comments: n }) => `${name} ${format.count(n)}`).join(', ')}</small>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
