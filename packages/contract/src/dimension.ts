// What an answer can be split by: what stands on its rows, what parts their customers, and what they are about.
import { z } from 'zod';

/**
 * Dimensions that part customers. As they are now: kept segments (in several of which one can be), the stage of life, the
 * fifth of the spend, and how lately and often they buy. As they were known when each row happened: the value of the
 * question's `trait`; what was learned later changes nothing. As they were when each row happened: the stage of life, by the
 * orders and contracts up to then. '' is whom none of them holds, and rows of nobody known.
 */
export const customerDimensions = [
  'segment',
  'life_cycle',
  'spend',
  'buying',
  'trait',
  'life_cycle_then',
] as const;
export type CustomerDimension = (typeof customerDimensions)[number];

/**
 * Dimensions of what a row is about: the product or category of an order's or return's lines, of what a signal names in its
 * property `product` or `category`, or of the order it refers to (a row about two products counts in both); and the group of employees
 * in its property `employeeGroup`, which is told only from `fewestEmployees` different ones on. '' is rows that name none.
 */
export const subjectDimensions = ['product', 'category', 'employee_group'] as const;
export type SubjectDimension = (typeof subjectDimensions)[number];

/** What an answer can be split by. */
export const dimensions = [
  'place',
  'day',
  'week',
  'month',
  'hour',
  'touchpoint',
  'stage',
  'channel',
  'kind',
  'topic',
  'question',
  'language',
  'campaign',
  ...customerDimensions,
  ...subjectDimensions,
] as const;
export const Dimension = z.enum(dimensions);
export type Dimension = z.infer<typeof Dimension>;

/** Of a group of employees with fewer different ones behind the rows nothing is said. */
export const fewestEmployees = 5;

/** Dimensions of which totals may be known: every answer has one value of each. */
export const weightedDimensions = [
  'place',
  'touchpoint',
  'stage',
  'channel',
  'kind',
  'language',
  'campaign',
  'life_cycle',
  'spend',
  'buying',
  'trait',
] as const satisfies readonly Dimension[];
