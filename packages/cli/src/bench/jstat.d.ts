// jstat brings no types; only what is measured is named.
declare module 'jstat' {
  type Numeric = (...args: number[]) => number;
  interface Distribution {
    cdf: Numeric;
    inv: Numeric;
  }
  const jstat: Record<'normal' | 'studentt' | 'chisquare' | 'centralF' | 'beta' | 'gamma', Distribution> & {
    gammaln: Numeric;
  };
  export default jstat;
}
