import { createRequire } from 'node:module';

export interface MailServer {
  readonly port: number;
  append(raw: string): void;
  flags(): string[][];
  close(): void;
}

/** hoodiecrow, a real IMAP server in this process. */
export async function openMailServer(raws: readonly string[]): Promise<MailServer> {
  const require = createRequire(import.meta.url);
  const hoodiecrow = require('hoodiecrow-imap');
  const binary = (raw: string) => Buffer.from(raw, 'utf8').toString('binary');
  const messages = raws.map((raw) => ({ raw: binary(raw) }));
  const server = hoodiecrow({
    plugins: ['ID', 'SASL-IR', 'AUTH-PLAIN', 'NAMESPACE', 'ENABLE', 'LITERALPLUS', 'UNSELECT'],
    storage: { INBOX: { messages } },
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: server.server.address().port,
    append: (raw) => server.appendMessage('INBOX', [], false, binary(raw)),
    flags: () =>
      server
        .getMailbox('INBOX')
        .messages.map((one: { flags: string[] }) => one.flags.filter((flag) => flag !== '\\Recent')),
    close: () => server.close(),
  };
}
