// Promise: the address that was checked is the address that is connected to; a name that resolves to a private
// address is refused, whatever it resolved to a moment ago.
import { lookup as resolveName } from 'node:dns/promises';
import { type ClientRequest, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Egress, EgressRefused, type EgressReply, type EgressRequest } from './egress.ts';
import { isPublicAddress } from './public-address.ts';

interface Address {
  readonly address: string;
  readonly family: number;
}

type Resolve = (host: string) => Promise<Address[]>;
const resolveAll: Resolve = (host) => resolveName(host, { all: true, verbatim: true });

/** `allowed` names private hosts (`host` or `host:port`) that may be reached all the same. */
export function createEgress(allowed: readonly string[], resolve: Resolve = resolveAll): Egress {
  const exceptions = new Set(allowed.map((entry) => entry.toLowerCase()));
  const checkedAddresses = async (host: string, port: string) => {
    const excepted = exceptions.has(host) || exceptions.has(`${host}:${port}`);
    const addresses = await addressesOf(host, resolve);
    if (!excepted) refusePrivate(host, addresses);
    return addresses;
  };
  return {
    async request(text, request = {}) {
      const url = acceptableUrl(text);
      const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
      const port = url.port || (url.protocol === 'https:' ? '443' : '80');
      return exchange(url, request, await checkedAddresses(host, port));
    },
    async addressOf(host, port) {
      const [first] = await checkedAddresses(host.replace(/^\[|\]$/g, '').toLowerCase(), String(port));
      return first!.address;
    },
  };
}

function acceptableUrl(text: string): URL {
  if (!URL.canParse(text))
    throw new EgressRefused(
      `"${text.slice(0, 100)}" is not an address; it should look like https://example.org/path.`,
    );
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new EgressRefused(`"${url.protocol}//" cannot be reached; use https:// or http://.`);
  }
  if (url.username || url.password)
    throw new EgressRefused('An address may not hold a user name or password; send them in a header.');
  return url;
}

async function addressesOf(host: string, resolve: Resolve): Promise<Address[]> {
  if (isIP(host)) return [{ address: host, family: isIP(host) }];
  try {
    return await resolve(host);
  } catch (error) {
    throw new EgressRefused(`The name "${host}" is not known to the name servers.`, { cause: error });
  }
}

function refusePrivate(host: string, addresses: readonly Address[]): void {
  const wrong = addresses.find(({ address }) => !isPublicAddress(address));
  if (addresses.length > 0 && wrong === undefined) return;
  throw new EgressRefused(
    `"${host}" leads to ${wrong?.address ?? 'no address'}, which is not on the public internet; ` +
      'an administrator can allow it with LYHORD_EGRESS_ALLOW.',
  );
}

function exchange(url: URL, request: EgressRequest, addresses: readonly Address[]): Promise<EgressReply> {
  const timeoutMs = request.timeoutMs ?? 10_000;
  const checked: LookupFunction = (_host, options, callback) => {
    if (options.all)
      callback(
        null,
        addresses.map(({ address, family }) => ({ address, family })),
      );
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secureRequest : plainRequest;
    const signal = AbortSignal.timeout(timeoutMs);
    const outgoing: ClientRequest = send(url, {
      method: request.method ?? 'GET',
      headers: { 'user-agent': 'Lyhord', 'accept-encoding': 'identity', ...request.headers },
      lookup: checked,
      agent: false,
      signal,
    });
    const fail = (error: Error) => {
      reject(
        signal.aborted
          ? new EgressRefused(`${url.host} did not answer within ${timeoutMs} ms.`, { cause: error })
          : error,
      );
    };
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      const maxBytes = request.maxBytes ?? 10 * 1024 ** 2;
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= maxBytes) chunks.push(chunk);
        else outgoing.destroy(new EgressRefused(`${url.host} answered with more than ${maxBytes} bytes.`));
      });
      incoming.on('error', fail);
      incoming.on('end', () => {
        resolve({
          status: incoming.statusCode ?? 0,
          headers: joined(incoming.headers),
          body: Buffer.concat(chunks),
        });
      });
    });
    outgoing.end(request.body);
  });
}

function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
