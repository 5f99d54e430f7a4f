import { ScenarioError } from '@lyhord/twin';
import { UsageError } from '../commands/options.ts';
import { sendLive } from './send-live.ts';
import { twinHelp } from './twin-help.ts';
import { readTwinTask } from './twin-options.ts';
import { writeTwin } from './write-twin.ts';

/** `lyhord twin`: 0 when it was done, 1 when it could not be, 2 when the command line says something impossible. */
export async function twinCommand(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(twinHelp);
    return 0;
  }
  try {
    const task = readTwinTask(argv, new Date());
    if (task.kind === 'write') await writeTwin(task.out, task.options);
    else await sendLive(task);
    return 0;
  } catch (problem) {
    if (problem instanceof UsageError || problem instanceof RangeError || problem instanceof ScenarioError) {
      console.error(problem.message);
      return 2;
    }
    if (problem instanceof Error) {
      console.error(problem.message);
      return 1;
    }
    throw problem;
  }
}
