// Sends load from a process of its own and prints what came back as JSON.
import { connect, type Socket } from 'node:net';
import { storedMessage } from '@lyhord/server/stored-message';
import { quantile } from './figure.ts';
import type { LoadOrder, LoadResult } from './load-order.ts';

const order = JSON.parse(process.argv[2]!) as LoadOrder;
const perBatch = 100;
const server = new URL(order.url);
const headers = `host: ${server.host}\r\nauthorization: Basic ${Buffer.from(`${order.writeKey}:`).toString('base64')}\r\ncontent-type: application/json\r\n`;
const words = [
  'queue',
  'delivery',
  'staff',
  'price',
  'app',
  'returns',
  'kitchen',
  'checkout',
  'parking',
  'chair',
];
const said = [
  'was terribly slow and nobody helped',
  'was quick, friendly and clean',
  'fungerade inte alls i dag',
];

let next = 0;
const sent: number[] = [];
const fresh = (number: number) => ({ ...storedMessage(number), messageId: `${order.run}-${number}` });

function event() {
  if (order.duplicates > 0 && Math.random() < order.duplicates) {
    if (order.stored > 0 && (sent.length === 0 || Math.random() < 0.5))
      return storedMessage(Math.floor(Math.random() * order.stored));
    const again = sent[Math.floor(Math.random() * sent.length)];
    if (again !== undefined) return fresh(again);
  }
  const number = next++;
  if (order.duplicates > 0) sent[number % 100_000] = number;
  return fresh(number);
}

function signal() {
  const number = next++;
  return {
    messageId: `${order.run}-${number}`,
    kind: 'survey',
    channel: 'web',
    happenedAt: new Date().toISOString(),
    identifiers: [{ type: 'user_id', value: `customer-${number % 100_000}` }],
    answers: [{ question: 'nps', value: number % 11 }],
    text: `The ${words[number % 10]} ${said[number % 3]}. Order ${number}: ${words[(number >> 3) % 10]} ${said[(number >> 2) % 3]}.`,
  };
}

const list = <T>(make: () => T): T[] => Array.from({ length: perBatch }, make);
const calls: Record<LoadOrder['kind'], () => [string, unknown]> = {
  events: () => ['/v1/batch', { batch: list(event) }],
  single: () => ['/v1/track', event()],
  signals: () => ['/v1/signals', { signals: list(signal) }],
};
const perCall = order.kind === 'single' ? 1 : perBatch;

/** One lane's connection. As lean as it gets: what sends shares the machine with what is measured. */
class Connection {
  private readonly socket: Socket;
  private text = '';
  private heard: ((reply: { status: number; text: string }) => void) | null = null;
  private failed: (error: Error) => void = () => {};

  constructor(url: URL) {
    this.socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.socket.setEncoding('latin1');
    this.socket.on('data', (chunk: string) => this.read(chunk));
    this.socket.on('error', (error) => this.failed(error));
    this.socket.on('close', () => this.failed(new Error('the server closed the connection')));
  }

  post(path: string, body: unknown): Promise<{ status: number; text: string }> {
    const text = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      this.heard = resolve;
      this.failed = reject;
      this.socket.write(
        `POST ${path} HTTP/1.1\r\n${headers}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      );
    });
  }

  end(): void {
    this.failed = () => {};
    this.socket.destroy();
  }

  private read(chunk: string): void {
    this.text += chunk;
    const begins = this.text.indexOf('\r\n\r\n') + 4;
    if (begins < 4) return;
    const length = Number(/content-length: *(\d+)/i.exec(this.text.slice(0, begins))?.[1] ?? 0);
    if (this.text.length < begins + length) return;
    const reply = { status: Number(this.text.slice(9, 12)), text: this.text.slice(begins, begins + length) };
    this.text = this.text.slice(begins + length);
    this.heard?.(reply);
  }
}

const times: number[] = [];
const result = { requests: 0, accepted: 0, duplicates: 0, refused: 0, postponed: 0 };
const started = performance.now();
const elapsed = () => (performance.now() - started) / 1000;

async function lane(): Promise<void> {
  const connection = new Connection(server);
  while (elapsed() < order.seconds && next < order.mostItems) {
    const [path, body] = calls[order.kind]();
    const began = performance.now();
    const { status, text } = await connection.post(path, body);
    times.push(performance.now() - began);
    result.requests += 1;
    if (status === 429 || status === 503) {
      result.postponed += 1;
      await new Promise((resolve) => setTimeout(resolve, 200));
    } else if (status === 200) {
      const [, accepted, duplicates, refused] = /"accepted":(\d+),"duplicates":(\d+),"refused":(\d+)/.exec(
        text,
      )!;
      result.accepted += Number(accepted);
      result.duplicates += Number(duplicates);
      result.refused += Number(refused);
    } else throw new Error(`${path} answered ${status}: ${text.slice(0, 300)}`);
  }
  connection.end();
}

await Promise.all(Array.from({ length: order.lanes }, lane));
const done: LoadResult = {
  ...result,
  seconds: elapsed(),
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
};
if (next > 0 && result.requests * perCall > 0) console.log(JSON.stringify(done));
