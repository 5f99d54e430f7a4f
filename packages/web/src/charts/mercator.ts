// A flat map that keeps angles: the north looks as people know it, and no tile server is asked.

/** Longitude and latitude in degrees → x to the east and y to the south, in degrees at the equator. */
export function project(longitude: number, latitude: number): [number, number] {
  const clamped = Math.max(-84, Math.min(84, latitude));
  const radians = (clamped * Math.PI) / 180;
  return [longitude, (-Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI];
}

export interface View {
  /** Centre of the window, in projected degrees. */
  x: number;
  y: number;
  /** Pixels a projected degree. */
  scale: number;
}

/** The view that shows every point with some air around, in a window of so many pixels, left of the tools at its right edge. */
export function viewOf(points: readonly (readonly [number, number])[], width: number, height: number): View {
  if (points.length === 0) return { x: 15, y: project(15, 60)[1], scale: Math.min(width, height) / 30 };
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const air = 64;
  const tools = width > 2 * 52 + air ? 52 : 0;
  const scale = Math.min(
    Math.max(40, width - air - tools) / Math.max(0.4, right - left),
    Math.max(40, height - air) / Math.max(0.4, bottom - top),
  );
  return { x: (left + right + tools / scale) / 2, y: (top + bottom) / 2, scale };
}
