import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, differsByFew, withheldCells } from './withhold-cells.ts';

const minimum = 10;
const sum = (cells: readonly Cell[]) => cells.reduce((total, { n }) => total + n, 0);

/** What somebody learns who knows every shown cell and every total that is not withheld itself, by subtraction. */
function learned(cells: readonly Cell[], withheld: ReadonlySet<number>, dimensions: number): Set<number> {
  const known = new Set(cells.flatMap((_, index) => (withheld.has(index) ? [] : [index])));
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (let kept = 0; kept < 2 ** dimensions - 1; kept++) {
      const groups = grouped(cells, kept);
      const members = [...groups.values()];
      const sums = members.map((group): Cell => {
        const keys = cells[group[0]!]!.keys.filter((_, at) => kept & (1 << at));
        return { keys, n: sum(group.map((index) => cells[index]!)) };
      });
      const hidden = withheldCells(sums, minimum);
      for (const [at, group] of members.entries()) {
        const unknown = group.filter((index) => !known.has(index));
        if (!hidden.has(at) && unknown.length === 1) known.add(unknown[0]!);
      }
    }
  }
  return known;
}
/** True where a total with a small cell has no shown cell left that could be withheld, too. */
const spent = (cells: readonly Cell[], withheld: ReadonlySet<number>, dimensions: number): boolean =>
  Array.from({ length: 2 ** dimensions - 1 }, (_, kept) => [...grouped(cells, kept).values()])
    .flat()
    .some((group) => group.every((at) => withheld.has(at)) && group.some((at) => cells[at]!.n < minimum));
const groupKey = (cell: Cell, kept: number) => JSON.stringify(cell.keys.filter((_, at) => kept & (1 << at)));
function grouped(cells: readonly Cell[], kept: number): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, cell] of cells.entries()) {
    const key = groupKey(cell, kept);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return groups;
}

const size = fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 400 }));
const one = fc
  .array(size, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((n, at): Cell => ({ keys: [at], n })));
const two = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.option(size), { minLength: rows * columns, maxLength: rows * columns })
      .map((all) =>
        all.flatMap((n, at): Cell[] =>
          n === null ? [] : [{ keys: [Math.floor(at / columns), at % columns], n }],
        ),
      ),
  );

describe('withheld cells', () => {
  it('of one dimension are nothing, all there is, or at least two with enough behind them together', () => {
    fc.assert(
      fc.property(one, (cells) => {
        const withheld = withheldCells(cells, minimum);
        for (const [index, { n }] of cells.entries()) if (n < minimum) expect(withheld).toContain(index);
        const hidden = cells.filter((_, index) => withheld.has(index));
        if (hidden.length === 0 || hidden.length === cells.length) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(sum(hidden)).toBeGreaterThanOrEqual(minimum);
      }),
      { numRuns: 500 },
    );
  });

  it('are not learned by subtracting shown siblings from totals, in one dimension or two', () => {
    fc.assert(
      fc.property(fc.oneof(one, two), (cells) => {
        const dimensions = cells[0]?.keys.length ?? 1;
        const withheld = withheldCells(cells, minimum);
        const known = learned(cells, withheld, dimensions);
        // where nothing is shown there is nothing left to withhold
        if (withheld.size === cells.length || spent(cells, withheld, dimensions)) return;
        for (const index of known) {
          expect(cells[index]!.n).toBeGreaterThanOrEqual(minimum);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are no more than needed where nothing is small', () => {
    const cells = [12, 40, 300].map((n, at): Cell => ({ keys: [at], n }));
    expect(withheldCells(cells, minimum).size).toBe(0);
    expect([...withheldCells([{ keys: [3], n: 4 }, ...cells], minimum)].sort()).toEqual([0, 1]);
  });

  it('are also those that a difference would tell', () => {
    expect(differsByFew(120, 117, minimum)).toBe(true);
    expect(differsByFew(120, 120, minimum)).toBe(false);
    expect(differsByFew(120, 90, minimum)).toBe(false);
  });
});
