// Layer rules, made from the server's journey: a step may use earlier steps through their index.ts, never later ones.
import { readFileSync } from 'node:fs';

const source = readFileSync(new URL('./packages/server/src/journey.ts', import.meta.url), 'utf8');
export const journey = [...source.matchAll(/'([a-z]+)'/g)].map((match) => match[1]);
const server = '^packages/server/src';
const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const tests = '(\\.test\\.ts$|/testing/)';

const stepRules = journey.flatMap((step, position) => {
  const later = journey.slice(position + 1);
  const earlier = journey.slice(0, position);
  return [
    ...(later.length
      ? [
          error(
            `${step}-not-later`,
            `${step} may not use later steps`,
            { path: `${server}/${step}/` },
            { path: `${server}/(${later.join('|')})/` },
          ),
        ]
      : []),
    ...(earlier.length
      ? [
          error(
            `${step}-earlier-by-index`,
            `${step} uses earlier steps through their index.ts only`,
            { path: `${server}/${step}/`, pathNot: tests },
            { path: `${server}/(${earlier.join('|')})/`, pathNot: `${server}/[a-z]+/index\\.ts$` },
          ),
        ]
      : []),
    error(
      `${step}-access-by-index`,
      `${step} uses access through its index.ts only`,
      { path: `${server}/${step}/`, pathNot: tests },
      { path: `${server}/access/`, pathNot: `${server}/access/index\\.ts$` },
    ),
  ];
});

const steps = journey.join('|');
const pure = '^packages/(stats|text)/src';

export default {
  forbidden: [
    error(
      'no-cycles',
      'no import cycles (imports of types alone leave nothing behind and may meet)',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    error(
      'contract-leaf',
      'contract uses zod only',
      { path: '^packages/contract/src' },
      { path: '.', pathNot: '^packages/contract/src|node_modules/zod/' },
    ),
    error(
      'pure-no-node',
      'stats and text do no input or output',
      { path: pure, pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    error(
      'stats-leaf',
      'stats stands alone',
      { path: '^packages/stats/src', pathNot: tests },
      { path: '.', pathNot: '^packages/stats/src|node_modules/ml-matrix/' },
    ),
    error(
      'text-leaf',
      'text uses contract and text libraries only',
      { path: '^packages/text/src', pathNot: tests },
      { path: '^packages/(stats|server|web|cli|twin)/|node_modules/(fastify|pg|chdb)/' },
    ),
    error(
      'twin-leaf',
      'twin uses contract only',
      { path: '^packages/twin/src' },
      { path: '^packages/(stats|text|server|web|cli)/' },
    ),
    error(
      'platform-knows-no-step',
      'platform never uses access or a step',
      { path: `${server}/platform/` },
      { path: `${server}/(access|${steps})/` },
    ),
    error(
      'access-knows-no-step',
      'access uses platform and contract only',
      { path: `${server}/access/`, pathNot: tests },
      { path: `${server}/(${steps})/` },
    ),
    ...stepRules,
    error(
      'web-contract-only',
      'web uses contract, never the server',
      { path: '^packages/web/src' },
      { path: '^packages/(server|stats|text|twin|cli)/' },
    ),
    error(
      'cli-by-index',
      'cli uses the server through its index, threads through what is made for them',
      { path: '^packages/cli/src' },
      { path: server, pathNot: `${server}/(index|preparing|operator/stored-(message|profile))\\.ts$` },
    ),
    error(
      'no-vague-folders',
      'name what a folder holds',
      {},
      { path: '/(shared|common|core|lib|utils|helpers)/', pathNot: 'node_modules' },
    ),
    error('no-unresolved', 'every import resolves', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.vite)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
