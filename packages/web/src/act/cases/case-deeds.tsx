import { caseOutcomes, endpoints } from '@lyhord/contract';
import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useReply } from '../../client/queries.ts';
import form from '../../ui/form.module.css';
import { notice } from '../../ui/notice.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import { useCaseDeed } from './case-deed.ts';
import type { CasePage } from './case-screen.tsx';

export function CloseCase({ page }: { page: CasePage }) {
  const { act, terms, ui } = useWords();
  const words = act.one;
  const [opened, setOpened] = useState(false);
  const [outcome, setOutcome] = useState<(typeof caseOutcomes)[number]>('solved');
  const [note, setNote] = useState('');
  const close = useCaseDeed(endpoints.closeCase, page.id, {
    onDone: () => {
      setOpened(false);
      notice(words.closed);
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {words.close}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.closeTitle}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            close.mutate({ outcome, note: note.trim(), version: page.version });
          }}
        >
          <NativeSelect
            label={words.outcome}
            value={outcome}
            onChange={(event) => {
              const chosen = caseOutcomes.find((one) => one === event.currentTarget.value);
              if (chosen) setOutcome(chosen);
            }}
            data={caseOutcomes.map((value) => ({ value, label: terms.outcomes[value] }))}
            data-autofocus
          />
          <Textarea
            label={words.closeNote}
            description={ui.optional}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <FormTrouble failure={close.error} />
          <div className={form.buttons}>
            <Button variant="default" onClick={() => setOpened(false)}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={close.isPending}>
              {words.close}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}

export function HandOverCase({ page }: { page: CasePage }) {
  const { act, ui } = useWords();
  const words = act.one;
  const [opened, setOpened] = useState(false);
  const [team, setTeam] = useState('');
  const [note, setNote] = useState('');
  const teams = useId();
  const people = useReply(endpoints.listPeople).data?.people ?? [];
  const known = [...new Set(people.flatMap((person) => person.team ?? []))];
  const hand = useCaseDeed(endpoints.handOverCase, page.id, {
    onDone: () => setOpened(false),
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {words.handOver}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.handOverTitle}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            hand.mutate({ team: team.trim(), note: note.trim(), version: page.version });
          }}
        >
          <TextInput
            label={words.team}
            placeholder={words.teamHint}
            list={teams}
            required
            withAsterisk={false}
            maxLength={60}
            value={team}
            onChange={(event) => setTeam(event.currentTarget.value)}
            data-autofocus
          />
          <datalist id={teams}>
            {known.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Textarea
            label={words.handOverNote}
            description={ui.optional}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <FormTrouble failure={hand.error} />
          <div className={form.buttons}>
            <Button variant="default" onClick={() => setOpened(false)}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={hand.isPending} disabled={!team.trim()}>
              {words.handOver}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}

export function ReopenCase({ page }: { page: CasePage }) {
  const { act } = useWords();
  const words = act.one;
  const reopen = useCaseDeed(endpoints.reopenCase, page.id, {
    onDone: () => notice(words.reopened),
  });
  return (
    <>
      <Button
        variant="default"
        loading={reopen.isPending}
        onClick={() => reopen.mutate({ version: page.version })}
      >
        {words.reopen}
      </Button>
      <FormTrouble failure={reopen.error} />
    </>
  );
}
