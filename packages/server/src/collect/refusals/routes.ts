import { frontDoorEndpoints as endpoints, type Refusal } from '@lyhord/contract';
import type { z } from 'zod';
import type { Access, Viewer } from '../../access/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import type { RefusedRow, Replay } from './refusal-search.ts';
import { type ReplayParts, replayRefusals } from './replay.ts';

const pageSize = 50;

export function refusalRoutes(parts: ReplayParts, access: Access): Route<Viewer>[] {
  const { search } = parts;
  return [
    route(endpoints.listRefusals, async ({ query }, { viewer }) => {
      const { before, ...filter } = query;
      const { workspaceId } = viewer;
      const [rows, counts, sources] = await Promise.all([
        search.page(workspaceId, filter, before, pageSize + 1),
        search.counts(workspaceId, filter),
        access.listSources(workspaceId),
      ]);
      const names = new Map(sources.map(({ id, name }) => [id, name]));
      const shown = rows.slice(0, pageSize);
      const replays = await search.replaysOf(
        workspaceId,
        shown.map((row) => row.refusal_id),
      );
      return {
        refusals: shown.map((row) => shownRefusal(row, names, replays.get(row.refusal_id))),
        total: counts.total,
        next: rows.length > pageSize ? shown.at(-1)!.refusal_id : null,
        reasons: counts.reasons.map(({ key, n }) => ({ reason: key, items: Number(n) })),
        sources: counts.sources.map(({ key, n }) => ({
          id: key,
          name: names.get(key) ?? key,
          items: Number(n),
        })),
      };
    }),
    route(endpoints.replayRefusals, async ({ body }, { viewer }) => {
      const verdicts = await replayRefusals(parts, viewer.workspaceId, body, viewer.personId);
      const count = (...outcomes: string[]) =>
        verdicts.filter(({ outcome }) => outcomes.includes(outcome)).length;
      const accepted = count('accepted');
      await access.audit(
        viewer,
        'refusals.replayed',
        'refusals',
        `${accepted} of ${verdicts.length} taken in`,
      );
      const left = 'filter' in body ? (await search.counts(viewer.workspaceId, body.filter)).total : 0;
      return {
        ...{ accepted, duplicates: count('duplicate'), refused: count('refused', 'differs') },
        left: Math.max(0, left),
        verdicts,
      };
    }),
  ];
}

function shownRefusal(
  row: RefusedRow,
  names: ReadonlyMap<string, string>,
  replay: Replay | undefined,
): z.input<typeof Refusal> {
  return {
    id: row.refusal_id,
    at: `${row.at.replace(' ', 'T')}Z`,
    sourceId: row.source_id,
    source: names.get(row.source_id) ?? row.source_id,
    endpoint: row.endpoint,
    reason: row.reason,
    field: row.field || null,
    detail: row.detail,
    wrong: row.wrong === '' ? null : JSON.parse(row.wrong),
    item: row.item,
    replayable: Boolean(row.can_replay),
    replayed: replay
      ? { at: replay.at.toISOString(), outcome: replay.outcome, detail: replay.detail, wrong: replay.wrong }
      : null,
  };
}
