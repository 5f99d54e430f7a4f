import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { SignalLine } from '../../collect/signal/signal-line.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { useCaseTitle } from '../../ui/case-title.ts';
import { Chip } from '../../ui/chip.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { EventLine } from '../../unify/customers/event-line.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './case-screen.module.css';
import { CaseSide } from './case-side.tsx';
import { Conversation } from './conversation.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { WriteBox } from './write-box.tsx';

export type CasePage = ReplyReceived<typeof endpoints.readCase>;

/** One case: what happened, what was said about it, who has it, how it ends; n goes to the next. */
export function CaseScreen() {
  const { act, terms } = useWords();
  const words = act.one;
  const { caseId } = useParams({ from: '/frame/cases/$caseId' });
  const reply = useReply(endpoints.readCase, { params: { id: caseId } }, { keep: false });
  const one = reply.data;
  const titleOf = useCaseTitle();
  const navigate = useNavigate();
  const next = one?.nextId;
  useHotkeys([
    ['n', () => next && void navigate({ to: '/cases/$caseId', params: { caseId: next } })],
    ['r', () => document.getElementById('write')?.focus()],
  ]);
  return (
    <Page
      title={one ? words.number(one.number) : act.cases.title}
      finding={one ? titleOf(one) : undefined}
      lead={
        one ? (
          <span className={styles.lead}>
            <Chip tone={one.state === 'closed' ? 'plain' : 'accent'}>{terms.caseStates[one.state]}</Chip>
            {one.severity === 'critical' || one.severity === 'high' ? (
              <Chip tone={one.severity === 'critical' ? 'rust' : 'sand'}>
                {terms.severities[one.severity]}
              </Chip>
            ) : null}
            <span>{named(words.reasons, one.reason)}</span>
          </span>
        ) : undefined
      }
      back={<BackLink to="/cases">{words.back}</BackLink>}
      actions={
        next ? (
          <LinkButton
            to="/cases/$caseId"
            params={{ caseId: next }}
            variant="default"
            rightSection={<Kbd className={styles.key}>{words.nextKey}</Kbd>}
          >
            {words.next}
          </LinkButton>
        ) : undefined
      }
    >
      <Loaded reply={reply} waiting={<WaitingRows rows={6} height={72} />}>
        {(page) => <CaseBody key={page.id} page={page} />}
      </Loaded>
    </Page>
  );
}

function CaseBody({ page }: { page: CasePage }) {
  const { act } = useWords();
  const me = useMe();
  const words = act.one;
  const closer = may(me, endpoints.noteCase.roles);
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <Section title={words.happened}>
          <div className={styles.signal}>
            {page.signal ? <SignalLine signal={{ ...page.signal, caseId: null }} /> : null}
          </div>
        </Section>
        <Section title={words.conversation}>
          <Conversation entries={page.entries} told={page.signal?.text ?? null} />
          {!closer ? null : page.state === 'closed' ? (
            <KeptDraft caseId={page.id} />
          ) : (
            <WriteBox page={page} />
          )}
        </Section>
      </div>
      <CaseSide page={page} />
      <div className={styles.aroundPart}>
        <Section title={words.around}>
          {page.around.length === 0 ? <p className={styles.none}>{words.noAround}</p> : null}
          <ul>
            {page.around.map((entry) =>
              entry.type === 'event' ? (
                <li key={`${entry.at}${entry.kind}${entry.reference}`} className={styles.around}>
                  <EventLine event={entry} />
                </li>
              ) : (
                <li key={entry.signal.id} className={styles.around}>
                  <SignalLine signal={entry.signal} lines={3} withCustomer={false} />
                </li>
              ),
            )}
          </ul>
        </Section>
      </div>
    </div>
  );
}
