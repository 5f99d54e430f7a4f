import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEgress } from './guarded-egress.ts';
import { isPublicAddress } from './public-address.ts';

let server: Server;
let port = 0;
beforeAll(async () => {
  server = createServer((request, reply) => {
    if (request.url === '/large') reply.end(Buffer.alloc(200_000));
    else if (request.url === '/away') reply.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    else if (request.url !== '/silent') reply.end('hello');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('outgoing requests', () => {
  const inward = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::127.0.0.1]',
    '[fe80::1]',
    '[fd00::1]',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    'localhost',
  ];
  test.each(inward)('never reach %s', async (host) => {
    await expect(createEgress([]).request(`http://${host}:${port}/`)).rejects.toThrow(
      /not on the public internet|not known to the name/,
    );
  });
  test.each(inward)('of another protocol never reach %s', async (host) => {
    await expect(createEgress([]).addressOf(host, 993)).rejects.toThrow(
      /not on the public internet|not known to the name/,
    );
  });
  test('of another protocol reach a private host that the operator has named', async () => {
    expect(await createEgress(['127.0.0.1:993']).addressOf('127.0.0.1', 993)).toBe('127.0.0.1');
  });
  test('refuse other protocols and credentials in the address', async () => {
    await expect(createEgress([]).request('file:///etc/passwd')).rejects.toThrow('https://');
    await expect(createEgress([]).request('http://a:b@example.org/')).rejects.toThrow('password');
  });
  test('reach a private host that the operator has named', async () => {
    const reply = await createEgress([`127.0.0.1:${port}`]).request(`http://127.0.0.1:${port}/`);
    expect(reply.body.toString()).toBe('hello');
  });
  test('never follow a name to a private address, not even beside a public one', async () => {
    const told: Record<string, string[]> = {
      'inside.example': ['10.0.0.8'],
      'both.example': ['93.184.216.34', '127.0.0.1'],
      'none.example': [],
    };
    const egress = createEgress([], async (host) =>
      (told[host] ?? []).map((address) => ({ address, family: 4 })),
    );
    for (const host of Object.keys(told)) {
      await expect(egress.request(`http://${host}:${port}/`)).rejects.toThrow('not on the public internet');
    }
  });
  test('connect to the address that was checked, whatever the name means a moment later', async () => {
    let asked = 0;
    const egress = createEgress(['moving.example'], async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '203.0.113.1', family: 4 }];
    });
    expect((await egress.request(`http://moving.example:${port}/`)).body.toString()).toBe('hello');
    expect(asked).toBe(1);
  });
  test('follow no redirect, and stop at the limits of size and time', async () => {
    const egress = createEgress(['127.0.0.1']);
    expect((await egress.request(`http://127.0.0.1:${port}/away`)).status).toBe(302);
    await expect(egress.request(`http://127.0.0.1:${port}/large`, { maxBytes: 1_000 })).rejects.toThrow(
      'more than 1000 bytes',
    );
    await expect(egress.request(`http://127.0.0.1:${port}/silent`, { timeoutMs: 100 })).rejects.toThrow(
      'within 100 ms',
    );
  });
});

test('public addresses are public', () => {
  expect(['93.184.216.34', '2606:2800:220:1::1'].map(isPublicAddress)).toEqual([true, true]);
});
