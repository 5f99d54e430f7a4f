import { type ProblemReason, problemReasons } from '@lyhord/contract';

/** Why something was refused; names in braces are filled in. */
export const reasons: Readonly<Record<ProblemReason, string>> = problemReasons;
