// Promise: of the sign-in library only the named paths can be reached; its errors come as problems like all others.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { because, Problem } from '../../platform/http/problem.ts';
import type { SignInFailures } from './failures.ts';
import { addressHeader, type SignIn } from './sign-in.ts';

const paths = {
  'sign-in/email': 'POST',
  'sign-out': 'POST',
  'get-session': 'GET',
  'request-password-reset': 'POST',
  'reset-password': 'POST',
  'change-password': 'POST',
} as const;

export function mountSignIn(app: FastifyInstance, signIn: SignIn, failures: SignInFailures): void {
  for (const [path, method] of Object.entries(paths)) {
    app.route({
      method,
      url: `/api/auth/${path}`,
      bodyLimit: 16 * 1024,
      handler: (request, reply) =>
        path === 'sign-in/email'
          ? answerSignIn(signIn, failures, request, reply)
          : answer(signIn, request, reply),
    });
  }
}

async function answerSignIn(
  signIn: SignIn,
  failures: SignInFailures,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const email = (request.body as { email?: unknown } | undefined)?.email;
  if (typeof email !== 'string' || email.length > 254) {
    throw new Problem('invalid_input', { detail: 'Signing in needs an e-mail address and a password.' });
  }
  await failures.begin(email);
  const response = await signIn.answer(webRequest(request));
  if (response.ok) await failures.forget(email);
  else if (response.status !== 401) await failures.giveBack(email);
  // The session's token stays in the cookie, out of reach of scripts.
  return passOn(response, reply, { signedIn: true });
}

async function answer(signIn: SignIn, request: FastifyRequest, reply: FastifyReply) {
  return passOn(await signIn.answer(webRequest(request)), reply);
}

/** The request as the address bar knows it; the caller's address is the one that the proxy settings vouch for. */
function webRequest(request: FastifyRequest): Request {
  const headers = webHeaders(request);
  headers.delete('content-length');
  headers.set(addressHeader, request.ip);
  const hasBody = request.method !== 'GET' && request.body !== undefined;
  if (hasBody) headers.set('content-type', 'application/json');
  const origin = `${request.protocol}://${request.host}`;
  if (!URL.canParse(origin)) {
    throw new Problem('bad_request', {
      detail: `The request's host is "${String(request.host).slice(0, 80)}", but should be the name of this server.`,
    });
  }
  return new Request(new URL(request.url, origin), {
    method: request.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
  });
}

export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  return headers;
}

async function passOn(response: Response, reply: FastifyReply, answer?: object) {
  const text = await response.text();
  if (response.status >= 400) throw problemOf(response, text);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const body = answer === undefined ? text || '{}' : JSON.stringify(answer);
  return reply.code(response.status).type('application/json').send(body);
}

function problemOf(response: Response, text: string): Problem {
  const { code = '', message = '' } = parsed(text);
  if (response.status === 429) {
    const seconds = response.headers.get('x-retry-after') ?? '60';
    return new Problem('too_many', { headers: { 'retry-after': seconds } });
  }
  if (code === 'INVALID_TOKEN') {
    return new Problem('gone', because('link_used'));
  }
  if (code === 'INVALID_PASSWORD') {
    return new Problem('bad_sign_in', because('password_wrong'));
  }
  if (code === 'FAILED_TO_CREATE_SESSION') {
    return new Problem('bad_sign_in', because('account_inactive'));
  }
  if (response.status === 401) return new Problem('bad_sign_in');
  if (response.status === 403) return new Problem('foreign_origin');
  if (response.status >= 500) return new Problem('internal');
  return new Problem('invalid_input', message ? { detail: `${message.replace(/\.?$/, '')}.` } : {});
}

function parsed(text: string): { code?: string; message?: string } {
  try {
    return JSON.parse(text) as { code?: string; message?: string };
  } catch {
    return {};
  }
}
