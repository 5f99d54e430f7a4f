// The places as they stand on the last day: opening hours that were changed are the changed ones.
import { type DayHours, places, type TwinPlace } from '../company/places.ts';
import type { TwinPlan } from '../options.ts';
import { Effects } from './effects.ts';
import { leafCodes } from './place-tree.ts';

export function placesToday(plan: TwinPlan): TwinPlace[] {
  const effects = new Effects(plan.scenario, plan.lastDay);
  return places().map((place) => {
    const leaf = leafCodes.indexOf(place.code);
    const changed = leaf < 0 ? [] : effects.active('opening_hours', leaf, plan.lastDay);
    if (place.hours === null || changed.length === 0) return place;
    const { opens, closes } = changed.at(-1)!.effect;
    return { ...place, hours: place.hours.map((hours) => within(hours, opens * 60, closes * 60)) };
  });
}

function within(hours: DayHours, opens: number, closes: number): DayHours {
  if (hours === null) return null;
  const shortened = { opens: Math.max(hours.opens, opens), closes: Math.min(hours.closes, closes) };
  return shortened.opens < shortened.closes ? shortened : null;
}
