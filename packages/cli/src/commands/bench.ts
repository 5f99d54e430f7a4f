import { benches } from '../bench/bench-table.ts';
import { type BenchSize, fullSize } from '../bench/figure.ts';
import type { Command } from './command.ts';
import { nearestWord } from './nearest-word.ts';
import { readOptions, wholeNumber } from './options.ts';

const text = { type: 'string' } as const;
const options = { seconds: text, stored: text, events: text, rounds: text } satisfies Record<
  keyof BenchSize,
  unknown
>;

const help = () => `lyhord bench [name …] [--seconds n] [--stored n] [--events n] [--rounds n]

Measures on this machine and prints one JSON line per figure: {"bench","name","value","unit","bar","holds"}.
A bar that is missed is printed with "holds": false. How each is measured stands in docs/guide/benchmarks.md.
--seconds of steady load (60), --stored messages before it (50,000,000), --events while memory is watched
(20,000,000) and --rounds of kills (100) make a bench smaller; its bars are meant for the full size.

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
    const size = { ...fullSize };
    for (const name of Object.keys(options) as (keyof BenchSize)[]) {
      const text = given.values[name];
      if (text !== undefined) size[name] = wholeNumber(name, text, 0, 1_000_000_000);
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
