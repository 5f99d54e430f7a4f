// Promise: every queued mail is handed to the mail server when it is due, tried again with growing pauses, and marked
// failed when the server will never take it. A mail goes out at least once: a process that is killed after the mail
// server took it and before that was noted sends it again, with the same Message-ID.
import type { Access } from '../../access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { type ClaimedMail, mailStore } from './mail-store.ts';

/** Pauses before the next attempt, in minutes. */
const pauses = [1, 5, 20, 60, 240, 720];

export interface MailDispatcher {
  /** Sends all that is due; one run at a time, a call during a run makes another one follow. */
  run(): Promise<void>;
}

export function createMailDispatcher(
  platform: Platform,
  access: Access,
  delivered: (mail: { workspaceId: string; caseId: string | null }) => Promise<void>,
): MailDispatcher {
  const store = mailStore(platform.ledger);
  const claim = () => store.claim(platform.clock.now());

  /** Between its writing and its hour somebody may have left the company. */
  const hasLeft = async ({ workspaceId, personId }: ClaimedMail) =>
    personId !== null && (await access.member(workspaceId, personId))?.active !== true;

  const sendOne = async (mail: ClaimedMail) => {
    try {
      if (await hasLeft(mail)) {
        await store.done(mail.id, 'failed', 'The person may no longer sign in.', platform.clock.now());
        return;
      }
      const transport = await access.mailFor(mail.workspaceId);
      const { to, subject, text, html, headers, messageId, replyTo } = mail;
      await transport.send({ to, subject, text, html, headers, messageId, ...(replyTo ? { replyTo } : {}) });
      const { configured } = transport;
      const note = configured ? null : 'Mail is not set up: the letter lies in the folder outbox.';
      await store.done(mail.id, configured ? 'sent' : 'kept', note, platform.clock.now());
    } catch (error) {
      await noteFailure(mail, error as Error & { responseCode?: number });
    }
    await delivered(mail);
  };

  const noteFailure = async (mail: ClaimedMail, error: Error & { responseCode?: number }) => {
    const problem = error.message.slice(0, 300);
    const pause = pauses[mail.attempts - 1];
    const never = (error.responseCode ?? 0) >= 500 || pause === undefined;
    platform.log.warn({ mail: mail.id, attempts: mail.attempts, problem, never }, 'a mail did not go out');
    if (never) await store.done(mail.id, 'failed', problem, platform.clock.now());
    else await store.tryAgain(mail.id, problem, new Date(platform.clock.now().getTime() + pause * 60_000));
  };

  return {
    run: oneAtATime(async () => {
      for (let mail = await claim(); mail !== null; mail = await claim()) await sendOne(mail);
    }),
  };
}
