import { commands } from './commands/command-table.ts';
import { nearestWord } from './commands/nearest-word.ts';

/** Runs one command; resolves with the exit code. */
export async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) {
    const nearest = nearestWord(
      name,
      commands.map((each) => each.name),
    );
    console.error(
      `There is no command "${name}".${nearest ? ` Did you mean "${nearest}"?` : ''} See lyhord --help.`,
    );
    return 2;
  }
  if (command.help !== undefined && (rest.includes('--help') || rest.includes('-h'))) {
    console.log(command.help);
    return 0;
  }
  return command.run(rest).catch((problem: unknown) => {
    console.error(problem instanceof Error && problem.name !== 'Error' ? problem.message : problem);
    return 1;
  });
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'Lyhörd: customer experience management on your own machine.',
    '',
    'Usage: npx lyhord <command> [options]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Each command explains itself with --help.',
  ].join('\n');
}
