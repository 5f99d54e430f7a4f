import { benches } from '../bench/bench-table.ts';
import { type BenchSize, fullSize } from '../bench/figure.ts';
import type { Command } from './command.ts';
import { nearestWord } from './nearest-word.ts';
import { readOptions, UsageError, wholeNumber } from './options.ts';

const text = { type: 'string' } as const;
const options = { seconds: text, stored: text, events: text, rounds: text, share: text } satisfies Record<
  keyof BenchSize,
  unknown
>;

function shareOf(text: string): number {
  const share = Number(text);
  if (share > 0 && share <= 1) return share;
  throw new UsageError(`--share is ${text}, but should be a number above 0 and up to 1.`);
}

const help = () => `lyhord bench [name …] [--seconds n] [--stored n] [--events n] [--rounds n] [--share 0.1]

Measures on this machine and prints one JSON line per figure: {"bench","name","value","unit","bar","holds"}.
A bar that is missed is printed with "holds": false. How each is measured stands in docs/guide/benchmarks.md.
--seconds of steady load (60), --stored messages before it (50,000,000), --events while memory is watched
(20,000,000) and --rounds of kills (100) make a bench smaller, as --share of the customers (1) does;
its bars are meant for the full size.

${benches.map((bench) => `  ${bench.name.padEnd(14)} ${bench.summary}`).join('\n')}`;

export const benchCommand: Command = {
  name: 'bench',
  summary: 'measure speed, memory and exactness on this machine',
  get help() {
    return help();
  },
  run: async (argv) => {
    const given = readOptions(argv, options, true);
    const { positionals }: { positionals: string[] } = given;
    const size: { -readonly [K in keyof BenchSize]: number } = { ...fullSize };
    for (const name of Object.keys(options) as (keyof BenchSize)[]) {
      const text = given.values[name];
      if (text === undefined) continue;
      size[name] = name === 'share' ? shareOf(text) : wholeNumber(name, text, 0, 1_000_000_000);
    }
    const names = benches.map((bench) => bench.name);
    const unknown = positionals.filter((name) => !names.includes(name));
    for (const name of unknown) {
      const nearest = nearestWord(name, names);
      console.error(
        `There is no bench "${name}".${nearest ? ` Did you mean "${nearest}"?` : ` There are: ${names.join(', ')}.`}`,
      );
    }
    if (unknown.length > 0) return 2;
    const chosen =
      positionals.length > 0 ? benches.filter((bench) => positionals.includes(bench.name)) : benches;
    let missed = 0;
    for (const bench of chosen) {
      for await (const figure of bench.run(size)) {
        console.log(JSON.stringify({ bench: bench.name, ...figure }));
        if (figure.holds === false) missed++;
      }
    }
    return missed === 0 ? 0 : 1;
  },
};
