import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '../client/problem.ts';
import { signIn } from '../client/session.ts';
import { FormTrouble } from '../ui/trouble.tsx';
import { useWords } from '../words/index.ts';
import { DoorPage } from './door-page.tsx';

/** Whatever the sign-in refuses, the reader is told one thing: address or password is wrong. */
function plainly(failure: unknown): unknown {
  return failure instanceof Problem && (failure.status === 401 || failure.status === 403)
    ? new Problem({ status: 401, code: 'bad_sign_in' })
    : failure;
}

export function SignInScreen() {
  const words = useWords().access.signIn;
  const { back } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: async () => {
      await router.invalidate();
      await (back?.startsWith('/') && !back.startsWith('//')
        ? navigate({ href: back })
        : navigate({ to: '/' }));
    },
  });
  return (
    <DoorPage title={words.title} lead={back ? words.goOn : words.lead}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        <TextInput
          label={words.email}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.password}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': words.show }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <FormTrouble failure={plainly(enter.error)} />
        <Button type="submit" loading={enter.isPending}>
          {words.button}
        </Button>
        <Link to="/forgotten-password">{words.forgotten}</Link>
      </form>
    </DoorPage>
  );
}
