export { createShare, type Share } from './create-share.ts';
export type { ShareParts } from './share-parts.ts';
