import { endpoints, type ReplyReceived, type Role } from '@lyhord/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { send } from './call.ts';
import { queryClient, replyQuery } from './queries.ts';

export type Me = ReplyReceived<typeof endpoints.me>;

export const meQuery = { ...replyQuery(endpoints.me), staleTime: 60_000 };

/** Who is signed in. Only inside the frame, which loads it first. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data as Me;
}

export function may(me: Me, roles: readonly Role[] | undefined): boolean {
  return !roles || roles.includes(me.role);
}

const post = (path: string, body: object) =>
  send(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

export async function signIn(email: string, password: string): Promise<void> {
  await post('/sign-in/email', { email, password });
  queryClient.clear();
}

export async function signOut(): Promise<void> {
  await post('/sign-out', {});
  queryClient.clear();
}

export const askForNewPassword = (email: string) =>
  post('/request-password-reset', { email, redirectTo: '/reset-password' });

export const setNewPassword = (token: string, newPassword: string) =>
  post('/reset-password', { token, newPassword });

/** Where this role starts its day. */
export function firstScreen(me: Me): '/today' | '/pulse' | '/cases' {
  if (me.role === 'agent') return '/cases';
  return me.role === 'manager' ? '/today' : '/pulse';
}
