import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { IconMessageReport } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useDeed } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { useCaseTitle } from '../../ui/case-title.ts';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { Moment } from '../../ui/moment.tsx';
import { notice } from '../../ui/notice.ts';
import { AnswerMark } from '../../ui/score-text.tsx';
import { useProblemWords } from '../../ui/trouble.tsx';
import card from '../../understand/changes/change-card.module.css';
import { named, useWords } from '../../words/index.ts';

type CaseItem = Extract<ReplyReceived<typeof endpoints.today>['items'][number], { kind: 'case' }>;

/** A case among the day's things to do: who, what they said, until when, and what they are worth. */
export function CaseToDo({ item: { case: one, quote }, notNow }: { item: CaseItem; notNow: () => void }) {
  const { act, terms, understand } = useWords();
  const format = useFormats();
  const titleOf = useCaseTitle();
  const me = useMe();
  return (
    <article className={card.card}>
      {one.score === null ? (
        <span className={card.mark} data-tone="rust" aria-hidden="true">
          <IconMessageReport size={20} stroke={1.7} />
        </span>
      ) : (
        <AnswerMark value={one.score} question={one.question} />
      )}
      <div className={card.body}>
        <h2 className={card.title}>
          <Link to="/cases/$caseId" params={{ caseId: one.id }}>
            {titleOf(one)}
          </Link>
        </h2>
        <p className={card.facts}>
          <Chip tone={one.severity === 'critical' ? 'rust' : 'plain'}>
            {named(act.one.reasons, one.reason)}
          </Chip>
          <span>
            {one.overdue ? (
              <Chip tone="rust">{act.cases.overdue}</Chip>
            ) : (
              act.cases.dueIn(format.when(one.dueAt))
            )}
          </span>
          {one.valueMinor !== null && one.valueCurrency ? (
            <b>
              {act.cases.worth} {format.money(one.valueMinor, one.valueCurrency)}
            </b>
          ) : null}
          {one.ownerName ? (
            <Chip tone="accent">
              {one.ownerId === me.personId
                ? understand.changes.mine
                : understand.changes.owner(one.ownerName)}
            </Chip>
          ) : null}
          {one.severity === 'critical' ? null : (
            <span>
              {act.one.severity}: {terms.severities[one.severity]}
            </span>
          )}
          <Moment at={one.openedAt} />
        </p>
        {quote ? (
          <div className={card.why}>
            <blockquote>{quote}</blockquote>
          </div>
        ) : null}
        <div className={card.actions}>
          <CaseButtons id={one.id} mine={one.ownerId} notNow={notNow} />
        </div>
      </div>
    </article>
  );
}

function CaseButtons({ id, mine, notNow }: { id: string; mine: string | null; notNow: () => void }) {
  const { act, understand } = useWords();
  const me = useMe();
  const say = useProblemWords();
  const navigate = useNavigate();
  const open = () => void navigate({ to: '/cases/$caseId', params: { caseId: id } });
  const take = useDeed(endpoints.assignCase, {
    refreshes: [endpoints.today, endpoints.listCases],
    onDone: open,
  });
  const canTake = may(me, endpoints.assignCase.roles) && mine !== me.personId;
  return (
    <>
      {canTake ? (
        <Button
          loading={take.isPending}
          onClick={() =>
            take.mutate(
              { params: { id }, body: { ownerId: me.personId } },
              { onError: (failure) => notice(say(failure), { bad: true }) },
            )
          }
        >
          {act.today.take}
        </Button>
      ) : null}
      <Button variant="default" onClick={open}>
        {act.today.open}
      </Button>
      <Button variant="subtle" onClick={notNow}>
        {understand.changes.notNow}
      </Button>
    </>
  );
}
