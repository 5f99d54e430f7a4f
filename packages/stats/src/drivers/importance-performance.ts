import { requireFinite } from '../ranges.ts';

/** Where a driver lies on the map. */
export interface MapPlace {
  name: string;
  importance: number;
  /** mean on a scale of 0 to 100 */
  performance: number;
  /**
   * invest: important and weak; keep: important and strong; save: strong but not important, resources can move;
   * watch: neither
   */
  field: 'invest' | 'keep' | 'save' | 'watch';
}

/**
 * Importance–performance map: four fields around the middle of the drivers shown.
 *
 * @param drivers importance (share of R² or total effect, ≥ 0) and mean of each driver with the ends of its scale
 * @param borders where the fields meet (default: mean importance and mean performance of the drivers)
 * @returns drivers in the order given
 * @throws RangeError naming a number that is not finite or a scale that does not rise
 *
 * Source: Martilla & James (1977), "Importance-performance analysis", Journal of Marketing 41, 77–79.
 * @example importancePerformance([{ name: 'queue', importance: 0.3, mean: 2, scale: [1, 5] }, { name: 'range', importance: 0.1, mean: 4.5, scale: [1, 5] }]).map((d) => d.field) // ['invest', 'save']
 */
export function importancePerformance(
  drivers: readonly { name: string; importance: number; mean: number; scale: readonly [number, number] }[],
  borders?: { importance: number; performance: number },
): MapPlace[] {
  const places = drivers.map(({ name, importance, mean, scale: [low, high] }) => {
    requireFinite(`importance of ${name}`, importance);
    requireFinite(`mean of ${name}`, mean);
    if (!(high > low)) throw new RangeError(`scale [${low}, ${high}] of ${name} does not rise`);
    return { name, importance, performance: (100 * (mean - low)) / (high - low) };
  });
  const average = (pick: (place: (typeof places)[number]) => number) =>
    places.reduce((sum, place) => sum + pick(place), 0) / Math.max(1, places.length);
  const important = borders?.importance ?? average((place) => place.importance);
  const strong = borders?.performance ?? average((place) => place.performance);
  return places.map((place) => {
    const isStrong = place.performance >= strong;
    const field =
      place.importance >= important ? (isStrong ? 'keep' : 'invest') : isStrong ? 'save' : 'watch';
    return { ...place, field };
  });
}
