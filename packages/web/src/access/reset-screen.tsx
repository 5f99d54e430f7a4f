import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '../client/problem.ts';
import { setNewPassword } from '../client/session.ts';
import { notice } from '../ui/notice.ts';
import { FormTrouble } from '../ui/trouble.tsx';
import { useWords } from '../words/index.ts';
import { DoorPage } from './door-page.tsx';
import { NewPassword, shortestPassword } from './new-password.tsx';

export function ResetScreen() {
  const { reset: words } = useWords().access;
  const { token, error } = useSearch({ from: '/reset-password' });
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const save = useMutation({
    mutationFn: () => setNewPassword(token ?? '', password),
    onSuccess: () => {
      notice(words.done);
      void navigate({ to: '/sign-in' });
    },
  });
  const stale = !token || error || (save.error instanceof Problem && save.error.status === 400);
  return (
    <DoorPage title={words.title} lead={stale ? words.noToken : undefined}>
      {stale ? (
        <Button component={Link} to="/forgotten-password">
          {words.ask}
        </Button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (password.length >= shortestPassword) save.mutate();
          }}
        >
          <NewPassword label={words.password} value={password} change={setPassword} />
          <FormTrouble failure={save.error} />
          <Button type="submit" loading={save.isPending}>
            {words.button}
          </Button>
        </form>
      )}
    </DoorPage>
  );
}
