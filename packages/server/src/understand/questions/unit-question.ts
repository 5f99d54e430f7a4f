// What the rows of an operations metric are made for.
import type { Dimension } from '@lyhord/contract';
import type { Sql } from '../../platform/stores/sql.ts';
import type { OperationsDefinition } from '../metrics/operations.ts';
import type { QuestionContext } from './question-context.ts';

export interface UnitQuestion {
  readonly definition: OperationsDefinition;
  readonly context: QuestionContext;
  readonly by: readonly Dimension[];
  /** `… as k0, … as k1`, of the columns of events. */
  readonly keys: readonly Sql[];
  /** Names of the keys. */
  readonly names: readonly Sql[];
  /** Policy, place and filter, and the days of a period. */
  readonly within: (period: { from: string; to: string }) => Sql;
}
