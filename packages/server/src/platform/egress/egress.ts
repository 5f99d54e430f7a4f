export interface EgressRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  /** For the whole exchange; default 10,000. */
  readonly timeoutMs?: number;
  /** Largest answer; default 10 MB. */
  readonly maxBytes?: number;
}

export interface EgressReply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** The one way out over HTTP: public addresses only, connected to as checked, no redirects followed. */
export interface Egress {
  /** Throws EgressRefused when the address may not be reached, with a sentence that says why. */
  request(url: string, request?: EgressRequest): Promise<EgressReply>;
  /**
   * The address to connect to for another protocol than HTTP, such as IMAP; checked by the same rules. Connect to
   * what is returned, not to the name.
   */
  addressOf(host: string, port: number): Promise<string>;
}

export class EgressRefused extends Error {
  override readonly name = 'EgressRefused';
}
