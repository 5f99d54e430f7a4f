import { endpoints } from '@lyhord/contract';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../client/call.ts';
import { useReply } from '../client/queries.ts';
import { signIn } from '../client/session.ts';
import { WaitingRows } from '../ui/loaded.tsx';
import { FormTrouble } from '../ui/trouble.tsx';
import { useWords } from '../words/index.ts';
import { DoorPage } from './door-page.tsx';
import { NewPassword, shortestPassword } from './new-password.tsx';

export function InvitationScreen() {
  const { access, settings, terms } = useWords();
  const { token } = useParams({ from: '/invitation/$token' });
  const invitation = useReply(endpoints.readInvitation, { params: { token } });
  if (invitation.error) {
    return (
      <DoorPage title={settings.sections.people} lead={access.invitation.gone}>
        <Link to="/sign-in">{access.forgotten.back}</Link>
      </DoorPage>
    );
  }
  if (!invitation.data) {
    return (
      <DoorPage title="Lyhörd">
        <WaitingRows rows={4} />
      </DoorPage>
    );
  }
  const { email, workspace, role } = invitation.data;
  return (
    <DoorPage
      title={access.invitation.title(workspace)}
      lead={access.invitation.lead(terms.roles[role].toLocaleLowerCase(), email)}
    >
      <JoinForm token={token} email={email} />
    </DoorPage>
  );
}

function JoinForm({ token, email }: { token: string; email: string }) {
  const { invitation: words } = useWords().access;
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const join = useMutation({
    mutationFn: async () => {
      await call(endpoints.acceptInvitation, { params: { token }, body: { name: name.trim(), password } });
      await signIn(email, password);
    },
    onSuccess: () => navigate({ to: '/' }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (password.length >= shortestPassword) join.mutate();
      }}
    >
      <TextInput
        label={words.name}
        autoComplete="name"
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NewPassword label={words.password} value={password} change={setPassword} />
      <FormTrouble failure={join.error} />
      <Button type="submit" loading={join.isPending}>
        {words.button}
      </Button>
    </form>
  );
}
