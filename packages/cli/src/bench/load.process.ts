// Sends load from a process of its own and prints what came back as JSON.
import { Agent, request } from 'node:http';
import { storedMessage } from '@lyhord/server/stored-message';
import { quantile } from './figure.ts';
import type { LoadOrder, LoadResult } from './load-order.ts';

const order = JSON.parse(process.argv[2]!) as LoadOrder;
const perBatch = 100;
const agent = new Agent({ keepAlive: true, maxSockets: order.lanes });
const headers = {
  authorization: `Basic ${Buffer.from(`${order.writeKey}:`).toString('base64')}`,
  'content-type': 'application/json',
};
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

function post(path: string, body: unknown): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sending = request(new URL(path, order.url), { method: 'POST', agent, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => {
        text += chunk;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
    });
    sending.on('error', reject);
    sending.end(JSON.stringify(body));
  });
}

const times: number[] = [];
const result = { requests: 0, accepted: 0, duplicates: 0, refused: 0, postponed: 0 };
const started = performance.now();
const elapsed = () => (performance.now() - started) / 1000;

async function lane(): Promise<void> {
  while (elapsed() < order.seconds && next < order.mostItems) {
    const [path, body] = calls[order.kind]();
    const began = performance.now();
    const { status, text } = await post(path, body);
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
}

await Promise.all(Array.from({ length: order.lanes }, lane));
const done: LoadResult = {
  ...result,
  seconds: elapsed(),
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
};
if (next > 0 && result.requests * perCall > 0) console.log(JSON.stringify(done));
agent.destroy();
