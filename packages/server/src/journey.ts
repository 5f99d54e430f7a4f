/** The steps that every datum takes, in order. App start, layer rules and the picture in ARCHITECTURE.md read this list. */
export const journey = ['collect', 'unify', 'understand', 'predict', 'act', 'share'] as const;
export type Step = (typeof journey)[number];
