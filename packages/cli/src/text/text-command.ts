// `lyhord text`: texts as JSON lines in, what they say as JSON lines out, in the same order.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { TopicTree } from '@lyhord/contract';
import { createAnalyser } from '@lyhord/text';
import { readOptions, UsageError } from '../commands/options.ts';
import { answerLine, readTextLine } from './text-lines.ts';

const help = `lyhord text [--topics tree.json] < texts.jsonl > answers.jsonl

Reads JSON lines {"id","text","language"?,"score"?} from standard input (score from -1 to 1) and writes, in the same order, JSON lines
{"id","language","sentiment":{"label","score","closest"},"topics","mentions","redacted","flags"}. A bad line is named on standard error
with its number and does not stop the rest.

  --topics FILE   a topic tree of your own instead of the shipped one`;

export async function textCommand(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(help);
    return 0;
  }
  const { values } = readOptions(argv, { topics: { type: 'string' } });
  const analyse = createAnalyser(values.topics === undefined ? {} : { topics: readTopics(values.topics) });
  let number = 0;
  let wrong = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const read = readTextLine(line);
    if ('wrong' in read) {
      wrong++;
      console.error(`line ${number}: ${read.wrong}`);
      continue;
    }
    const { id, text, language, score } = read;
    const answer = answerLine(id, analyse(text, { languageHint: language, score }));
    if (!process.stdout.write(`${answer}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return wrong === 0 ? 0 : 1;
}

function readTopics(path: string): TopicTree {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (problem) {
    throw new UsageError(`--topics: ${path} cannot be read as JSON: ${(problem as Error).message}`);
  }
  const tree = TopicTree.safeParse(content);
  if (tree.success) return tree.data;
  const [issue] = tree.error.issues;
  throw new UsageError(`--topics: ${path} is not a topic tree: ${issue?.path.join('.')}: ${issue?.message}`);
}
