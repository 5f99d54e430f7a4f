// Calls every endpoint of the contract as every kind of caller, and says what was not as declared.
import { type Endpoint, type EndpointId, endpoints, type Role, roles } from '@lyhord/contract';
import { type SampleCall, sampleCalls, type WalkedThings } from './sample-calls.ts';

export interface Walk {
  /** Where the composed app listens. */
  readonly origin: string;
  /** Cookies of one person per role, in the workspace that the things are in. */
  readonly cookies: Readonly<Record<Role, string>>;
  readonly writeKey: string;
  readonly readingToken: string;
  /** Cookie of another workspace's admin. */
  readonly stranger: string;
  readonly things: WalkedThings;
  /** A word that stands in the workspace's names, texts and places, and nowhere else. */
  readonly secretWord: string;
}

interface Caller {
  readonly name: string;
  readonly headers: Record<string, string>;
  /** What must be wrong with the answer, or null. */
  readonly judge: (endpoint: Endpoint, call: SampleCall, answer: Answer) => string | null;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** One line per answer that is not as it should be; empty when all are. `only` names the kinds of callers. */
export async function walkEndpoints(walk: Walk, only?: readonly string[]): Promise<string[]> {
  const calls = sampleCalls(walk.things);
  const wrong: string[] = [];
  for (const caller of callersOf(walk)) {
    if (only?.includes(caller.name) === false) continue;
    for (const id of Object.keys(endpoints) as EndpointId[]) {
      const endpoint: Endpoint = endpoints[id];
      const answer = await send(walk, endpoint, calls[id], caller.headers);
      const fault = answer.status >= 500 ? 'the server failed' : caller.judge(endpoint, calls[id], answer);
      if (fault !== null)
        wrong.push(`${id} as ${caller.name}: ${answer.status}, ${fault}: ${answer.text.slice(0, 200)}`);
    }
  }
  return wrong;
}

function callersOf(walk: Walk): Caller[] {
  return [
    { name: 'nobody', headers: {}, judge: judgeNobody },
    { name: 'an unknown cookie', headers: { cookie: 'lyhord.session_token=none.none' }, judge: judgeNobody },
    // The stranger and the token come before the people, who close and revoke what is there.
    { name: 'another workspace', headers: { cookie: walk.stranger }, judge: judgeStranger(walk.secretWord) },
    { name: 'a write key', headers: { authorization: basic(walk.writeKey) }, judge: judgeKey },
    { name: 'a reading token', headers: { authorization: `Bearer ${walk.readingToken}` }, judge: judgeToken },
    ...roles.toReversed().map((role) => ({
      name: role,
      headers: { cookie: walk.cookies[role] },
      judge: judgeRole(role),
    })),
  ];
}

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
const must = (holds: boolean, fault: string): string | null => (holds ? null : fault);
const isRefused = ({ status }: Answer): boolean => status === 401 || status === 403;

const judgeNobody: Caller['judge'] = (endpoint, _, answer) =>
  endpoint.auth === 'public'
    ? must(!isRefused(answer), 'the public may call this')
    : must(answer.status === 401, 'should be 401');

const judgeKey: Caller['judge'] = (endpoint, _, answer) =>
  endpoint.auth === 'person'
    ? must(answer.status === 401, 'a write key reads nothing')
    : must(!isRefused(answer), 'a write key may call this');

const judgeToken: Caller['judge'] = (endpoint, _, answer) => {
  if (endpoint.auth === 'source') return must(answer.status === 401, 'a token sends nothing');
  if (endpoint.auth === 'public') return must(!isRefused(answer), 'the public may call this');
  const reads = endpoint.method === 'GET' || endpoint.id === 'ask';
  return reads
    ? must(!isRefused(answer), 'the token’s person may read this')
    : must(answer.status === 403, 'a token changes nothing');
};

const judgeRole =
  (role: Role): Caller['judge'] =>
  (endpoint, _, answer) => {
    if (endpoint.auth === 'source') return must(answer.status === 401, 'a session sends nothing');
    if (endpoint.roles && !endpoint.roles.includes(role)) return must(answer.status === 403, 'should be 403');
    return must(!isRefused(answer), 'this role may call it');
  };

/** An admin elsewhere: may call everything, finds nothing of ours, and reads nothing of ours. */
const judgeStranger =
  (secretWord: string): Caller['judge'] =>
  (endpoint, call, answer) => {
    if (answer.text.toLowerCase().includes(secretWord)) return 'it tells of another workspace';
    if (call.owned) return must(answer.status === 404, 'should be 404');
    return endpoint.auth === 'source'
      ? must(answer.status === 401, 'should be 401')
      : must(!isRefused(answer), 'refused');
  };

async function send(walk: Walk, endpoint: Endpoint, call: SampleCall, headers: Record<string, string>) {
  const path = endpoint.path.replace(/:\w+/, encodeURIComponent(call.param ?? ''));
  const url = new URL(`${path}?${new URLSearchParams(call.query)}`, walk.origin);
  const { body } = call;
  const stop = new AbortController();
  const reply = await fetch(url, {
    method: endpoint.method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': contentType(body) }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    redirect: 'manual',
    signal: stop.signal,
  });
  const streams = reply.headers.get('content-type')?.startsWith('text/event-stream');
  const text = streams ? '' : await reply.text();
  if (streams) stop.abort();
  return { status: reply.status, text };
}

const contentType = (body: object | string) => (typeof body === 'string' ? 'text/csv' : 'application/json');
