import { type Change, endpoints } from '@lyhord/contract';
import { Button, Menu, Modal, Textarea } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import form from '../../ui/form.module.css';
import { notice } from '../../ui/notice.ts';
import { FormTrouble, useProblemWords } from '../../ui/trouble.tsx';
import { noticeWithUndo } from '../../ui/undo-notice.tsx';
import { useWords } from '../../words/index.ts';

const refreshes = [endpoints.listChanges, endpoints.today, endpoints.placesOverview];

interface ChangeActionsProps {
  change: Change;
  /** Puts the card away until tomorrow; left out where there is no list to put it away from. */
  notNow?: () => void;
}

/** What can be done about a change: take it, hand it over, explain it, put it away, or say that it is not right. */
export function ChangeActions({ change, notNow }: ChangeActionsProps) {
  const { understand, ui } = useWords();
  const words = understand.changes;
  const me = useMe();
  const judge = useJudge(change);
  const [explaining, setExplaining] = useState(false);
  if (!may(me, endpoints.judgeChange.roles)) return null;
  return (
    <>
      {change.ownerId === me.personId ? null : (
        <Button
          variant={change.state === 'new' ? 'filled' : 'default'}
          onClick={() => judge({ state: 'taken', ownerId: me.personId }, words.taken)}
        >
          {words.take}
        </Button>
      )}
      <HandOver judge={judge} />
      <Button variant="default" onClick={() => setExplaining(true)}>
        {words.explain}
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="subtle" aria-label={`${ui.showMore}: ${words.notNow}, ${words.noise}`}>
            <IconDots size={18} stroke={1.7} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {notNow ? <Menu.Item onClick={notNow}>{words.notNow}</Menu.Item> : null}
          <Menu.Item onClick={() => judge({ state: 'noise' }, words.judged)}>{words.noise}</Menu.Item>
          <Menu.Item onClick={() => judge({ state: 'not_right' }, words.judged)}>{words.notRight}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Explain change={change} opened={explaining} close={() => setExplaining(false)} />
    </>
  );
}

type Judgement = { state: Change['state']; ownerId?: string | null; note?: string | null };

/** Says what was done, with the way back beside it. */
function useJudge(change: Change): (to: Judgement, said: string) => void {
  const { ui } = useWords();
  const say = useProblemWords();
  const deed = useDeed(endpoints.judgeChange, { refreshes });
  const before: Judgement = { state: change.state, ownerId: change.ownerId, note: change.note };
  const refused = (failure: Error) => notice(say(failure), { bad: true });
  return (to, said) =>
    deed.mutate(
      { params: { id: change.id }, body: to },
      {
        onSuccess: () =>
          noticeWithUndo(said, ui.undo, () =>
            deed.mutate({ params: { id: change.id }, body: before }, { onError: refused }),
          ),
        onError: refused,
      },
    );
}

function HandOver({ judge }: { judge: (to: Judgement, said: string) => void }) {
  const { understand, terms } = useWords();
  const words = understand.changes;
  const me = useMe();
  const people = useReply(endpoints.listPeople).data?.people ?? [];
  const others = people.filter(
    ({ id, active, role }) =>
      active && id !== me.personId && endpoints.judgeChange.roles.some((one) => one === role),
  );
  if (others.length === 0) return null;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button variant="default">{words.handOver}</Button>
      </Menu.Target>
      <Menu.Dropdown style={{ maxHeight: 320, overflowY: 'auto' }}>
        <Menu.Label>{words.handOverTo}</Menu.Label>
        {others.map(({ id, name, role }) => (
          <Menu.Item key={id} onClick={() => judge({ state: 'taken', ownerId: id }, words.handedOver(name))}>
            {name}
            <small style={{ color: 'var(--ink-3)', marginLeft: 8 }}>{terms.roles[role]}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Explain({ change, opened, close }: { change: Change; opened: boolean; close: () => void }) {
  const { understand, ui } = useWords();
  const words = understand.changes;
  const [note, setNote] = useState(change.note ?? '');
  const deed = useDeed(endpoints.judgeChange, {
    refreshes,
    onDone: () => {
      notice(words.explained);
      close();
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={words.explain}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          deed.mutate({ params: { id: change.id }, body: { state: 'explained', note: note.trim() || null } });
        }}
      >
        <Textarea
          label={words.explainHint}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
        <FormTrouble failure={deed.error} />
        <div className={form.buttons}>
          <Button variant="default" onClick={close}>
            {ui.cancel}
          </Button>
          <Button type="submit" loading={deed.isPending}>
            {ui.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
