import { z } from 'zod';

export const placeKinds = [
  'organisation',
  'country',
  'region',
  'store',
  'eshop',
  'call_centre',
  'unit',
] as const;

/** Opening hours of one weekday, minutes from local midnight; null where closed. */
export const DayHours = z
  .object({ opens: z.number().int().min(0).max(1440), closes: z.number().int().min(0).max(1440) })
  .nullable();

/**
 * A node of the organisation's own tree.
 *
 * `code` is the stable key that arriving data names; `validFrom`/`validTo` bound the time for which
 * the node stood under `parentId`. `hours` has seven entries, Monday first.
 */
export const Place = z.object({
  id: z.string(),
  code: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  kind: z.enum(placeKinds),
  parentId: z.string().nullable(),
  timeZone: z.string(),
  currency: z.string().nullable(),
  country: z.string().nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  hours: z.array(DayHours).length(7).nullable(),
  ownerId: z.string().nullable(),
  /** Goal in points of NPS; null or left out where the goal above counts. */
  target: z.number().nullable().optional(),
  archived: z.boolean(),
});
export type Place = z.infer<typeof Place>;
export type PlaceKind = Place['kind'];

/** What a person types or a file brings to make or change a place. */
export const PlaceInput = z.object({
  code: z.string().trim().min(1).max(64),
  name: z.string().trim().min(1).max(120),
  kind: z.enum(placeKinds),
  parentId: z.string().nullable(),
  timeZone: z.string().default('Europe/Stockholm'),
  currency: z.string().nullable().default(null),
  country: z.string().nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  hours: z.array(DayHours).length(7).nullable().default(null),
  ownerId: z.string().nullable().default(null),
  target: z.number().min(-100).max(100).nullable().optional(),
});
export type PlaceInput = z.infer<typeof PlaceInput>;
