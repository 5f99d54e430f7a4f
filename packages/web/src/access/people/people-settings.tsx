import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button, Modal } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { DownloadTable } from '../../ui/download.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { usePlaces } from '../../unify/place-tree.ts';
import { useWords } from '../../words/index.ts';
import { InviteForm } from './invite-form.tsx';
import { PersonForm } from './person-form.tsx';

type People = ReplyReceived<typeof endpoints.listPeople>;

export function PeopleSettings() {
  const { settings, ui } = useWords();
  const words = settings.people;
  const people = useReply(endpoints.listPeople);
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<People['people'][number] | null>(null);
  return (
    <>
      <div>
        <Button leftSection={<IconUserPlus size={18} stroke={1.6} />} onClick={() => setInviting(true)}>
          {words.invite}
        </Button>
      </div>
      <Loaded reply={people}>
        {(data) => (
          <>
            <PeopleTable people={data.people} change={setChanging} />
            {data.invitations.length > 0 ? <Invitations invitations={data.invitations} /> : null}
          </>
        )}
      </Loaded>
      <Modal
        opened={inviting}
        onClose={() => setInviting(false)}
        title={words.invite}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <InviteForm done={() => setInviting(false)} />
      </Modal>
      <Modal
        opened={changing !== null}
        onClose={() => setChanging(null)}
        title={changing ? words.change(changing.name) : ''}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        {changing ? <PersonForm person={changing} done={() => setChanging(null)} /> : null}
      </Modal>
    </>
  );
}

function useWhere() {
  const { settings, ui } = useWords();
  const { byId } = usePlaces();
  return (placeIds: readonly string[]) =>
    placeIds.length === 0
      ? settings.people.allPlaces
      : placeIds.map((id) => byId.get(id)?.name ?? ui.unknown).join(', ');
}

function PeopleTable({
  people,
  change,
}: {
  people: People['people'];
  change: (person: People['people'][number]) => void;
}) {
  const { settings, terms, ui } = useWords();
  const words = settings.people;
  const where = useWhere();
  return (
    <TableScroll label={settings.sections.people}>
      <DownloadTable table="people" />
      <table className={table.table}>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th>{words.role}</th>
            <th>{words.where}</th>
            <th>{words.lastSeen}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>
                {person.name} {person.active ? null : <Chip>{words.closed}</Chip>}
                <div className={table.dim}>{person.email}</div>
              </td>
              <td>{terms.roles[person.role]}</td>
              <td className={table.dim}>{where(person.placeIds)}</td>
              <td className={table.dim}>
                {person.lastSeenAt ? <Moment at={person.lastSeenAt} /> : words.never}
              </td>
              <td className={table.number}>
                <Button
                  variant="subtle"
                  onClick={() => change(person)}
                  aria-label={`${ui.edit}: ${person.name}`}
                >
                  {ui.edit}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Invitations({ invitations }: { invitations: People['invitations'] }) {
  const { settings, terms } = useWords();
  const words = settings.people;
  const where = useWhere();
  const takeBack = useDeed(endpoints.revokeInvitation, { refreshes: [endpoints.listPeople] });
  return (
    <Section title={words.invited}>
      <table className={table.table}>
        <tbody>
          {invitations.map((invitation) => (
            <tr key={invitation.id}>
              <td>
                {invitation.email}
                <div className={table.dim}>
                  {terms.roles[invitation.role]}, {where(invitation.placeIds)}, {words.expires}{' '}
                  <Moment at={invitation.expiresAt} />
                </div>
              </td>
              <td className={table.number}>
                <Button variant="subtle" onClick={() => takeBack.mutate({ params: { id: invitation.id } })}>
                  {words.takeBack}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
