import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { ImportCheck, ImportGuess, ImportMapping, ImportRow, importTargets } from '../import.ts';

const id = z.object({ id: z.string() });
const readers = ['admin', 'lead', 'analyst'] as const;
const MappingBody = z.object({ mapping: ImportMapping });

export const importEndpoints = {
  listImports: endpoint({
    id: 'listImports',
    method: 'GET',
    path: '/api/imports',
    summary: 'Files that were loaded or wait to be',
    auth: 'person',
    roles: readers,
    reply: z.object({ imports: z.array(ImportRow) }),
  }),
  uploadImport: endpoint({
    id: 'uploadImport',
    method: 'POST',
    path: '/api/imports',
    summary:
      'Bring a file: CSV, TSV, JSON lines, XLSX or Parquet. With a mapping (JSON in the query) it is loaded at once; without, it waits for a day',
    auth: 'person',
    roles: readers,
    query: z.object({ fileName: z.string().min(1).max(200), mapping: z.string().max(20_000).optional() }),
    raw: true,
    bodyLimitBytes: 1024 * 1024 * 1024,
  }),
  readImport: endpoint({
    id: 'readImport',
    method: 'GET',
    path: '/api/imports/:id',
    summary: 'One file, with how far it is',
    auth: 'person',
    roles: readers,
    params: id,
    reply: ImportRow,
  }),
  guessImport: endpoint({
    id: 'guessImport',
    method: 'GET',
    path: '/api/imports/:id/guess',
    summary: 'What the columns of a waiting file seem to mean, and how sure that is',
    auth: 'person',
    roles: readers,
    params: id,
    query: z.object({ target: z.enum(importTargets).optional() }),
    reply: ImportGuess,
  }),
  checkImport: endpoint({
    id: 'checkImport',
    method: 'POST',
    path: '/api/imports/:id/check',
    summary: 'Dry run: what loading would change, with the first rows as they would be stored',
    auth: 'person',
    roles: readers,
    params: id,
    body: MappingBody,
    reply: ImportCheck,
  }),
  startImport: endpoint({
    id: 'startImport',
    method: 'POST',
    path: '/api/imports/:id/start',
    summary: 'Load a waiting file; its state tells how far it is',
    auth: 'person',
    roles: readers,
    params: id,
    body: MappingBody,
    reply: ImportRow,
  }),
  dropImport: endpoint({
    id: 'dropImport',
    method: 'DELETE',
    path: '/api/imports/:id',
    summary: 'Throw away a waiting file',
    auth: 'person',
    roles: readers,
    params: id,
  }),
  undoImport: endpoint({
    id: 'undoImport',
    method: 'POST',
    path: '/api/imports/:id/undo',
    summary: 'Take every row of an import out again; the file can be loaded anew afterwards',
    auth: 'person',
    roles: ['admin', 'lead'],
    params: id,
    reply: ImportRow,
  }),
  refusedRows: endpoint({
    id: 'refusedRows',
    method: 'GET',
    path: '/api/imports/:id/refused.csv',
    summary: 'What was refused of a file: line, column, reason and the row without personal values, as CSV',
    auth: 'person',
    roles: readers,
    params: id,
    raw: true,
  }),
};
