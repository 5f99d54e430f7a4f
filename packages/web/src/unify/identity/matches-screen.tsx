import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDeed, useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './identity.module.css';
import { SummaryCard } from './summary-card.tsx';

type Match = ReplyReceived<typeof endpoints.listMatches>['matches'][number];

/** Pairs that look like one customer, side by side; a person decides. */
export function MatchesScreen() {
  const { identity, unify } = useWords();
  const words = identity.queue;
  const me = useMe();
  const reply = useReply(endpoints.listMatches, { query: { limit: 25 } }, { refetchInterval: 20_000 });
  const look = useDeed(endpoints.findMatches);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={<BackLink to="/customers">{unify.customers.title}</BackLink>}
      actions={
        may(me, endpoints.findMatches.roles) ? (
          <Button variant="default" onClick={() => look.mutate({ body: {} })} loading={look.isPending}>
            {words.look}
          </Button>
        ) : null
      }
    >
      {look.isSuccess ? <p role="status">{words.looking}</p> : null}
      <FormTrouble failure={look.error} />
      <Loaded reply={reply} waiting={<WaitingRows rows={4} height={160} />}>
        {({ matches, waiting }) =>
          matches.length === 0 ? (
            <Empty title={words.empty}>{words.emptyHint}</Empty>
          ) : (
            <>
              <p className={styles.dim}>{words.waiting(waiting)}</p>
              <ul className={styles.queue}>
                {matches.map((match) => (
                  <MatchPair key={match.id} match={match} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function MatchPair({ match }: { match: Match }) {
  const { identity } = useWords();
  const words = identity.queue;
  const format = useFormats();
  const decide = useDeed(endpoints.decideMatch, {
    refreshes: [endpoints.listMatches, endpoints.findCustomers, endpoints.readCustomer],
  });
  const say = (decision: 'same' | 'different') =>
    decide.mutate({ params: { id: match.id }, body: { decision } });
  return (
    <li className={styles.pair}>
      <div className={styles.sides}>
        {[match.a, match.b].map((summary) => (
          <div key={summary.key}>
            <SummaryCard summary={summary} />
            <Link to="/customers/$customer" params={{ customer: summary.key }}>
              {words.open}
            </Link>
          </div>
        ))}
      </div>
      <Evidence evidence={match.evidence} />
      <FormTrouble failure={decide.error} />
      <div className={styles.verdict}>
        <span>
          {words.probability} <b>{format.share(match.probability)}</b>
        </span>
        <Button variant="default" onClick={() => say('different')} disabled={decide.isPending}>
          {words.different}
        </Button>
        <Button onClick={() => say('same')} loading={decide.isPending}>
          {words.same}
        </Button>
      </div>
    </li>
  );
}

/** Field by field, what speaks for one customer and what against. */
function Evidence({ evidence }: { evidence: Match['evidence'] }) {
  const { identity } = useWords();
  const words = identity.queue;
  const known = evidence.filter(({ level }) => level !== 'unknown');
  return (
    <ul className={styles.evidence}>
      {known.map(({ field, a, b, level, weight }) => (
        <li key={field}>
          <small>{named(words.fields, field)}</small>
          <span>{a === b ? a : [a, b].filter(Boolean).join(' / ')}</span>
          <Chip tone={weight > 0 ? 'teal' : 'rust'}>
            {`${words.levels[level]}, ${weight > 0 ? words.forIt : words.againstIt}`}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
