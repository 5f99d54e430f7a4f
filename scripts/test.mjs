// `npm test`: everything that CI runs, complete by itself on a fresh clone.
// Checks, unit and integration tests on embedded stores, what asks the warehouse again over the network, real browser.
// The browser waits more than it computes, so its stage runs beside the others and goes before them when it needs a core.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, setPriority, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { giveUp, requireNode } from './requirements.mjs';
import { build, installMissing } from './start.mjs';

requireNode();
installMissing({ withTests: true });
await build();
const { checkAll } = await import('./check.mjs');
const { findChromium } = await import('./chromium.mjs');
const { coveringFiles, notAskedAgain, readAsked, readSeconds } = await import('./store-tests.mjs');

const folder = mkdtempSync(join(quickestFolder(), 'lyhord-test-'));
// PostgreSQL's own user passes through it.
chmodSync(folder, 0o711);
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const results = [];

/** Memory where it is a folder with room that runs programs: what the tests sync is gone afterwards anyhow. */
function quickestFolder() {
  const memory = '/dev/shm';
  const probe = join(memory, `lyhord-probe-${process.pid}`);
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (Math.min(bavail * bsize, freemem() / 2) < 4 * 1024 ** 3) return tmpdir();
    writeFileSync(probe, '#!/bin/sh\n', { mode: 0o700 });
    execFileSync(probe);
    return memory;
  } catch {
    return tmpdir();
  } finally {
    rmSync(probe, { force: true });
  }
}

/** Runs a stage and gives where its report is; one that is kept `aside` prints when it has ended, and the others make way for it. */
function vitest(name, args, { env = {}, aside = false } = {}) {
  const stage = { name, passed: 0, failed: 0, skipped: 0, skips: [], failures: [] };
  results.push(stage);
  const report = join(folder, `${results.length}.json`);
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
      {
        stdio: ['ignore', aside ? 'pipe' : 'inherit', aside ? 'pipe' : 'inherit'],
        env: { ...process.env, TMPDIR: folder, ...env },
      },
    );
    const printed = [];
    if (aside) for (const out of [child.stdout, child.stderr]) out.on('data', (chunk) => printed.push(chunk));
    else if (child.pid) setPriority(child.pid, 10);
    child.on('close', (code) => {
      if (aside) console.log(`— ${name}\n${Buffer.concat(printed)}`);
      Object.assign(stage, countOf(name, report, code));
      resolve(report);
    });
  });
}

/** Asks of a warehouse over the network what the first run asked of the embedded one. */
async function overTheNetwork(seconds) {
  const name = 'integration, warehouse over the network';
  // What depends on the moment may be asked by another file only: a second round asks what is left.
  let left = readAsked(first);
  const piecesLeft = () => new Set([...left.values()].flatMap((pieces) => [...pieces])).size;
  const asked = piecesLeft();
  for (let round = 1; left.size > 0 && round <= 2; round++) {
    const files = coveringFiles(left, seconds);
    console.log(`— ${name}, round ${round}: files ${files.length}, pieces of SQL ${piecesLeft()}`);
    await vitest(`${name}, round ${round}`, ['--project', 'code', ...files], {
      env: { LYHORD_TEST_STORES: 'remote', LYHORD_TEST_ASKED: again },
    });
    left = notAskedAgain(left, readAsked(again));
  }
  // What only the moment asks for, such as a retry, may be left: one piece of two hundred is told, not refused.
  const isLittle = new Set([...left.values()].flatMap((pieces) => [...pieces])).size * 200 <= asked;
  const told = [...left].map(
    ([file, pieces]) => `${file} asked this of the embedded warehouse only:\n${[...pieces].join('\n')}`,
  );
  const holds = asked > 0 && isLittle;
  results.push({
    name: 'what was asked of the embedded warehouse was asked over the network',
    passed: holds ? 1 : 0,
    failed: holds ? 0 : Math.max(1, told.length),
    skipped: 0,
    skips: isLittle ? told : [],
    failures: holds ? [] : [...told, ...(asked > 0 ? [] : ['No test asked the warehouse anything.'])],
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
    const failures = testResults.flatMap((file) => failuresOf(file));
    const looked = passed + failed > 0;
    return {
      name,
      passed,
      failed: failed + brokenFiles + (looked && (code === 0 || failed + brokenFiles > 0) ? 0 : 1),
      skipped,
      skips,
      failures,
    };
  } catch {
    return { name, passed: 0, failed: 1, skipped: 0, skips: [], failures: ['It left no report.'] };
  }
}

/** What failed in a file, each with where and why: the end of a long log is what its reader sees first. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${file}\n${message}`];
  return failed.map((test) => `${file} > ${test.fullName}\n${test.failureMessages.join('\n')}`);
}

const started = Date.now();
console.log('— Checks');
const failedChecks = await checkAll();
results.push({
  name: 'checks',
  passed: 6 - failedChecks,
  failed: failedChecks,
  skipped: 0,
  skips: [],
  failures: [],
});

const chromium = await findChromium();
let product = null;
if (chromium) {
  console.log('— The product: processes and browser (beside the others; told when it has ended)');
  product = vitest('product: processes and browser', ['--project', 'product'], {
    env: { LYHORD_CHROMIUM: chromium },
    aside: true,
  });
} else {
  console.error(
    'No Chromium was found and none could be installed. Install Chromium or Chrome, or set LYHORD_CHROMIUM to its path.',
  );
  results.push({
    name: 'product: processes and browser',
    passed: 0,
    failed: 1,
    skipped: 0,
    skips: [],
    failures: [],
  });
}

console.log('— Unit and integration tests (embedded stores)');
const first = join(folder, 'asked-first');
const again = join(folder, 'asked-again');
for (const asked of [first, again]) mkdirSync(asked);
const embedded = await vitest('unit and integration, embedded stores', ['--project', 'code'], {
  env: { LYHORD_TEST_ASKED: first },
});
await overTheNetwork(readSeconds(embedded));
await product;

console.log('\n— Summary');
for (const { name, passed, failed, skipped, skips, failures } of results) {
  console.log(`${failed ? '✘' : '✔'} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  for (const skip of skips) console.log(`    skipped: ${skip}`);
  for (const failure of failures) console.log(`    failed: ${failure.replaceAll('\n', '\n      ')}`);
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`Took ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
if (total('failed') > 0) process.exitCode = 1;
if (total('passed') === 0) giveUp('No test ran.');
