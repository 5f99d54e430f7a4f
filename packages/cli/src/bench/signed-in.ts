import type { ServerProcess } from './server-process.ts';

export interface Session {
  get<T>(path: string): Promise<{ body: T; ms: number; serverMs: number | null; status: number }>;
  post<T>(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ body: T; status: number }>;
  /** Sends a file as it is. */
  upload<T>(path: string, file: string): Promise<{ body: T; status: number }>;
}

/** Signs in as the printed person and keeps the cookie. */
export async function signIn({
  url,
  email,
  password,
}: Pick<ServerProcess, 'url' | 'email' | 'password'>): Promise<Session> {
  const origin = new URL(url).origin;
  const reply = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password }),
  });
  if (!reply.ok) throw new Error(`sign-in as ${email} answered ${reply.status}: ${await reply.text()}`);
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const headers = { cookie, origin };
  return {
    get: async <T>(path: string) => {
      const started = performance.now();
      const answer = await fetch(`${origin}${path}`, { headers });
      const body = (answer.headers.get('content-type') ?? '').includes('json')
        ? await answer.json()
        : await answer.text();
      const timing = /total;dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1];
      return {
        body: body as T,
        ms: performance.now() - started,
        serverMs: timing ? Number(timing) : null,
        status: answer.status,
      };
    },
    post: async <T>(path: string, body: unknown, more: Record<string, string> = {}) => {
      const answer = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', ...more },
        body: JSON.stringify(body),
      });
      return { body: (await answer.json().catch(() => null)) as T, status: answer.status };
    },
    upload: async <T>(path: string, file: string) => {
      const type = { 'content-type': 'application/octet-stream' };
      const answer = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { ...headers, ...type },
        body: file,
      });
      return { body: (await answer.json().catch(() => null)) as T, status: answer.status };
    },
  };
}
