// The composition of imports.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Access, Viewer } from '../../access/index.ts';
import type { Route } from '../../platform/http/endpoints.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Intake } from '../recording/intake.ts';
import type { Redact } from '../segment/personal-fields.ts';
import { importRoutes } from './import-routes.ts';
import { type ImportState, importStore } from './import-store.ts';
import { type CreatePlaces, type FileToImport, importTable } from './import-table.ts';
import { importOlist, type OlistImport } from './olist/import-olist.ts';

export interface Imports {
  readonly routes: Route<Viewer>[];
  start(): Promise<void>;
  importFile(file: FileToImport): Promise<ImportState>;
  importOlist(from: OlistImport): Promise<ImportState[]>;
  createPlacesBy(create: CreatePlaces): void;
}

const abandoned = 'The server stopped meanwhile; load the file again, nothing will be doubled.';

export function createImports(platform: Platform, access: Access, intake: Intake, redact: Redact): Imports {
  const { ledger, clock, ids, config } = platform;
  const folder = join(config.dataDir, 'uploads');
  let createPlaces: CreatePlaces = async () => new Map();
  const parts = {
    access,
    store: importStore(ledger),
    record: intake.record,
    redact,
    clock,
    ids,
    createPlaces: (...given: Parameters<CreatePlaces>) => createPlaces(...given),
    timeZoneOf: async (workspaceId: string) => (await intake.workspaces.of(workspaceId)).timeZone,
  };
  const importFile = (file: FileToImport) => importTable(parts, file);
  return {
    routes: importRoutes({ access, store: parts.store, folder, newId: ids.next, importFile }),
    async start() {
      if (!intake.writes()) return;
      await parts.store.endAbandoned(abandoned, clock.now());
      await rm(folder, { recursive: true, force: true });
    },
    importFile,
    importOlist: (from) => importOlist(parts, from),
    createPlacesBy(create) {
      createPlaces = create;
    },
  };
}
