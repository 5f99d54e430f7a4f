// Writes the documents that are made from the program; with --check it only compares.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPart, root, staleParts } from './build.mjs';

const checking = process.argv.includes('--check');
if (staleParts().includes('program')) await buildPart('program');
const documents = Object.entries(
  JSON.parse(
    execFileSync(process.execPath, [join(root, 'dist/documents.process.js')], {
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    }),
  ),
);
const stale = documents.filter(
  ([path, content]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content,
);
if (!checking) for (const [path, content] of stale) writeFileSync(join(root, path), content);
console.log(`${documents.length} documents, ${stale.length} ${checking ? 'out of date' : 'written'}`);
if (checking && stale.length > 0) {
  console.error(
    `Run "node scripts/docs.mjs": ${stale.map(([path]) => path).join(', ')} no longer match the program.`,
  );
  process.exitCode = 1;
}
