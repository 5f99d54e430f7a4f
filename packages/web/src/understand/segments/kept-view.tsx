import { endpoints, type Segment, type SegmentCount } from '@lyhord/contract';
import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { useMe } from '../../client/session.ts';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { mayKeep } from './may-keep.ts';
import { Members } from './members.tsx';
import { SegmentBuilder } from './segment-builder.tsx';
import styles from './segments-screen.module.css';

/** Rules of one's own: built, counted, kept, and who belongs to them. */
export function KeptView() {
  const reply = useReply(endpoints.listSegments);
  const [open, setOpen] = useState<Segment | null>(null);
  const { segments: words } = useWords();
  return (
    <div className={styles.body}>
      <SegmentBuilder key={open ? `${open.id} ${open.version}` : 'new'} segment={open} kept={setOpen} />
      <Section
        title={words.list}
        actions={
          open ? (
            <Button variant="default" onClick={() => setOpen(null)}>
              {words.startNew}
            </Button>
          ) : null
        }
      >
        <Loaded reply={reply} waiting={<WaitingRows rows={3} />}>
          {({ segments }) =>
            segments.length === 0 ? (
              <p className={styles.note}>{words.noneKept}</p>
            ) : (
              <ul className={styles.kept}>
                {segments.map((segment) => (
                  <Line
                    key={segment.id}
                    segment={segment}
                    open={() => setOpen(segment)}
                    gone={() => setOpen((now) => (now?.id === segment.id ? null : now))}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </div>
  );
}

interface LineProps {
  segment: Segment & { count: SegmentCount };
  open: () => void;
  gone: () => void;
}
function Line({ segment, open, gone }: LineProps) {
  const { segments: words, ui } = useWords();
  const format = useFormats();
  const may = mayKeep(useMe().role);
  const [members, setMembers] = useState(false);
  const remove = useDeed(endpoints.removeSegment, { refreshes: [endpoints.listSegments], onDone: gone });
  const { count } = segment;
  return (
    <li>
      <div className={styles.line}>
        <button type="button" className={styles.name} onClick={open}>
          {segment.name}
        </button>
        <span className={styles.note}>
          {words.found(count.n, format.count(count.of))} ·{' '}
          {words.worth(format.money(count.revenueMinor, count.currency, true), format.count(count.orders))} ·{' '}
          {words.version(segment.version)}
        </span>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={members}
          onClick={() => setMembers(!members)}
        >
          {words.showMembers}
        </Button>
        {may ? (
          <ActionIcon
            aria-label={`${ui.remove}: ${segment.name}`}
            loading={remove.isPending}
            onClick={() => remove.mutate({ params: { id: segment.id } })}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        ) : null}
      </div>
      {members ? <Members id={segment.id} /> : null}
    </li>
  );
}
