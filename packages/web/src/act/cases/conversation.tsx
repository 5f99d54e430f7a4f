import type { CaseEntry } from '@lyhord/contract';
import { Moment } from '../../ui/moment.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './case-screen.module.css';

/** What was done and said about a case, oldest first: letters as letters, the rest in one line each. */
export function Conversation({ entries: all, told }: { entries: readonly CaseEntry[]; told: string | null }) {
  const entries = all.map((entry) => shown(entry, told));
  return (
    <div className={styles.entries}>
      {entries.map((entry) =>
        entry.text && entry.kind !== 'handed_over' && entry.kind !== 'closed' && entry.kind !== 'reopened' ? (
          <Letter key={entry.id} entry={entry} />
        ) : (
          <Deed key={entry.id} entry={entry} />
        ),
      )}
    </div>
  );
}

function shown(entry: CaseEntry, told: string | null): CaseEntry {
  // The words that opened the case stand above already; those of later answers that joined it do not.
  if (entry.kind === 'opened' && entry.text === told) return { ...entry, text: '' };
  // Who has the case now is told in the line itself; null where nobody has.
  if (entry.kind === 'assigned') return { ...entry, detail: entry.text || null, text: '' };
  return entry;
}

function useEntryWords(): (entry: CaseEntry) => string {
  const { act, terms } = useWords();
  return ({ kind, byName, detail, otherSender }) => {
    if (otherSender) return act.one.entries.receivedFrom(otherSender);
    const told =
      kind === 'cause'
        ? named(terms.causes, detail)
        : kind === 'closed'
          ? named(terms.outcomes, detail)
          : detail;
    return act.one.entries[kind](byName, told);
  };
}

function Letter({ entry }: { entry: CaseEntry }) {
  const { act } = useWords();
  const say = useEntryWords();
  const delivery = entry.delivered === 'none' ? null : act.one[entry.delivered];
  return (
    <article
      className={styles.letter}
      data-kind={entry.kind}
      data-stranger={entry.otherSender ? true : undefined}
    >
      <header>
        <span>{say(entry)}</span>
        <Moment at={entry.at} />
        {delivery ? <span data-failed={entry.delivered === 'failed' || undefined}>{delivery}</span> : null}
        {entry.delivered === 'failed' && entry.detail ? <span>{entry.detail}</span> : null}
      </header>
      {entry.text}
    </article>
  );
}

function Deed({ entry }: { entry: CaseEntry }) {
  const say = useEntryWords();
  return (
    <p className={styles.event}>
      <span>{say(entry)}</span>
      {entry.text ? <span>“{entry.text}”</span> : null}
      <Moment at={entry.at} />
    </p>
  );
}
