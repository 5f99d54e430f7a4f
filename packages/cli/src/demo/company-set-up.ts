// What the demo company has set up before anybody signs in: goals, the register of its customers, segments.
import type { KnownTotals, SegmentToSave } from '@lyhord/contract';
import type { RunningServer } from '@lyhord/server';
import type { Twin } from '@lyhord/twin';

/** Goals in points of NPS; the whole company's is given with the workspace. */
const placeGoals: Readonly<Record<string, number>> = { se: 40, fi: 35, 'se-nordstan': 35 };
const touchpointTargets = { store_visit: 45, delivery: 35, loyalty_programme: 30 };

export const goalOf = (code: string): number | null => placeGoals[code] ?? null;

const segments: readonly SegmentToSave[] = [
  {
    name: 'Valued customers who drift away',
    rule: {
      all: [
        { fact: 'lifeCycle', in: ['at_risk'] },
        { fact: 'revenue', atLeast: 500_000 },
      ],
    },
  },
  {
    name: 'Unhappy regulars',
    rule: {
      all: [
        { fact: 'orders', atLeast: 4 },
        { fact: 'daysSinceOrder', atMost: 180 },
        {
          any: [
            { fact: 'lastNps', atMost: 6 },
            { fact: 'lastSentiment', in: ['negative'] },
          ],
        },
      ],
    },
  },
  {
    name: 'Plus renews within 60 days',
    rule: {
      all: [
        { fact: 'contractsActive', atLeast: 1 },
        { fact: 'daysToRenewal', atMost: 60 },
      ],
    },
  },
];

/** Everything here is demo data and can be changed or removed like anything that people set up. */
export async function setUpCompany(
  { access, understand }: RunningServer,
  workspaceId: string,
  adminId: string,
  placeIds: ReadonlyMap<string, string>,
  twin: Twin,
): Promise<void> {
  const admin = (await access.viewerOf(workspaceId, adminId))!;
  const totals = Object.fromEntries([...twin.register].map(([code, count]) => [placeIds.get(code)!, count]));
  const knownTotals: KnownTotals[] = [{ dimension: 'place', totals }];
  await access.changeSettings(admin, { knownTotals, touchpointTargets });
  for (const segment of segments) await understand.keepSegment(admin, segment);
}
