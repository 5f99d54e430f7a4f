import type { MailMessage, MailTransport } from '../../platform/mail/mail-transport.ts';
import type { Settings } from '../access.ts';
import { oneLine } from '../letters/letter.ts';

/** Mail with the workspace's own server and sender where it has them; the installation's otherwise. */
export function workspaceMail(
  installation: MailTransport,
  workspaceId: string,
  settings: Settings,
): MailTransport {
  const { smtpUrl, fromName, fromAddress } = settings.mail;
  const from = fromAddress ? sender(fromName || settings.name, fromAddress) : undefined;
  const transport = smtpUrl
    ? installation.using({ url: smtpUrl, ...(from === undefined ? {} : { from }) })
    : installation;
  return {
    configured: transport.configured,
    send: (message: MailMessage) =>
      transport.send({ ...(from === undefined ? {} : { from }), ...message, workspaceId }),
    using: (other) => transport.using(other),
  };
}

/** `"Solvik" <hello@solvik.example>`, with nothing in it that could end the header or name a second address. */
function sender(name: string, address: string): string {
  const quotedName = oneLine(name, 120).replace(/["\\<>]/g, '');
  return `"${quotedName}" <${oneLine(address, 254).replace(/[<>,;"\s]/g, '')}>`;
}
