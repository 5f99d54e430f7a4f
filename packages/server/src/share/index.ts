export { createShare, type Share, type ShareParts } from './create-share.ts';
