// For the bench of identity: messages that tell of three identifiers of a customer, two at a time, through the ordinary
// pipeline, and what became of them.
import { startServer } from '../main.ts';

export interface Resolved {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly messages: number;
  /** Of the customers looked at: those whose three identifiers are one profile, which is nobody else's. */
  readonly right: number;
  readonly lookedAt: number;
  /** The same graph read from the tables, as at a start. */
  readonly loadSeconds: number;
}

/** So many that a commit is worth its inserts. */
const [customersPerBatch, batchesAtOnce] = [2_500, 8];
const mostLookedAt = 5_000;

const identifiersOf = (number: number) =>
  [
    { type: 'user_id', value: `user-${number}` },
    { type: 'anonymous_id', value: `device-${number}` },
    { type: 'email', value: `customer${number}@example.org` },
  ] as const;

/** A browser that signs in, and the address that the account has. */
const messagesOf = (number: number): object[] => [
  { type: 'identify', messageId: `a-${number}`, userId: `user-${number}`, anonymousId: `device-${number}` },
  {
    ...{ type: 'identify', messageId: `b-${number}`, userId: `user-${number}` },
    traits: { email: `customer${number}@example.org` },
  },
];

export async function resolveIdentities(dataDir: string, customers: number): Promise<Resolved> {
  const server = await startServer({ dataDir, port: 0 });
  try {
    const { access, collect, unify } = server;
    const { workspaceId } = await access.createWorkspace({
      name: 'Bench',
      admin: { email: 'bench@example.org', name: 'Bench', password: 'a long password' },
    });
    const { id: sourceId } = await access.ownSource(workspaceId, 'import');
    const begun = performance.now();
    const cpu = process.cpuUsage();
    let next = 0;
    const lane = async () => {
      while (next < customers) {
        const [first, last] = [next, Math.min(customers, next + customersPerBatch)];
        next = last;
        const messages = Array.from({ length: last - first }, (_, n) => messagesOf(first + n)).flat();
        const verdicts = await collect.recordSegment({ workspaceId, sourceId }, messages);
        const refused = verdicts.find(({ outcome }) => outcome !== 'accepted');
        if (refused) throw new Error(`A message was not accepted: ${JSON.stringify(refused)}`);
      }
    };
    await Promise.all(Array.from({ length: batchesAtOnce }, lane));
    const seconds = (performance.now() - begun) / 1000;
    const used = process.cpuUsage(cpu);
    const step = Math.max(1, Math.floor(customers / mostLookedAt));
    const seen = new Set<string>();
    let [right, lookedAt] = [0, 0];
    for (let number = 0; number < customers; number += step) {
      lookedAt += 1;
      const keys = await Promise.all(
        identifiersOf(number).map(async (one) => (await collect.keyOf(workspaceId, one))!.text),
      );
      const profile = unify.profileKeyOf(workspaceId, keys[0]!)!;
      const members = unify.identifierKeysOf(workspaceId, profile);
      if (!seen.has(profile) && members.sort().join() === keys.sort().join()) right += 1;
      seen.add(profile);
    }
    const loading = performance.now();
    await unify.readIdentitiesAgain(workspaceId);
    return {
      ...{
        seconds,
        processorSeconds: (used.user + used.system) / 1e6,
        messages: 2 * customers,
        right,
        lookedAt,
      },
      loadSeconds: (performance.now() - loading) / 1000,
    };
  } finally {
    await server.stop();
  }
}
