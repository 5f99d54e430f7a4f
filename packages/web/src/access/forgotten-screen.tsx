import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { askForNewPassword } from '../client/session.ts';
import { FormTrouble } from '../ui/trouble.tsx';
import { useWords } from '../words/index.ts';
import { DoorPage } from './door-page.tsx';

export function ForgottenScreen() {
  const { forgotten: words, signIn } = useWords().access;
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => askForNewPassword(email.trim()) });
  return (
    <DoorPage title={words.title} lead={ask.isSuccess ? undefined : words.lead}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        {ask.isSuccess ? (
          <p role="status">{words.sent(email)}</p>
        ) : (
          <>
            <TextInput
              label={signIn.email}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <FormTrouble failure={ask.error} />
            <Button type="submit" loading={ask.isPending}>
              {words.button}
            </Button>
          </>
        )}
        <Link to="/sign-in">{words.back}</Link>
      </form>
    </DoorPage>
  );
}
