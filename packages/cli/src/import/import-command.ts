import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportMapping } from '@lyhord/contract';
import { type ImportDone, importFiles } from '@lyhord/server';
import { readOptions, UsageError } from '../commands/options.ts';
import { importHelp } from './import-help.ts';

/** `lyhord import`: loads a file, or the Olist tables; resolves with the exit code. */
export async function importCommand(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(importHelp);
    return 0;
  }
  const { values, positionals } = readOptions(
    argv,
    {
      data: { type: 'string' },
      mapping: { type: 'string' },
      preset: { type: 'string' },
      workspace: { type: 'string' },
    },
    true,
  );
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0)
    throw new UsageError('Name one file, or one folder with --preset olist. See --help.');
  const preset = presetOf(values.preset);
  if (preset && values.mapping) throw new UsageError('--preset brings its own mapping; leave --mapping out.');
  const order = {
    path,
    preset,
    mapping: values.mapping === undefined ? null : readMappingFile(values.mapping),
    workspace: values.workspace ?? null,
  };
  const done = await importFiles(order, values.data, (sentence) => console.log(sentence));
  report(done, values.data);
  return done.imports.every(({ state }) => state === 'done') ? 0 : 1;
}

function presetOf(name: string | undefined): 'olist' | null {
  if (name === undefined || name === 'olist') return name ?? null;
  throw new UsageError(`--preset is ${name}, but should be olist.`);
}

function readMappingFile(path: string): ImportMapping {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`The mapping ${path} cannot be read: ${(error as Error).message}.`);
  }
  const parsed = ImportMapping.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(
    `In the mapping ${path}, ${issue!.path.join('.') || 'the whole'} does not fit: ${issue!.message}.`,
  );
}

function report(done: ImportDone, dataDir: string | undefined): void {
  const number = (value: number) => value.toLocaleString('en');
  if (done.guessed) console.log(`Columns were taken as: ${JSON.stringify(done.guessed)}`);
  for (const { fileName, rows, accepted, duplicates, refused, problem } of done.imports) {
    console.log(
      `${fileName} → ${done.workspace}: ${number(rows)} rows, ${number(accepted)} new, ${number(duplicates)} known already, ${number(refused)} refused.`,
    );
    if (problem) console.log(problem);
    if (refused > 0)
      console.log('What was refused stands with its line and reason under Settings → Sources, as CSV.');
  }
  if (done.figures) reportFigures(done.figures);
  if (done.signIn) keepSignIn(done.signIn, dataDir);
}

function reportFigures(figures: NonNullable<ImportDone['figures']>): void {
  const all = figures.stars.reduce((sum, count) => sum + count, 0);
  const shares = figures.stars.map((count, index) => `${index + 1}: ${((100 * count) / all).toFixed(1)} %`);
  console.log(`Stars ${shares.join(', ')} of ${all.toLocaleString('en')} reviews.`);
  const { late, onTime } = figures;
  console.log(
    `Mean of late orders ${late.mean.toFixed(3)} (${late.n}), of orders on time ${onTime.mean.toFixed(3)} (${onTime.n}).`,
  );
}

function keepSignIn(
  { email, password }: { email: string; password: string },
  dataDir: string | undefined,
): void {
  const sentence = `Sign in with ${email} and the password ${password}`;
  const folder = dataDir ?? process.env.LYHORD_DATA ?? 'data';
  writeFileSync(join(folder, 'sign-in.txt'), sentence, { mode: 0o600 });
  console.log(`${sentence}\nNow start the product: npx lyhord serve --data ${folder}`);
}
