import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest come first, so that no worker is left alone with one of them at the end. */
const longest = [
  'access/walk-endpoints',
  'understand/rollups/rollups',
  'collect/recovery/kill',
  'privacy/erasure/restored',
  'imports/olist/olist',
  'computed-traits/computed-traits',
  'privacy/erasure/erasure',
  'act/cases/cases',
  'act/alarms/open-cases',
];
const rank = ({ moduleId }: TestSpecification) => {
  const at = longest.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
  return at === -1 ? longest.length : at;
};
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // long enough for a busy machine: these end a test that hangs, and measure nothing
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    setupFiles: ['packages/server/src/platform/testing/property-seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: ['packages/*/src/**/*.test.ts'],
          globalSetup: ['packages/server/src/platform/testing/shared-servers.ts'],
          // A worker loads the product once for all its files: loading costs more than most files' tests. What a
          // file changes for the whole process it must put back.
          isolate: false,
          unstubGlobals: true,
          unstubEnvs: true,
        },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['packages/cli/test/**/*.test.ts'],
          fileParallelism: false,
        },
      },
    ],
    sequence: { sequencer: LongestFirst },
  },
});
