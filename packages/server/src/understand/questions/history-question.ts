// A question of metrics of customers, as histories are asked it.
import type { Question } from '@lyhord/contract';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { OperationsDefinition, UnitRows } from '../metrics/operations.ts';
import type { PlacesAsked } from '../places/places-asked.ts';
import type { QuestionContext } from './question-context.ts';

export interface HistoryQuestion {
  readonly question: Question;
  readonly definition: OperationsDefinition;
  readonly context: QuestionContext;
  /** `… as k0, … as k1`: of histories the place and the currency. */
  readonly keys: readonly Sql[];
  readonly names: readonly Sql[];
}
export type Of<U extends UnitRows['unit']> = Extract<UnitRows, { unit: U }>;
export type Days = QuestionContext['period'];

export const placesOf = (
  place: string | undefined,
  { placesBelow, period }: QuestionContext,
): PlacesAsked | null => (place === undefined ? null : placesBelow([place], period));

export const inside = (day: Sql, { from, to }: Days): Sql =>
  sql`${day} between ${sql.typed('Date', from)} and ${sql.typed('Date', to)}`;
