import type { SignalCard } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip } from '../../ui/chip.tsx';
import { Moment } from '../../ui/moment.tsx';
import { AnswerMark } from '../../ui/score-text.tsx';
import { named, useWords } from '../../words/index.ts';
import { KindMark } from './kind-mark.tsx';
import styles from './signal-line.module.css';
import { SignalText } from './signal-text.tsx';

const grave = new Set(['threat_to_leave', 'legal_risk', 'safety_risk', 'wants_answer']);

interface SignalLineProps {
  signal: SignalCard;
  /** Cuts long texts to so many lines. */
  lines?: number;
  withPlace?: boolean;
  withCustomer?: boolean;
  actions?: ReactNode;
}

/** One signal: score, place, channel, time, the words with their aspects, the customer, the case. */
export function SignalLine({
  signal,
  lines,
  withPlace = true,
  withCustomer = true,
  actions,
}: SignalLineProps) {
  const { understand } = useWords();
  return (
    <div className={styles.line}>
      {signal.score === null ? (
        <KindMark kind={signal.kind} feeling={signal.sentiment?.label} />
      ) : (
        <AnswerMark value={signal.score} question={signal.question} />
      )}
      <div className={styles.body}>
        <SignalFacts signal={signal} withPlace={withPlace} />
        {signal.title ? <p className={styles.title}>{signal.title}</p> : null}
        {signal.text ? (
          <SignalText signal={signal} {...(lines ? { lines } : {})} />
        ) : (
          <p className={styles.silent}>{understand.feed.noText}</p>
        )}
        <SignalMarks signal={signal} withCustomer={withCustomer} />
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}

function SignalFacts({ signal, withPlace }: { signal: SignalCard; withPlace: boolean }) {
  const { terms } = useWords();
  const facts = [
    named(terms.kinds, signal.kind),
    named(terms.touchpoints, signal.touchpoint),
    named(terms.channels, signal.channel),
  ].filter((fact, i, all) => fact && all.indexOf(fact) === i);
  return (
    <p className={styles.facts}>
      {withPlace && signal.placeName ? (
        signal.placeId ? (
          <Link to="/places/$placeId" params={{ placeId: signal.placeId }} className={styles.place}>
            {signal.placeName}
          </Link>
        ) : (
          <span className={styles.place}>{signal.placeName}</span>
        )
      ) : null}
      <span>{facts.join(', ')}</span>
      <Moment at={signal.happenedAt} />
    </p>
  );
}

function SignalMarks({ signal, withCustomer }: { signal: SignalCard; withCustomer: boolean }) {
  const { terms, segments } = useWords();
  const customer = withCustomer && signal.customerKey;
  if (!customer && !signal.caseId && signal.flags.length === 0) return null;
  return (
    <div className={styles.marks}>
      {signal.caseId ? (
        <Link to="/cases/$caseId" params={{ caseId: signal.caseId }} className={styles.case}>
          <Chip tone="accent">{named(terms.caseStates, signal.caseState)}</Chip>
        </Link>
      ) : null}
      {signal.flags.map((flag) => (
        <Chip key={flag} tone={grave.has(flag) ? 'rust' : flag === 'praise_of_staff' ? 'teal' : 'plain'}>
          {named(terms.flags, flag)}
        </Chip>
      ))}
      {customer ? (
        <Link to="/customers/$customer" params={{ customer }} className={styles.customer}>
          {signal.customerName ?? segments.nameless}
        </Link>
      ) : null}
    </div>
  );
}
