export interface MailMessage {
  readonly to: string;
  readonly from?: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers?: Record<string, string>;
  readonly messageId?: string;
  /** Whose letter it is, so that one that is kept as a file can be told from those of others. */
  readonly workspaceId?: string;
}

export interface SmtpSettings {
  /** `smtp://` (STARTTLS when offered) or `smtps://`, with user and password percent-encoded. */
  readonly url: string;
  readonly from?: string;
}

export interface MailTransport {
  /** false: messages are written as .eml files to the data directory's `outbox` and reach nobody. */
  readonly configured: boolean;
  /** Resolves when the mail server has taken the message; throws with its answer otherwise. */
  send(message: MailMessage): Promise<void>;
  /** The same with a workspace's own settings; null falls back to the configuration's. */
  using(settings: SmtpSettings | null): MailTransport;
}
