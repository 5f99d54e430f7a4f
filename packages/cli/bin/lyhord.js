#!/usr/bin/env -S node --max-semi-space-size=64
// Entry of `npx lyhord`: checks that this machine can run the program, then runs it.
import { existsSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const program = new URL('../../../dist/lyhord.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Lyhörd needs Node 20.19 or newer; this is ${process.version}. Install a newer Node from https://nodejs.org.`,
  );
  process.exit(1);
}
if (!existsSync(program)) {
  const { buildPart } = await import('../../../scripts/build.mjs');
  await buildPart('program');
}
const { main } = await import(program.href);
process.exitCode = await main(process.argv.slice(2));
