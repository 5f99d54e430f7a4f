// Where marks and their names stand on the drivers map, in pixels: no mark covers a mark, no name covers anything.

export interface Spot {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Marks that would cover each other move apart, as little as does; the same spots always give the same places. */
export function movedApart(spots: readonly Spot[], distance: number, within: Box): Spot[] {
  const moved = spots.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < 200; round++) {
    let quiet = true;
    for (let one = 0; one < moved.length; one++)
      for (let other = one + 1; other < moved.length; other++)
        if (push(moved[one]!, moved[other]!, distance)) quiet = false;
    for (const spot of moved) {
      spot.x = clamp(spot.x, within.left, within.right);
      spot.y = clamp(spot.y, within.top, within.bottom);
    }
    if (quiet) break;
  }
  return moved;
}

function push(one: { x: number; y: number }, other: { x: number; y: number }, distance: number): boolean {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const apart = Math.hypot(dx, dy);
  if (apart >= distance - 0.01) return false;
  const step = (distance - apart) / 2;
  const [ux, uy] = apart > 0.01 ? [dx / apart, dy / apart] : [0, 1];
  one.x -= ux * step;
  one.y -= uy * step;
  other.x += ux * step;
  other.y += uy * step;
  return true;
}

/**
 * A place for each name beside its mark: right, left, above or below, the first that is free. A name that fits
 * nowhere is null; its number in the mark leads to the list. Names are placed in the order given.
 */
export function placesOfNames(
  marks: readonly Spot[],
  widths: readonly number[],
  { radius, height, within, taken }: { radius: number; height: number; within: Box; taken: readonly Box[] },
): (Box | null)[] {
  const filled: Box[] = [...taken, ...marks.map(({ x, y }) => around(x, y, radius * 2, radius * 2))];
  return marks.map((mark, index) => {
    const width = widths[index] ?? 0;
    const own = filled[taken.length + index];
    const free = candidates(mark, width, height, radius).find(
      (box) => inside(box, within) && filled.every((other) => other === own || !overlap(box, other)),
    );
    if (free) filled.push(free);
    return free ?? null;
  });
}

function candidates({ x, y }: Spot, width: number, height: number, radius: number): Box[] {
  const beside = radius + 5 + width / 2;
  const over = radius + 2 + height / 2;
  const corner = radius * 0.6 + width / 2;
  return [
    [beside, 0],
    [-beside, 0],
    [0, -over],
    [0, over],
    [corner, -over],
    [corner, over],
    [-corner, -over],
    [-corner, over],
  ].map(([dx, dy]) => around(x + dx!, y + dy!, width, height));
}

const around = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});
const inside = (box: Box, outer: Box) =>
  box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom;
const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
