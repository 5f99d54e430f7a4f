// Reads over kept connections and prints what came back as JSON; little more than sockets, since it runs on the same
// processors as the server.
import { connect } from 'node:net';
import { keyOfStored } from '@lyhord/server/stored-profile';
import { quantile } from './figure.ts';
import type { ReadOrder, ReadResult } from './read-order.ts';

const order = JSON.parse(process.argv[2]!) as ReadOrder;
const { hostname, port, host } = new URL(order.url);
const times: number[] = [];
let others = 0;
const ends = performance.now() + order.seconds * 1000;

function request(): string {
  const number = Math.floor(Math.random() * order.customers);
  const path = order.path === 'health' ? '/healthz' : `/api/profiles/${keyOfStored(number)}`;
  return `GET ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${order.token}\r\n\r\n`;
}

/** Where an answer ends, once all of it is there; -1 before. */
function endOf(text: string): number {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return -1;
  const length = /content-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  if (length === undefined) throw new Error(`an answer without a length: ${text.slice(0, 200)}`);
  return head + 4 + Number(length);
}

const lane = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    // bytes as they are: a length counts bytes
    socket.setEncoding('latin1');
    let [text, sent] = ['', 0];
    const ask = () => {
      if (performance.now() >= ends) {
        socket.end();
        resolve();
        return;
      }
      sent = performance.now();
      socket.write(request());
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (chunk: string) => {
      text += chunk;
      const end = endOf(text);
      if (end < 0 || text.length < end) return;
      times.push(performance.now() - sent);
      const good = text.startsWith('HTTP/1.1 200');
      if (!good || (order.path === 'profile' && !text.includes('"from":"store"'))) others += 1;
      text = text.slice(end);
      ask();
    });
  });

const begun = performance.now();
await Promise.all(Array.from({ length: order.lanes }, lane));
const result: ReadResult = {
  answers: times.length,
  seconds: (performance.now() - begun) / 1000,
  median: quantile(times, 0.5),
  p99: quantile(times, 0.99),
  others,
};
process.stdout.write(JSON.stringify(result));
