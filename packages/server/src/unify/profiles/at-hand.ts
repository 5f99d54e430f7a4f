// What the ledger says of a customer, read for many customers at once.
import type { KeyCustomer } from '@lyhord/contract';
import type { Suppression } from '../../collect/index.ts';

export interface AtHand {
  suppressions(workspaceId: string, keys: readonly string[]): Promise<readonly Suppression[]>;
  keyCustomer(workspaceId: string, keys: readonly string[]): Promise<KeyCustomer>;
}
