import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { SignalLine } from '../../collect/signal/signal-line.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { AnswerMark } from '../../ui/score-text.tsx';
import { useWords } from '../../words/index.ts';
import { CasesSection } from '../cases-section.tsx';
import side from '../customers/customer-screen.module.css';
import { TraitLines } from '../customers/trait-value.tsx';
import styles from './accounts.module.css';

type Account = ReplyReceived<typeof endpoints.readAccount>;

/** One company: what it is worth and has agreed to on the left, its people and what they said on the right. */
export function AccountScreen() {
  const words = useWords().accounts;
  const { account } = useParams({ from: '/frame/accounts/$account' });
  const reply = useReply(endpoints.readAccount, { params: { id: account } }, { keep: false });
  return (
    <Page
      title={reply.data ? (reply.data.name ?? reply.data.id) : words.title}
      back={<BackLink to="/accounts">{words.back}</BackLink>}
    >
      <Loaded reply={reply} waiting={<WaitingRows rows={8} height={64} />}>
        {(page) => (
          <div className={side.columns}>
            <AccountSide page={page} />
            <div className={styles.main}>
              <Members page={page} />
              <Said page={page} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function AccountSide({ page }: { page: Account }) {
  const { accounts: words, unify } = useWords();
  const format = useFormats();
  return (
    <aside className={side.side}>
      <Section title={words.value}>
        {page.values.map(({ currency, amountMinor }) => (
          <p key={currency} className={side.value}>
            {format.money(amountMinor, currency)}
          </p>
        ))}
        <p className={side.dim}>{unify.customer.orders(page.orders)}</p>
      </Section>
      <Section title={words.who}>
        <ul>
          <li>
            <small>{words.number}</small>
            {page.id}
          </li>
          <TraitLines traits={page.traits} />
        </ul>
      </Section>
      <Contracts page={page} />
      <CasesSection title={words.cases} none={words.noCases} cases={page.cases} />
    </aside>
  );
}

function Contracts({ page: { contracts } }: { page: Account }) {
  const words = useWords().accounts;
  const format = useFormats();
  return (
    <Section title={words.contracts}>
      {contracts.length === 0 ? <p className={side.none}>{words.noContracts}</p> : null}
      <ul>
        {contracts.map(({ reference, state, startedAt, renewsAt, endsAt }) => (
          <li key={reference}>
            {reference}
            <small>
              {[
                words.contractStates[state],
                startedAt ? words.since(format.fullDay(startedAt)) : null,
                state === 'active' && renewsAt ? words.renews(format.fullDay(renewsAt)) : null,
                endsAt ? words.ends(format.fullDay(endsAt)) : null,
              ]
                .filter(Boolean)
                .join(', ')}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Members({ page: { members } }: { page: Account }) {
  const { accounts: words, profile, unify } = useWords();
  return (
    <Section title={words.members} hint={members.length > 0 ? words.people(members.length) : undefined}>
      {members.length === 0 ? <p className={side.none}>{words.noMembers}</p> : null}
      <ul className={styles.members}>
        {members.map((row) => (
          <li key={row.key}>
            <AnswerMark value={row.lastScore} question={row.lastQuestion} />
            <div>
              <Link to="/customers/$customer" params={{ customer: row.key }}>
                {row.name ?? row.identifiers[0]?.value ?? unify.customers.anonymous}
              </Link>
              {row.keyCustomer ? <Chip tone="accent">{profile.key.marked}</Chip> : null}
              <small>{row.name ? row.identifiers[0]?.value : null}</small>
            </div>
            <span>
              <Moment at={row.lastActedAt} />
              <small>{words.acted}</small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Said({ page: { said } }: { page: Account }) {
  const words = useWords().accounts;
  return (
    <Section title={words.said}>
      {said.length === 0 ? <p className={side.none}>{words.nothingSaid}</p> : null}
      <ul className={styles.said}>
        {said.map((signal) => (
          <li key={signal.id}>
            <SignalLine signal={signal} lines={4} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
