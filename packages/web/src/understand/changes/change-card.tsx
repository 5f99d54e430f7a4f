import type { Change } from '@lyhord/contract';
import { Tooltip } from '@mantine/core';
import { IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { laterOf } from '../../client/days.ts';
import { useScope } from '../../client/scope.ts';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { RowsLink } from '../../ui/rows-link.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './change-card.module.css';
import { useChangeWords } from './change-words.ts';

/** A detected change as a card: what, where, since when, how sure, what it costs, why, and what to do first. */
export function ChangeCard({ change, actions }: { change: Change; actions?: ReactNode }) {
  const { understand, terms } = useWords();
  const format = useFormats();
  const words = understand.changes;
  const { titleOf, sizeOf, sureOf, causeOf } = useChangeWords();
  const { to } = useScope();
  const worse = change.direction === (change.metric === 'signals' ? 'up' : 'down');
  const Icon = change.direction === 'down' ? IconTrendingDown : IconTrendingUp;
  const cause = causeOf(change);
  return (
    <article className={styles.card}>
      <span className={styles.mark} data-tone={worse ? 'rust' : 'teal'} aria-hidden="true">
        <Icon size={20} stroke={1.7} />
      </span>
      <div className={styles.body}>
        <h2 className={styles.title}>
          <Link to="/places/$placeId" params={{ placeId: change.placeId }}>
            {titleOf(change)}
          </Link>
        </h2>
        <p className={styles.size}>
          {sizeOf(change)}{' '}
          <RowsLink
            show={{
              place: change.placeId,
              from: change.since,
              to: laterOf(to, change.since),
              ...(change.topic ? { topic: change.topic } : {}),
            }}
          >
            {words.evidence}
          </RowsLink>
        </p>
        <p className={styles.facts}>
          <span>{words.since(format.day(change.since))}</span>
          <Tooltip label={words.sureHint(format.count(Math.min(change.evidence, 999_999)))}>
            <span>{sureOf(change)}</span>
          </Tooltip>
          {change.costPerWeekMinor !== null && change.costCurrency ? (
            <b>{words.cost(format.money(change.costPerWeekMinor, change.costCurrency))}</b>
          ) : null}
          {change.state !== 'new' ? <Chip>{named(terms.changeStates, change.state)}</Chip> : null}
          {change.ownerName ? <Chip tone="accent">{words.owner(change.ownerName)}</Chip> : null}
        </p>
        {cause || change.quotes.length > 0 ? (
          <div className={styles.why}>
            {cause ? (
              <p>
                <small>{words.cause}</small> {cause}
              </p>
            ) : null}
            {change.quotes.slice(0, 2).map(({ signalId, text, language }) => (
              <blockquote key={signalId} lang={language}>
                <Link to="/feed" search={{ signal: signalId, place: change.placeId }}>
                  {text}
                </Link>
              </blockquote>
            ))}
          </div>
        ) : null}
        {change.note ? <p className={styles.note}>{change.note}</p> : null}
        {change.firstStep ? (
          <p className={styles.step}>
            <small>{words.firstStep}</small> {change.firstStep}
          </p>
        ) : null}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </article>
  );
}
