import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearestWord } from './nearest-word.ts';

/** A command line that cannot be understood; the message is one plain sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Parses `--options`; an unknown one is named, with the nearest known one. */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  argv: string[],
  options: T,
  allowPositionals = false,
) {
  const known = Object.keys(options);
  for (const word of argv) {
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === undefined || known.includes(name)) continue;
    const nearest = nearestWord(name, known);
    throw new UsageError(
      `There is no option --${name}.${nearest ? ` Did you mean --${nearest}?` : ''} See --help.`,
    );
  }
  for (const name of known) {
    const isEmpty = (word: string, at: number) =>
      word === `--${name}=` || (word === `--${name}` && argv[at + 1] === '');
    if (argv.some(isEmpty)) throw new UsageError(`--${name} is empty; give it a value or leave it out.`);
  }
  try {
    return parseArgs({ args: argv, options, allowPositionals, strict: true });
  } catch (problem) {
    throw new UsageError(`${(problem as Error).message}. See --help.`);
  }
}

/** A whole number from an option, within bounds. */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new UsageError(`--${name} is ${text}, but should be a whole number from ${min} to ${max}.`);
}
