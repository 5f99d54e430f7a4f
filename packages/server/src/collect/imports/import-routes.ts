import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { collectEndpoints as endpoints, ImportMapping } from '@lyhord/contract';
import type { Access, Viewer } from '../../access/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import { guessMapping } from './guess-mapping.ts';
import type { ImportState, ImportStore } from './import-store.ts';
import { type FileToImport, sentenceOf } from './import-table.ts';

export interface ImportRouteParts {
  readonly access: Access;
  readonly store: ImportStore;
  /** Folder for files while they are read; they are deleted afterwards. */
  readonly folder: string;
  readonly newId: () => string;
  readonly importFile: (file: FileToImport) => Promise<ImportState>;
}

export function importRoutes(parts: ImportRouteParts): Route<Viewer>[] {
  return [
    route(endpoints.listImports, async (_, { viewer }) => ({
      imports: await parts.store.list(viewer.workspaceId),
    })),
    route(endpoints.previewImport, async ({ body }) => {
      const { mapping, columns, problems } = await guessMapping(body.head);
      return { mapping, columns, problems };
    }),
    route(endpoints.uploadImport, async ({ query }, { viewer, request, reply }) => {
      const mapping = readMapping(query.mapping);
      const path = await keepUpload(parts, request.body as Readable);
      try {
        const state = await parts.importFile({
          workspaceId: viewer.workspaceId,
          fileName: query.fileName,
          mapping,
          bytes: createReadStream(path),
          startedBy: viewer.personId,
        });
        const counts = `${query.fileName}: ${state.accepted} of ${state.rows} rows`;
        await parts.access.audit(viewer, 'import.loaded', `import:${state.id}`, counts);
        await reply.send(state);
      } finally {
        await rm(path, { force: true });
      }
    }),
  ];
}

/** A mapping that came as JSON text. */
export function readMapping(text: string): ImportMapping {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Problem('invalid_input', { detail: `The mapping is not JSON: ${sentenceOf(error)}` });
  }
  const parsed = ImportMapping.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue!.path.join('.') || 'mapping';
  throw new Problem('invalid_input', { detail: `The mapping's ${at} does not fit: ${issue!.message}.` });
}

async function keepUpload({ folder, newId }: ImportRouteParts, body: Readable): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${newId()}.upload`);
  try {
    await pipeline(
      body,
      atMost(endpoints.uploadImport.bodyLimitBytes),
      createWriteStream(path, { mode: 0o600 }),
    );
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function atMost(bytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size > bytes)
        done(new Problem('too_large', { detail: `The file is larger than ${bytes / 1024 ** 2} MB.` }));
      else done(null, chunk);
    },
  });
}
