import { createHash } from 'node:crypto';

/** The same key gives the same Message-ID, so that a mail server or reader can tell a second copy. */
export function messageIdFor(workspaceId: string, messageKey: string, domain: string): string {
  const hash = createHash('sha256').update(`${workspaceId}\n${messageKey}`).digest('hex').slice(0, 32);
  return `<${hash}@${domain}>`;
}

/** Domain of the sender's address, or of the product's own address. */
export function mailDomain(fromAddress: string, publicUrl: string): string {
  const domain = fromAddress.split('@')[1]?.trim().toLowerCase() ?? '';
  if (/^[a-z0-9.-]+$/.test(domain)) return domain;
  return URL.canParse(publicUrl) ? new URL(publicUrl).hostname : 'lyhord.local';
}

/** The same message id with the name of its thread in it, so that an answer names the thread, too. */
export const inThread = (thread: string, messageId: string): string => messageId.replace('@', `.${thread}@`);
