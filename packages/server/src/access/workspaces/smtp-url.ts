// Promise: the password of a mail server is taken in, but never given out again, and never sent to another server
// than the one it was given for.
import { Problem } from '../../platform/http/problem.ts';

/** Stands in the address where a password is kept. */
export const hiddenPassword = '••••••';

/** The address with its password hidden. */
export function shownSmtpUrl(smtpUrl: string): string {
  if (!URL.canParse(smtpUrl)) return '';
  const url = new URL(smtpUrl);
  const user = url.username ? `${url.username}${url.password ? `:${hiddenPassword}` : ''}@` : '';
  return `${url.protocol}//${user}${url.host}${url.pathname === '/' ? '' : url.pathname}${url.search}`;
}

/** The address to keep when `given` comes in and `kept` stands. */
export function smtpUrlToKeep(given: string, kept: string): string {
  const typed = given.trim();
  if (typed === '') return '';
  if (typed === shownSmtpUrl(kept)) return kept;
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw wrong('smtp://user:password@host:port or smtps://user:password@host:port');
  }
  if (url.password === encodeURIComponent(hiddenPassword)) {
    throw wrong('the address together with its password: it is kept only for the server it was given for');
  }
  return typed;
}

function wrong(expected: string): Problem {
  return new Problem('invalid_input', {
    detail: `body.mail.smtpUrl should be ${expected}.`,
    fields: [{ path: 'body.mail.smtpUrl', received: '(not shown)', expected }],
  });
}
