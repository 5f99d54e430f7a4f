const usualShare = 0.1;

/** How much of a bench's full size is made: a tenth unless LYHORD_BENCH_SHARE says otherwise; 1 is the whole. */
export const shareOf = (): number =>
  Math.min(1, Number(process.env.LYHORD_BENCH_SHARE ?? usualShare) || usualShare);
