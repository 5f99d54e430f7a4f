// `npm run check`: format, lint, layers, dead code and types, as errors.
// Each check first proves itself on a planted violation, and fails when it has looked at no file.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules/.bin', name);

function run(command, args, { cwd = root, input } = {}) {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      { cwd, maxBuffer: 64 << 20, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
      (error, stdout, stderr) =>
        resolve({
          code: error ? (typeof error.code === 'number' ? error.code : 1) : 0,
          output: `${stdout}${stderr}`,
        }),
    );
    child.stdin.end(input ?? '');
  });
}

/** A folder that holds the given files, outside the project, with the project's packages at hand. */
function plant(files) {
  const folder = mkdtempSync(join(tmpdir(), 'lyhord-check-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function inPlanted(files, work) {
  const folder = plant(files);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const count = (output, pattern) => Number((pattern.exec(output)?.[1] ?? '0').replace(/\D/g, ''));

const formatAndLint = {
  name: 'format and lint (Biome)',
  look: async () => {
    const { code, output } = await run(bin('biome'), [
      'ci',
      '--colors=off',
      '--max-diagnostics=60',
      '--error-on-warnings',
      '.',
    ]);
    return { code, output, looked: count(output, /Checked ([\d,]+) files?/) };
  },
  plants: [
    [
      'bad format',
      () =>
        run(bin('biome'), ['ci', '--stdin-file-path=planted.ts'], { input: 'const a   = "x"\n' }).then(
          stdinVerdict,
        ),
    ],
    [
      'unused import',
      () =>
        inPlanted(
          { 'planted.ts': "import { join } from 'node:path';\nexport const a = 1;\n" },
          async (folder) => {
            cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
            return run(bin('biome'), ['ci', '--vcs-enabled=false', '--error-on-warnings', 'planted.ts'], {
              cwd: folder,
            });
          },
        ),
    ],
  ],
};

function stdinVerdict({ code, output }) {
  return { code: code !== 0 || output.includes('const a = ') ? 1 : 0, output };
}

const brokenLayers = {
  'packages/server/src/collect/index.ts': "export { b } from '../act/index.ts';\n",
  'packages/server/src/act/index.ts':
    "import { inside } from '../unify/inside.ts';\nexport const b = inside;\n",
  'packages/server/src/unify/inside.ts': "import '../platform/clock.ts';\nexport const inside = 1;\n",
  'packages/server/src/platform/clock.ts': "import '../collect/index.ts';\nexport const clock = 1;\n",
  'packages/server/src/share/helpers/x.ts': 'export const x = 1;\n',
  'packages/stats/src/index.ts':
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  'packages/contract/src/index.ts': "export { clock } from '../../server/src/platform/clock.ts';\n",
  'packages/web/src/main.ts': "import '../../server/src/collect/index.ts';\n",
  'packages/server/src/share/lost.ts': "import './nowhere.ts';\nimport './helpers/x.ts';\n",
};
const expectedRules = [
  'collect-not-later',
  'act-earlier-by-index',
  'platform-knows-no-step',
  'no-cycles',
  'no-vague-folders',
  'pure-no-node',
  'contract-leaf',
  'web-contract-only',
  'no-unresolved',
];

async function cruisePlanted() {
  return inPlanted(brokenLayers, async (folder) => {
    cpSync(join(root, '.dependency-cruiser.mjs'), join(folder, '.dependency-cruiser.mjs'));
    cpSync(join(root, 'packages/server/src/journey.ts'), join(folder, 'packages/server/src/journey.ts'));
    cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    const { output } = await run(bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'packages'], {
      cwd: folder,
    });
    const silent = expectedRules.filter((rule) => !output.includes(`error ${rule}:`));
    return {
      code: silent.length === 0 ? 1 : 0,
      output: silent.length ? `silent rules: ${silent.join(', ')}\n${output}` : output,
    };
  });
}

const layers = {
  name: 'layers (dependency-cruiser)',
  look: async () => {
    const { code, output } = await run(bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'packages']);
    return { code, output, looked: count(output, /\(([\d,]+) modules/) };
  },
  plants: [['imports against the journey', cruisePlanted]],
};

const deadCode = {
  name: 'dead code (knip)',
  look: async () => {
    const { code, output } = await run(bin('knip'), ['--no-progress']);
    const listed = await run(bin('knip'), ['--no-progress', '--performance']);
    return { code, output, looked: listed.output.length > 0 ? 1 : 0 };
  },
  plants: [
    [
      'a file that nothing uses',
      () =>
        inPlanted(
          {
            'package.json': '{"name":"planted","type":"module","main":"index.ts"}',
            'index.ts': 'export const a = 1;\n',
            'unused.ts': 'export const b = 2;\n',
            'tsconfig.json': '{}',
          },
          (folder) => run(bin('knip'), ['--no-progress'], { cwd: folder }),
        ),
    ],
  ],
};

const typesOf = (project) => ({
  name: `types (${project})`,
  look: async () => {
    const { code, output } = await run(bin('tsc'), ['-p', project, '--diagnostics']);
    return { code, output, looked: count(output, /Files:\s+(\d+)/) };
  },
  plants: [
    [
      'a wrong type',
      () =>
        inPlanted({ 'planted.ts': "export const n: number = 'text';\n" }, (folder) => {
          writeFileSync(
            join(folder, 'tsconfig.json'),
            JSON.stringify({
              extends: join(root, 'tsconfig.json'),
              compilerOptions: { types: [], incremental: false, tsBuildInfoFile: null },
              include: ['planted.ts'],
              exclude: [],
            }),
          );
          return run(bin('tsc'), ['-p', '.'], { cwd: folder });
        }),
    ],
  ],
});

const generatedDocs = {
  name: 'generated documents',
  look: async () => {
    const { code, output } = await run(process.execPath, [join(root, 'scripts/docs.mjs'), '--check']);
    return { code, output, looked: count(output, /(\d+) documents?/) };
  },
  plants: [],
};

async function prove(check) {
  const started = Date.now();
  for (const [what, planted] of check.plants) {
    const { code, output } = await planted();
    if (code === 0)
      return { check, ok: false, output: `did not catch a planted violation (${what}):\n${output}`, started };
  }
  const { code, output, looked } = await check.look();
  if (!looked) return { check, ok: false, output: `looked at no file:\n${output}`, started };
  return { check, ok: code === 0, output, started };
}

/** Runs all checks, two at a time; resolves with the number that failed. */
export async function checkAll() {
  const waiting = [
    typesOf('tsconfig.json'),
    layers,
    typesOf('packages/web'),
    formatAndLint,
    deadCode,
    generatedDocs,
  ];
  let failed = 0;
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { ok, output, started } = await prove(check);
      console.log(`${ok ? '✔' : '✘'} ${check.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (!ok) {
        failed++;
        console.log(output.trim().slice(0, 12_000));
      }
    }
  };
  await Promise.all([lane(), lane()]);
  return failed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = await checkAll();
  console.log(failed === 0 ? 'All checks passed.' : `${failed} check${failed > 1 ? 's' : ''} failed.`);
  process.exitCode = failed === 0 ? 0 : 1;
}
