// Promise: every pair of records that agree on all parts of some pass, once, without looking at all pairs.
import type { BlockingPass, MatchRecord } from './match-scheme.ts';

export type Pair = readonly [number, number];

/** A value that more records have than this tells nothing of who they are, and would cost its square. */
const largestBlock = 100;

export function blockKey(pass: BlockingPass, record: MatchRecord): string {
  let key = '';
  for (const { field, first } of pass.parts) {
    const value = record[field] ?? '';
    if (value === '') return '';
    key += `${first === undefined ? value : value.slice(0, first)}|`;
  }
  return key;
}

/** Pairs of one pass that no earlier pass has found; `all` gives those, too. */
export function* pairsOfPass(
  records: readonly MatchRecord[],
  passes: readonly BlockingPass[],
  index: number,
  all = false,
): Generator<Pair> {
  const pass = passes[index]!;
  const earlier = all ? [] : passes.slice(0, index);
  for (const block of blocksOf(records, pass)) {
    for (let i = 1; i < block.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [records[block[j]!]!, records[block[i]!]!];
        if (!earlier.some((one) => agreeOn(one, a, b))) yield [block[j]!, block[i]!];
      }
    }
  }
}

function agreeOn(pass: BlockingPass, a: MatchRecord, b: MatchRecord): boolean {
  const key = blockKey(pass, a);
  return key !== '' && key === blockKey(pass, b);
}

function* blocksOf(records: readonly MatchRecord[], pass: BlockingPass): Generator<number[]> {
  const blocks = new Map<string, number[]>();
  for (const [at, record] of records.entries()) {
    const key = blockKey(pass, record);
    if (key === '') continue;
    const block = blocks.get(key);
    if (block) block.push(at);
    else blocks.set(key, [at]);
  }
  for (const block of blocks.values()) if (block.length > 1 && block.length <= largestBlock) yield block;
}
