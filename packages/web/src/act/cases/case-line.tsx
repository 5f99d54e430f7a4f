import type { CaseRow } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { useCaseTitle } from '../../ui/case-title.ts';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { Moment } from '../../ui/moment.tsx';
import { AnswerMark } from '../../ui/score-text.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './cases-screen.module.css';

/** One case in a list: what, where, who, until when, and who has it. */
export function CaseLine({ one }: { one: CaseRow }) {
  const { act, terms } = useWords();
  const format = useFormats();
  const words = act.cases;
  const titleOf = useCaseTitle();
  const pressing = one.severity === 'critical' || one.severity === 'high';
  return (
    <li className={styles.row}>
      <AnswerMark value={one.score} question={one.question} />
      <div className={styles.title}>
        <Link to="/cases/$caseId" params={{ caseId: one.id }}>
          {titleOf(one)}
        </Link>
        <p>
          {pressing ? (
            <Chip tone={one.severity === 'critical' ? 'rust' : 'sand'}>{terms.severities[one.severity]}</Chip>
          ) : null}
          <span>{named(act.one.reasons, one.reason)}</span>
          {one.state === 'waiting' ? <span>{terms.caseStates.waiting}</span> : null}
          <Moment at={one.openedAt} />
        </p>
      </div>
      <div className={`${styles.cell} ${styles.customer}`}>
        {one.customerKey ? (
          <Link to="/customers/$customer" params={{ customer: one.customerKey }}>
            {one.customerName ?? words.customer}
          </Link>
        ) : null}
        {one.valueMinor !== null && one.valueCurrency ? (
          <small>{format.money(one.valueMinor, one.valueCurrency)}</small>
        ) : null}
      </div>
      <div className={`${styles.cell} ${styles.due}`} data-late={one.overdue || undefined}>
        {one.closedAt ? (
          words.closedAt(format.when(one.closedAt))
        ) : (
          <>
            <Moment at={one.dueAt} />
            <small>{one.overdue ? words.overdue : words.due}</small>
          </>
        )}
      </div>
      <div className={`${styles.cell} ${styles.owner}`}>
        {one.ownerName ?? words.nobody}
        {one.team ? <small>{one.team}</small> : null}
      </div>
    </li>
  );
}
