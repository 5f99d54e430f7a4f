import type { TestCollect } from './open-collect.ts';

type Method = 'GET' | 'POST' | 'PATCH';
// biome-ignore lint/suspicious/noExplicitAny: tests look at what they expect
export type Ask = (method: Method, url: string, payload?: object) => Promise<{ status: number; body: any }>;

/** Calls of a workspace's administrator, signed in. */
export async function asAdmin(test: TestCollect, admin: { email: string; password: string }): Promise<Ask> {
  const signIn = await test.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: admin });
  const cookie = signIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return async (method, url, payload) => {
    const reply = await test.app.inject({
      method,
      url,
      headers: { cookie },
      ...(payload ? { payload } : {}),
    });
    return { status: reply.statusCode, body: reply.body === '' ? null : reply.json() };
  };
}
