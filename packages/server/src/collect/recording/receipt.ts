import type { Receipt, Verdict } from '@lyhord/contract';

/** The answer to a batch: what became of it in all, and of each item. */
export function receiptOf(verdicts: readonly Verdict[]): Receipt {
  const count = (outcome: Verdict['outcome']) => verdicts.filter((one) => one.outcome === outcome).length;
  return {
    success: true,
    accepted: count('accepted'),
    duplicates: count('duplicate'),
    refused: count('refused') + count('differs'),
    verdicts: [...verdicts],
  };
}
