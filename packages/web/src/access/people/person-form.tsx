import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import form from '../../ui/form.module.css';
import { notice } from '../../ui/notice.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import { type Rights, RightsFields } from './rights-fields.tsx';

type Person = ReplyReceived<typeof endpoints.changePerson>;

export function PersonForm({ person, done }: { person: Person; done: () => void }) {
  const { settings, ui } = useWords();
  const words = settings.people;
  const [rights, setRights] = useState<Rights>({
    role: person.role,
    placeIds: person.placeIds,
    team: person.team,
  });
  const change = useDeed(endpoints.changePerson, {
    refreshes: [endpoints.listPeople],
    onDone: () => {
      notice(ui.saved);
      done();
    },
  });
  const reset = useDeed(endpoints.makeResetLink);
  const params = { id: person.id };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ params, body: { ...rights } });
      }}
    >
      <RightsFields rights={rights} set={(part) => setRights({ ...rights, ...part })} />
      {reset.data ? (
        <div role="status">
          <p className={form.note}>{words.resetHint}</p>
          <CopyField value={reset.data.link} label={words.resetLink} />
        </div>
      ) : (
        <div className={`${form.buttons} ${form.left}`}>
          <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate({ params })}>
            {words.resetLink}
          </Button>
        </div>
      )}
      <FormTrouble failure={change.error ?? reset.error} />
      <div className={form.buttons}>
        <Button
          variant="subtle"
          color="orange"
          onClick={() => change.mutate({ params, body: { active: !person.active } })}
        >
          {person.active ? words.deactivate : words.activate}
        </Button>
        <Button variant="default" onClick={done}>
          {ui.cancel}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {ui.save}
        </Button>
      </div>
    </form>
  );
}
