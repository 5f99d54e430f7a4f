// `npm test`: everything that CI runs, complete by itself on a fresh clone.
// Checks, unit and integration tests on embedded stores, integration again on stores reached over the network, real browser.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveUp, requireNode } from './requirements.mjs';
import { build, installMissing } from './start.mjs';

requireNode();
installMissing();
await build();
const { checkAll } = await import('./check.mjs');
const { findChromium } = await import('./chromium.mjs');

const reports = mkdtempSync(join(tmpdir(), 'lyhord-test-'));
const results = [];

function vitest(name, args, env = {}) {
  const report = join(reports, `${results.length}.json`);
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...args,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } },
    );
    child.on('exit', (code) => {
      results.push(countOf(name, report, code));
      resolve();
    });
  });
}

function countOf(name, report, code) {
  try {
    const {
      numPassedTests: passed,
      numFailedTests: failed,
      numPendingTests: skipped,
      testResults,
    } = JSON.parse(readFileSync(report, 'utf8'));
    const brokenFiles = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    ).length;
    const skips = testResults.flatMap((file) =>
      file.assertionResults
        .filter((test) => test.status !== 'passed' && test.status !== 'failed')
        .map((test) => test.fullName),
    );
    const looked = passed + failed > 0;
    return {
      name,
      passed,
      failed: failed + brokenFiles + (looked && (code === 0 || failed + brokenFiles > 0) ? 0 : 1),
      skipped,
      skips,
    };
  } catch {
    return { name, passed: 0, failed: 1, skipped: 0, skips: [] };
  }
}

const started = Date.now();
console.log('— Checks');
const failedChecks = await checkAll();
results.push({ name: 'checks', passed: 6 - failedChecks, failed: failedChecks, skipped: 0, skips: [] });

console.log('— Unit and integration tests (embedded stores)');
await vitest('unit and integration, embedded stores', ['--project', 'code']);

console.log('— Integration tests again (PostgreSQL by URL, ClickHouse over HTTP)');
await vitest('integration, stores over the network', ['--project', 'code', 'packages/server'], {
  LYHORD_TEST_STORES: 'remote',
});

console.log('— The product: processes and browser');
const chromium = await findChromium();
if (chromium)
  await vitest('product: processes and browser', ['--project', 'product'], { LYHORD_CHROMIUM: chromium });
else {
  console.error(
    'No Chromium was found and none could be installed. Install Chromium or Chrome, or set LYHORD_CHROMIUM to its path.',
  );
  results.push({ name: 'product: processes and browser', passed: 0, failed: 1, skipped: 0, skips: [] });
}

rmSync(reports, { recursive: true, force: true });
console.log('\n— Summary');
for (const { name, passed, failed, skipped, skips } of results) {
  console.log(`${failed ? '✘' : '✔'} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  for (const skip of skips) console.log(`    skipped: ${skip}`);
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`Took ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
if (total('failed') > 0) process.exitCode = 1;
if (total('passed') === 0) giveUp('No test ran.');
