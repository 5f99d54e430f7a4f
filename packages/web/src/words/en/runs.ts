import { countingIn } from '../numerals.ts';

const many = countingIn('en');
/** What models are called; keys as they come. */
export const models: Readonly<Record<string, string>> = {
  lmg: 'LMG shares',
  johnson: 'Johnson’s relative weights',
  k_means: 'K-means',
  mixture: 'Gaussian mixture',
  latent_class: 'Latent classes',
  medoids: 'Medoids',
  none: 'No stable clusters',
  dirichlet_multinomial: 'Dirichlet–multinomial shrinkage',
};
export const run = (model: string, version: number, n: number) =>
  `${model}, version ${version}, from ${many(n, 'row', 'rows')}.`;
export const again = (seed: number, hash: string) =>
  `Seed ${seed}, data ${hash}: the same data give the same numbers.`;
export const topQuarter = (share: string) => `best quarter, ${share} sure`;
export const bottomQuarter = (share: string) => `last quarter, ${share} sure`;
