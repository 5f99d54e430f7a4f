import { benches } from '../bench/bench-table.ts';
import type { Command } from './command.ts';
import { nearestWord } from './nearest-word.ts';
import { readOptions } from './options.ts';

const help = () => `lyhord bench [name …]

Measures on this machine and prints one JSON line per figure: {"bench","name","value","unit","bar","holds"}.
A bar that is missed is printed with "holds": false. How each is measured stands in docs/guide/benchmarks.md.

${benches.map((bench) => `  ${bench.name.padEnd(14)} ${bench.summary}`).join('\n')}`;

export const benchCommand: Command = {
  name: 'bench',
  summary: 'measure speed, memory and exactness on this machine',
  get help() {
    return help();
  },
  run: async (argv) => {
    const positionals: string[] = readOptions(argv, {}, true).positionals;
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
      for await (const figure of bench.run()) {
        console.log(JSON.stringify({ bench: bench.name, ...figure }));
        if (figure.holds === false) missed++;
      }
    }
    return missed === 0 ? 0 : 1;
  },
};
