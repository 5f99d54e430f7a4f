// Promise: what is withheld because too few stand behind it cannot be had by subtracting what is shown from a total.
// Where that would be possible the next smallest groups are withheld, too (complementary suppression).

export interface Cell {
  /** One key per dimension of the answer. */
  readonly keys: readonly (string | number)[];
  readonly n: number;
}

/**
 * Indexes of the cells to withhold: those with fewer than `minimum` behind them, and as many more as it takes so that in
 * every total which can be asked for (over all dimensions, or over some of them) what is withheld is either nothing, or
 * at least two cells with `minimum` behind them together. Cells that the totals give away one by one protect nothing.
 * Where all cells of a total are withheld there is nothing left to do: whoever may ask for the total may know it.
 */
export function withheldCells(cells: readonly Cell[], minimum: number): Set<number> {
  const withheld = new Set(cells.flatMap(({ n }, index) => (n > 0 && n < minimum ? [index] : [])));
  if (withheld.size === 0) return withheld;
  const totals = shownTotals(cells, minimum);
  for (let size = -1; size !== withheld.size; ) {
    size = withheld.size;
    const given = givenAway(totals, withheld);
    for (const total of totals) {
      const next = nextToWithhold(cells, total, withheld, given, minimum);
      if (next !== undefined) withheld.add(next);
    }
  }
  return withheld;
}

/** The same of the groups of one dimension, by their keys. */
export function withheldKeys(groups: Iterable<readonly [string, number]>, minimum: number): Set<string> {
  const all = [...groups];
  const hidden = withheldCells(
    all.map(([key, n]) => ({ keys: [key], n })),
    minimum,
  );
  return new Set(all.flatMap(([key], index) => (hidden.has(index) ? [key] : [])));
}

const sizeOf = (cells: readonly Cell[], indexes: readonly number[]): number =>
  indexes.reduce((sum, index) => sum + cells[index]!.n, 0);

/**
 * The cells of every total that an answer would show: over all dimensions, and over all but each choice of some. Where
 * such an answer withholds the total itself, nothing can be subtracted from it.
 */
function shownTotals(cells: readonly Cell[], minimum: number): number[][] {
  const dimensions = cells[0]?.keys.length ?? 0;
  const totals: number[][] = [];
  for (let kept = 0; kept < 2 ** dimensions - 1; kept++) {
    const groups = new Map<string, number[]>();
    for (const [index, { keys }] of cells.entries()) {
      const key = JSON.stringify(keys.filter((_, at) => kept & (1 << at)));
      groups.set(key, [...(groups.get(key) ?? []), index]);
    }
    const members = [...groups.values()];
    const sums = members.map((indexes): Cell => {
      const { keys } = cells[indexes[0]!]!;
      return { keys: keys.filter((_, at) => kept & (1 << at)), n: sizeOf(cells, indexes) };
    });
    const hidden = withheldCells(sums, minimum);
    totals.push(...members.filter((_, index) => !hidden.has(index)));
  }
  return totals;
}

/** Withheld cells that are the only unknown of some total, then of another one once these are known, and so on. */
function givenAway(totals: readonly (readonly number[])[], withheld: ReadonlySet<number>): Set<number> {
  const given = new Set<number>();
  for (let size = -1; size !== given.size; ) {
    size = given.size;
    for (const total of totals) {
      const unknown = total.filter((index) => withheld.has(index) && !given.has(index));
      if (unknown.length === 1) given.add(unknown[0]!);
    }
  }
  return given;
}

/** The smallest shown cell of a total that gives too much away; undefined when it does not, or none is left. */
function nextToWithhold(
  cells: readonly Cell[],
  total: readonly number[],
  withheld: ReadonlySet<number>,
  given: ReadonlySet<number>,
  minimum: number,
): number | undefined {
  const hidden = total.filter((index) => withheld.has(index));
  if (!hidden.some((index) => cells[index]!.n < minimum)) return undefined;
  const protecting = hidden.filter((index) => !given.has(index));
  if (protecting.length > 1 && sizeOf(cells, protecting) >= minimum) return undefined;
  return total
    .filter((index) => !withheld.has(index) && cells[index]!.n > 0)
    .sort((a, b) => cells[a]!.n - cells[b]!.n || a - b)[0];
}

/** A kept segment within one group of the other dimensions, and how many the group has in all. */
export interface Overlapping {
  readonly group: string;
  /** '' for whom no segment holds. */
  readonly part: string;
  readonly n: number;
  readonly of: number;
}
/**
 * Indexes of segments to withhold because the rest of their group, or what one has beyond another that may lie within it,
 * would be fewer than `minimum`: of two such the smaller one goes. Overlapping segments have no sum, so this is apart
 * from `withheldCells`.
 */
export function overlappingCells(cells: readonly Overlapping[], minimum: number): Set<number> {
  const hidden = new Set<number>();
  for (const [index, cell] of cells.entries()) {
    if (cell.n > 0 && differsByFew(cell.of, cell.n, minimum)) hidden.add(index);
  }
  const ordered = [...cells.keys()].sort((a, b) => cells[b]!.n - cells[a]!.n || a - b);
  for (const [at, larger] of ordered.entries()) {
    if (hidden.has(larger) || cells[larger]!.part === '') continue;
    for (const smaller of ordered.slice(at + 1)) {
      const [one, other] = [cells[larger]!, cells[smaller]!];
      if (other.part === '' || other.group !== one.group || other.n === 0) continue;
      if (differsByFew(one.n, other.n, minimum)) hidden.add(smaller);
    }
  }
  return hidden;
}

/**
 * True where two counts that may be of the same customers differ by so few that the difference tells of these few alone.
 */
export const differsByFew = (n: number, other: number, minimum: number): boolean =>
  n !== other && Math.abs(n - other) < minimum;
