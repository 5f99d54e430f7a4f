// Promise: whatever a name resolves to is checked, and the connection goes to exactly the address that was checked.
import { lookup as resolveName } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Egress, EgressRefused, type EgressReply, type EgressRequest } from './egress.ts';
import { isPublicAddress } from './public-address.ts';

const defaultTimeoutMs = 10_000;
const defaultMaxBytes = 10 * 1024 * 1024;

/** Outgoing HTTP; `allowed` names private hosts (host or host:port) that may be reached all the same. */
export function openEgress(allowed: readonly string[]): Egress {
  return {
    async request(address, request = {}) {
      const url = checkedUrl(address);
      const exempt = allowed.includes(url.hostname) || allowed.includes(url.host);
      const target = await checkedTarget(url, exempt);
      return exchange(url, target, request);
    },
  };
}

function checkedUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new EgressRefused(
      `"${address.slice(0, 100)}" is not an address that begins with https:// or http://.`,
    );
  }
  if (url.username || url.password)
    throw new EgressRefused('An address may not carry a user or a password; use a header.');
  return url;
}

interface Target {
  readonly address: string;
  readonly family: number;
}

async function checkedTarget(url: URL, exempt: boolean): Promise<Target> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolved(host);
  const refused = exempt ? undefined : found.find(({ address }) => !isPublicAddress(address));
  if (refused)
    throw new EgressRefused(`${url.hostname} leads to ${refused.address}, which is not a public address.`);
  return found[0]!;
}

async function resolved(host: string): Promise<Target[]> {
  try {
    return await resolveName(host, { all: true });
  } catch {
    throw new EgressRefused(`The name ${host} cannot be resolved.`);
  }
}

function exchange(url: URL, target: Target, request: EgressRequest): Promise<EgressReply> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const lookup: LookupFunction = (_host, options, done) => {
    if (options.all) (done as (error: null, all: Target[]) => void)(null, [target]);
    else done(null, target.address, target.family);
  };
  const maxBytes = request.maxBytes ?? defaultMaxBytes;
  return new Promise((resolve, reject) => {
    const outgoing = send(
      url,
      {
        method: request.method ?? 'GET',
        headers: { 'user-agent': 'lyhord', ...request.headers },
        lookup,
        agent: false,
        signal: AbortSignal.timeout(request.timeoutMs ?? defaultTimeoutMs),
      },
      (reply) => {
        const chunks: Buffer[] = [];
        let size = 0;
        reply.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxBytes)
            outgoing.destroy(new EgressRefused(`${url.host} answered with more than ${maxBytes} bytes.`));
          else chunks.push(chunk);
        });
        reply.on('error', reject);
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: flat(reply.headers),
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    outgoing.on('error', (error) =>
      reject(
        error.name === 'TimeoutError' || error.name === 'AbortError'
          ? new EgressRefused(
              `${url.host} did not answer within ${request.timeoutMs ?? defaultTimeoutMs} ms.`,
            )
          : error,
      ),
    );
    outgoing.end(request.body);
  });
}

const flat = (headers: NodeJS.Dict<string | string[]>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
