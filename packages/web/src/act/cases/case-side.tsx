import { caseCauses, endpoints } from '@lyhord/contract';
import { Button, NativeSelect } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { useFormats } from '../../ui/format.ts';
import { Moment } from '../../ui/moment.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import { useCaseDeed } from './case-deed.ts';
import { CloseCase, HandOverCase, ReopenCase } from './case-deeds.tsx';
import styles from './case-screen.module.css';
import type { CasePage } from './case-screen.tsx';

/** Beside a case: who the customer is, who has it, how far it has come, and what can be done with it. */
export function CaseSide({ page }: { page: CasePage }) {
  const me = useMe();
  const closer = may(me, endpoints.assignCase.roles);
  return (
    <aside className={styles.side}>
      <CaseFacts page={page} />
      <Steps page={page} />
      {closer ? (
        page.state === 'closed' ? (
          <ReopenCase page={page} />
        ) : (
          <div className={styles.deeds}>
            <Owner page={page} />
            <Cause page={page} />
            <div className={styles.pair}>
              <HandOverCase page={page} />
              <CloseCase page={page} />
            </div>
          </div>
        )
      ) : null}
    </aside>
  );
}

function CaseFacts({ page }: { page: CasePage }) {
  const { act, terms, ui, segments } = useWords();
  const format = useFormats();
  const words = act.one;
  return (
    <dl>
      <dt>{words.customer}</dt>
      <dd>
        {page.customerKey ? (
          <Link to="/customers/$customer" params={{ customer: page.customerKey }}>
            {page.customerName ?? segments.nameless}
          </Link>
        ) : (
          words.unknownCustomer
        )}
      </dd>
      {page.valueMinor !== null && page.valueCurrency ? (
        <>
          <dt>{words.value}</dt>
          <dd>{format.money(page.valueMinor, page.valueCurrency)}</dd>
        </>
      ) : null}
      <dt>{ui.place}</dt>
      <dd>
        {page.placeId ? (
          <Link to="/places/$placeId" params={{ placeId: page.placeId }}>
            {page.placeName}
          </Link>
        ) : (
          ui.unknown
        )}
      </dd>
      <dt>{words.deadline}</dt>
      <dd data-late={page.overdue || undefined}>
        <Moment at={page.dueAt} />
        {page.overdue ? ` (${act.cases.overdue})` : null}
      </dd>
      <dt>{words.opened}</dt>
      <dd>
        <Moment at={page.openedAt} />
      </dd>
      {page.team ? (
        <>
          <dt>{words.team}</dt>
          <dd>{page.team}</dd>
        </>
      ) : null}
      {page.outcome ? (
        <>
          <dt>{words.outcome}</dt>
          <dd>{terms.outcomes[page.outcome]}</dd>
        </>
      ) : null}
    </dl>
  );
}

function Steps({ page }: { page: CasePage }) {
  const { act } = useWords();
  const words = act.one;
  const steps = [
    [words.step.take, page.ownerId !== null || page.state === 'closed'],
    [words.step.answer, page.entries.some(({ kind }) => kind === 'reply')],
    [words.step.cause, page.cause !== null],
    [words.step.close, page.state === 'closed'],
  ] as const;
  return (
    <ol className={styles.steps} aria-label={words.steps}>
      {steps.map(([name, done]) => (
        <li key={name} data-done={done || undefined}>
          <span className={styles.tick}>
            {done ? <IconCheck size={13} stroke={2.6} aria-label="✓" /> : null}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}

function Owner({ page }: { page: CasePage }) {
  const { act } = useWords();
  const words = act.one;
  const me = useMe();
  const people = (useReply(endpoints.listPeople).data?.people ?? []).filter(({ active }) => active);
  const assign = useCaseDeed(endpoints.assignCase, page.id);
  const give = (ownerId: string | null) => assign.mutate({ ownerId, version: page.version });
  return (
    <>
      {page.ownerId === me.personId ? null : (
        <Button onClick={() => give(me.personId)} loading={assign.isPending}>
          {words.take}
        </Button>
      )}
      <NativeSelect
        label={words.owner}
        value={page.ownerId ?? ''}
        onChange={(event) => give(event.currentTarget.value || null)}
        data={[
          { value: '', label: words.nobody },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          ...(page.ownerId && !people.some(({ id }) => id === page.ownerId)
            ? [{ value: page.ownerId, label: page.ownerName ?? page.ownerId }]
            : []),
        ]}
      />
      <FormTrouble failure={assign.error} />
    </>
  );
}

function Cause({ page }: { page: CasePage }) {
  const { act, terms } = useWords();
  const words = act.one;
  const set = useCaseDeed(endpoints.causeCase, page.id);
  return (
    <>
      <NativeSelect
        label={words.cause}
        value={(set.isPending ? set.variables.cause : page.cause) ?? ''}
        onChange={(event) => {
          const cause = caseCauses.find((one) => one === event.currentTarget.value);
          if (cause) set.mutate({ cause, version: page.version });
        }}
        data={[
          ...(page.cause ? [] : [{ value: '', label: words.chooseCause }]),
          ...caseCauses.map((value) => ({ value, label: terms.causes[value] })),
        ]}
      />
      <FormTrouble failure={set.error} />
    </>
  );
}
