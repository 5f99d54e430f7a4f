import type { Access } from '../access/index.ts';
import type { Act } from '../act/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Understand } from '../understand/index.ts';
import type { Unify } from '../unify/index.ts';

/** What share stands on. */
export interface ShareParts {
  readonly platform: Platform;
  readonly access: Access;
  readonly unify: Unify;
  readonly understand: Understand;
  readonly act: Pick<Act, 'listCases' | 'findCases'>;
}
