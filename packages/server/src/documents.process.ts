// Prints the generated documents as JSON, path → content; scripts/docs.mjs writes or compares them.
import { endpoints, eventMeanings, importFieldsOf, type PropertyMeaning } from '@lyhord/contract';
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

function propertyText(name: string, { type, means, min, max, oneOf, needed }: PropertyMeaning): string {
  const ends =
    min !== undefined && max !== undefined ? ` ${min} to ${max}` : min !== undefined ? ` from ${min}` : '';
  const words = oneOf ? `: ${oneOf.map((word) => `\`${word}\``).join(', ')}` : '';
  return `\`${name}\` (${type}${ends}${needed ? ', needed' : ''}) ${means}${words}`;
}

const meanings = Object.entries(eventMeanings).flatMap(([kind, meaning]) => {
  const { means, properties = {}, reference, amount, cost, due, wait, lines } = meaning!;
  const fields = Object.entries({ reference, amount, cost, due, wait, lines }).flatMap(([field, what]) =>
    what ? [`| \`${field}\` | ${what} |`] : [],
  );
  const own = Object.entries(properties).map(
    ([name, property]) => `| property | ${propertyText(name, property)} |`,
  );
  const table = [...fields, ...own];
  return [
    `### \`${kind}\``,
    `${means}.`,
    '',
    ...(table.length > 0 ? ['| | |', '| --- | --- |', ...table, ''] : []),
  ];
});

const operational = [
  '# O-data: what customers do, and what places measure',
  '',
  'Every kind of event that has a meaning of its own, with what its fields mean. Events come by the Segment API',
  '(`docs/guide/connect.md`), as files (`docs/guide/import.md`) or by webhooks. A kind is known by its own name or by the',
  "name of Segment's e-commerce and B2B specifications, such as `Order Completed`. Everything else is kept as `custom`.",
  '',
  'Every event has a time, and may have a place (by its code), a channel, a touchpoint and a customer. `reference` is what',
  'the event is about. `amount` and `cost` are decimals in `currency`, or whole minor units as `amount_minor` and',
  '`cost_minor`; amounts of different currencies are never added. `due` is `due_at`, `wait` is `wait_seconds`, `lines` are',
  '`products`. A property comes as `camelCase` or `snake_case`; one of type money as `shipping: 49.5` or',
  '`shippingMinor: 4950`. A property that cannot be is refused with what would be right, save with orders, where it stays',
  'as it came. What is due on a day alone is due until the end of that day at the place. Readings of sensors, waiting times and',
  'costs need no customer.',
  '',
  'This page is made from the program (`node scripts/docs.mjs`).',
  '',
  '## Kinds',
  '',
  ...meanings,
  '## Fields of files',
  '',
  ...Object.entries(importFieldsOf).flatMap(([target, fields]) => [
    `- \`${target}\`: ${fields.map((field) => `\`${field}\``).join(' ')}`,
  ]),
  '',
].join('\n');

const documents = {
  'docs/guide/o-data.md': operational,
  'docs/guide/openapi.json': `${JSON.stringify(openApiDocument(Object.values(endpoints), '0.1.0'), null, 2)}\n`,
  'docs/guide/configure.md': configure,
};
process.stdout.write(JSON.stringify(documents));
