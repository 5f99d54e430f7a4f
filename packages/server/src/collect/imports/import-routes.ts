import type { Readable } from 'node:stream';
import { importEndpoints as endpoints } from '@lyhord/contract';
import type { Access, Viewer } from '../../access/index.ts';
import { csvLine } from '../../platform/http/csv.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { readMapping } from './checked-mapping.ts';
import type { ImportState } from './import-store.ts';
import { refusedRowsOf } from './imported-rows.ts';
import type { ImportDeeds } from './imports.ts';
import { endpointOf } from './load-file.ts';

export interface ImportRouteParts {
  readonly access: Access;
  readonly warehouse: Warehouse;
  readonly deeds: ImportDeeds;
}

const rowsAtOnce = 5_000;

export function importRoutes({ access, warehouse, deeds }: ImportRouteParts): Route<Viewer>[] {
  const loaded = (viewer: Viewer, state: ImportState) =>
    access.audit(viewer, 'import.started', `import:${state.id}`, `${state.fileName} as ${state.target}`);
  return [
    route(endpoints.listImports, async (_, { viewer }) => ({
      imports: await deeds.list(viewer.workspaceId),
    })),
    route(endpoints.readImport, ({ params }, { viewer }) => deeds.read(viewer.workspaceId, params.id)),
    route(endpoints.uploadImport, async ({ query }, { viewer, request, reply }) => {
      const { workspaceId, personId } = viewer;
      const mapping = query.mapping === undefined ? null : readMapping(query.mapping);
      const bytes = request.body as Readable;
      const file = { workspaceId, fileName: query.fileName, bytes, startedBy: personId };
      const brought = await deeds.bring(file, endpoints.uploadImport.bodyLimitBytes);
      if (!mapping) return reply.send(brought);
      const { state, done } = await deeds.begin(workspaceId, brought.id, mapping, personId);
      await loaded(viewer, state);
      return reply.send(await done);
    }),
    route(endpoints.guessImport, ({ params, query }, { viewer }) =>
      deeds.guess(viewer.workspaceId, params.id, query.target),
    ),
    route(endpoints.checkImport, ({ params, body }, { viewer }) =>
      deeds.check(viewer.workspaceId, params.id, body.mapping),
    ),
    route(endpoints.startImport, async ({ params, body }, { viewer }) => {
      const { state } = await deeds.begin(viewer.workspaceId, params.id, body.mapping, viewer.personId);
      await loaded(viewer, state);
      return state;
    }),
    route(endpoints.dropImport, ({ params }, { viewer }) => deeds.drop(viewer.workspaceId, params.id)),
    route(endpoints.undoImport, async ({ params }, { viewer }) => {
      const state = await deeds.undo(viewer.workspaceId, params.id, viewer.personId);
      const rows = `${state.fileName}: ${state.accepted} rows`;
      await access.audit(viewer, 'import.undone', `import:${state.id}`, rows);
      return state;
    }),
    route(endpoints.refusedRows, async ({ params }, { viewer, reply }) => {
      const state = await deeds.read(viewer.workspaceId, params.id);
      const name = state.fileName.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 80);
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`refused-${name}.csv`)}`,
      );
      return reply.send(await refusedCsv(warehouse, viewer.workspaceId, state.id));
    }),
  ];
}

/** Line, column, reason and the row itself as it may be kept: what names a person is hidden in it. */
async function refusedCsv(warehouse: Warehouse, workspaceId: string, importId: string): Promise<string> {
  let text = `\ufeff${csvLine(['line', 'column', 'reason', 'explanation', 'row'])}`;
  let after = 0;
  for (;;) {
    const rows = await refusedRowsOf(warehouse, workspaceId, endpointOf(importId), after, rowsAtOnce);
    for (const { line, field, reason, detail, cells } of rows)
      text += csvLine([line, field, reason, detail, ...cells]);
    if (rows.length < rowsAtOnce) return text;
    after = rows.at(-1)!.line;
  }
}
