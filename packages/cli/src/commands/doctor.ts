import { examine, type Finding } from '@lyhord/server';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

const help = `lyhord doctor [--data DIR] [--json]

Says in plain words what is right, what is wrong and what to do: Node, packages, disk, data folder, stores, port, mail, text models.

  --data DIR   the data folder (default: data, or LYHORD_DATA)
  --json       one JSON line per finding`;

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'say what is wrong with this installation, and what to do',
  help,
  run: async (argv) => {
    const { values } = readOptions(argv, { data: { type: 'string' }, json: { type: 'boolean' } });
    const findings = await examine(values.data);
    for (const finding of findings) console.log(values.json ? JSON.stringify(finding) : line(finding));
    return findings.some((finding) => finding.state === 'wrong') ? 1 : 0;
  },
};

const marks: Record<Finding['state'], string> = { right: '✔', note: '·', wrong: '✘' };
const line = ({ state, what, say, advice }: Finding) =>
  `${marks[state]} ${what}: ${say}${advice ? ` → ${advice}` : ''}`;
