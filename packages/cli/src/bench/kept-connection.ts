// One connection to a server that is used again and again; as lean as it gets, since what sends shares the machine with
// what is measured.
import { connect, type Socket } from 'node:net';

export interface ShortAnswer {
  readonly status: number;
  /** True where it says when to come again. */
  readonly comeAgain: boolean;
}

interface Waiting {
  readonly answered: (answer: ShortAnswer) => void;
  readonly broke: (error: Error) => void;
}

export class KeptConnection {
  private readonly server: URL;
  private socket: Socket | null = null;
  private heard = '';
  private waiting: Waiting | null = null;

  constructor(server: URL) {
    this.server = server;
  }

  /** Posts a body; rejects where the connection ended without a whole answer. One at a time. */
  post(path: string, headers: Readonly<Record<string, string>>, body: Buffer): Promise<ShortAnswer> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `POST ${path} HTTP/1.1\r\nhost: ${this.server.host}\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n`;
    this.socket ??= this.opened();
    const { socket } = this;
    return new Promise((answered, broke) => {
      this.waiting = { answered, broke };
      socket.cork();
      socket.write(head, 'latin1');
      socket.write(body);
      socket.uncork();
    });
  }

  end(): void {
    this.socket?.destroy();
  }

  private opened(): Socket {
    const { hostname, port } = this.server;
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), noDelay: true });
    const gone = (error: Error) => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.heard = '';
      this.settle((waiting) => waiting.broke(error));
    };
    socket.setEncoding('latin1');
    socket.on('data', (piece: string) => this.hear(socket, piece));
    socket.on('error', gone);
    socket.on('close', () => gone(new Error('the connection was closed without an answer')));
    return socket;
  }

  private hear(socket: Socket, piece: string): void {
    this.heard += piece;
    const end = this.heard.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.heard.slice(0, end).toLowerCase();
    const length = /\ncontent-length: *(\d+)/.exec(head)?.[1];
    const whole =
      length === undefined
        ? this.heard.endsWith('\r\n0\r\n\r\n')
        : this.heard.length >= end + 4 + Number(length);
    if (!whole) return;
    this.heard = '';
    if (/\nconnection: *close/.test(head)) {
      this.socket = null;
      socket.end();
    }
    const answer = { status: Number(head.slice(9, 12)), comeAgain: head.includes('\nretry-after:') };
    this.settle((waiting) => waiting.answered(answer));
  }

  private settle(how: (waiting: Waiting) => void): void {
    const { waiting } = this;
    this.waiting = null;
    if (waiting) how(waiting);
  }
}
