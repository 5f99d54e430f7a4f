// `lyhord text`: texts as JSON lines in, what they say as JSON lines out; `train` and `evaluate` with labelled lines.
import { readOptions } from '../commands/options.ts';
import { analyseLines } from './analyse-lines.ts';
import { engineFor } from './engine-for.ts';
import { evaluateFile } from './evaluate-file.ts';
import { trainFile } from './train-file.ts';

const help = `lyhord text [--topics tree.json|model] < texts.jsonl > answers.jsonl
lyhord text train --labels labelled.jsonl --out model [--gain]
lyhord text evaluate --labels labelled.jsonl [--topics tree.json|model]

Reads JSON lines {"id","text","language"?,"score"?,"terms"?:[{"start","end"}]} from standard input (score from -1 to 1,
offsets in UTF-16 units) and writes, in the same order, JSON lines {"id","language","sentiment":{"label","score","closest"},
"topics","mentions","terms"?,"redacted","flags"}. A bad line is named on standard error with its number and does not stop the rest.

  --topics FILE   a topic tree of your own, or a model from "lyhord text train", instead of the shipped tree

train      learns topics, and polarity where given, from lines
           {"text","language"?,"topics":["…"],"label"?:"positive|neutral|negative","terms"?:[{"start","end","label"}]}
evaluate   prints how well the answers agree with such lines: accuracy, macro-F1, micro-F1 of topics, a table per class
  --labels FILE   the labelled lines
  --out FILE      where the model goes
  --gain          also says how much better labels are told than without the model (takes three times as long)`;

export async function textCommand(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(help);
    return 0;
  }
  const [first, ...rest] = argv;
  if (first === 'train') return trainFile(rest);
  if (first === 'evaluate') return evaluateFile(rest);
  const { values } = readOptions(argv, { topics: { type: 'string' } });
  return analyseLines(process.stdin, process.stdout, engineFor(values.topics));
}
