// Reads the command line of `lyhord twin`.
import { readFileSync } from 'node:fs';
import { readScenario, type TwinOptions } from '@lyhord/twin';
import { readOptions, UsageError, wholeNumber } from '../commands/options.ts';

export type TwinTask =
  | { kind: 'write'; out: string; options: TwinOptions }
  | { kind: 'live'; url: URL; key: string; pacePerSecond: number; options: Omit<TwinOptions, 'until'> };

export function readTwinTask(argv: string[], today: Date): TwinTask {
  const { values } = readOptions(argv, {
    out: { type: 'string' },
    customers: { type: 'string' },
    months: { type: 'string' },
    seed: { type: 'string' },
    until: { type: 'string' },
    scenario: { type: 'string' },
    live: { type: 'boolean' },
    url: { type: 'string' },
    key: { type: 'string' },
    pace: { type: 'string' },
  });
  const size = {
    customers: wholeNumber('customers', values.customers ?? '100000', 1, 5_000_000),
    months: wholeNumber('months', values.months ?? '18', 1, 120),
    seed: wholeNumber('seed', values.seed ?? '1', 0, 4_294_967_295),
    ...(values.scenario === undefined ? {} : { scenario: scenarioIn(values.scenario) }),
  };
  const yesterday = new Date(today.getTime() - 86_400_000).toISOString().slice(0, 10);
  if (values.live) {
    if (values.out !== undefined) throw new UsageError('--out and --live exclude each other. See --help.');
    const key = values.key ?? process.env.LYHORD_WRITE_KEY;
    if (!values.url) throw new UsageError('--live needs --url, such as --url http://127.0.0.1:4600.');
    if (!key)
      throw new UsageError('--live needs --key, the write key of a source. Settings, Sources shows it.');
    const until = values.until === undefined ? {} : { until: values.until };
    return {
      kind: 'live',
      url: addressOf(values.url),
      key,
      pacePerSecond: paceOf(values.pace ?? '5/s'),
      options: { ...size, ...until },
    };
  }
  if (!values.out)
    throw new UsageError('--out DIR says where to write, or --live sends to a server. See --help.');
  return { kind: 'write', out: values.out, options: { ...size, until: values.until ?? yesterday } };
}

function scenarioIn(file: string): ReturnType<typeof readScenario> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (problem) {
    throw new UsageError(`--scenario ${file} cannot be read: ${(problem as Error).message}`);
  }
  try {
    return readScenario(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (problem) {
    if (problem instanceof SyntaxError)
      throw new UsageError(`--scenario ${file} is not JSON: ${problem.message}`);
    throw problem;
  }
}

function addressOf(text: string): URL {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new UsageError(`--url ${text} is not an address such as http://127.0.0.1:4600.`);
  return new URL(text);
}

function paceOf(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(?:\/(s|min|h))?$/.exec(text) ?? [];
  const perSecond = Number(number) / { s: 1, min: 60, h: 3_600 }[(unit ?? 's') as 's' | 'min' | 'h'];
  if (number !== undefined && perSecond >= 0.01 && perSecond <= 5_000) return perSecond;
  throw new UsageError(`--pace ${text} should be between 0.01/s and 5000/s, written 5/s or 30/min.`);
}
