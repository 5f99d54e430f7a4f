// Prints the generated documents as JSON, path → content; scripts/docs.mjs writes or compares them.
import { endpoints } from '@lyhord/contract';
import { describeConfig } from './config.ts';
import { openApiDocument } from './platform/http/open-api.ts';

const configure = [
  '# Configure',
  '',
  'Settings of the installation are environment variables; settings of a workspace are in the product, under Settings.',
  'This page is made from the program (`node scripts/docs.mjs`).',
  '',
  '| key | default | sets | change it when |',
  '| --- | --- | --- | --- |',
  ...describeConfig({}).map(
    (line) => `| \`${line.key}\` | ${line.value} | ${line.sentence} | ${line.reason} |`,
  ),
  '',
].join('\n');

const documents = {
  'docs/guide/openapi.json': `${JSON.stringify(openApiDocument(Object.values(endpoints), '0.1.0'), null, 2)}\n`,
  'docs/guide/configure.md': configure,
};
process.stdout.write(JSON.stringify(documents));
