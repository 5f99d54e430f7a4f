import type { Access, Viewer } from '../../access/index.ts';
import { testLetter } from '../letters/act-letters.ts';

/** Sends a test to the viewer, and says in words how it went. */
export async function testMail(access: Access, viewer: Viewer): Promise<{ sent: boolean; detail: string }> {
  const [mail, settings, member] = await Promise.all([
    access.mailFor(viewer.workspaceId),
    access.settings(viewer.workspaceId),
    access.member(viewer.workspaceId, viewer.personId ?? ''),
  ]);
  if (!member) return { sent: false, detail: 'There is nobody to send it to.' };
  if (!mail.configured) {
    return { sent: false, detail: 'Mail is not set up: enter the address of a mail server first.' };
  }
  try {
    await mail.send({ to: member.email, ...testLetter(member.locale, settings.name) });
    await access.audit(viewer, 'mail.tested', `person:${member.personId}`);
    return { sent: true, detail: `The mail server took the message to ${member.email}.` };
  } catch (error) {
    return { sent: false, detail: `The mail server did not take it: ${withoutSecrets(error as Error)}` };
  }
}

/** The server's own words, without an address that might hold a password. */
const withoutSecrets = (error: Error): string => error.message.replace(/smtps?:\/\/\S+/g, '…').slice(0, 300);
