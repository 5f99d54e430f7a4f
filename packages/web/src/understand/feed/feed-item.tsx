import type { SignalCard } from '@lyhord/contract';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconBriefcase, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { SignalLine } from '../../collect/signal/signal-line.tsx';
import { useWords } from '../../words/index.ts';
import styles from './feed-list.module.css';
import { GiveTopic } from './give-topic.tsx';

interface FeedItemProps {
  signal: SignalCard;
  chosen: boolean;
  fresh: boolean;
  choose: () => void;
  open: ((reply: boolean) => void) | null;
}

export function FeedItem({ signal, chosen, fresh, choose, open }: FeedItemProps) {
  return (
    <li
      className={styles.item}
      data-signal={signal.id}
      data-chosen={chosen || undefined}
      data-fresh={fresh || undefined}
      tabIndex={chosen ? 0 : -1}
      onFocus={choose}
      onPointerDown={choose}
    >
      <SignalLine signal={signal} actions={<FeedActions signal={signal} open={open} />} />
    </li>
  );
}

function FeedActions({ signal, open }: Pick<FeedItemProps, 'signal' | 'open'>) {
  const { understand } = useWords();
  const words = understand.feed;
  const navigate = useNavigate();
  const customer = signal.customerKey;
  const caseWord = signal.caseId ? words.toCase : words.openCase;
  return (
    <>
      <GiveTopic signal={signal} />
      {open ? (
        <>
          <Tooltip label={words.reply}>
            <ActionIcon onClick={() => open(true)} aria-label={words.reply} aria-keyshortcuts="r">
              <IconArrowBackUp size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={caseWord}>
            <ActionIcon onClick={() => open(false)} aria-label={caseWord} aria-keyshortcuts="c">
              <IconBriefcase size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </>
      ) : null}
      {customer ? (
        <Tooltip label={words.customer}>
          <ActionIcon
            onClick={() => customer && void navigate({ to: '/customers/$customer', params: { customer } })}
            aria-label={words.customer}
          >
            <IconUser size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </>
  );
}
