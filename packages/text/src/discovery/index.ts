// Finding what nobody has defined: pure, the same answer for the same texts and seed.
export { findThemes, type Theme, type ThemeOptions, type ThemeText } from './find-themes.ts';
export { type Descent, followThemes, type KnownTheme } from './follow-themes.ts';
export { groupReposts, groupSameWish, type TextToCompare } from './group-alike.ts';
export { type ContentWord, type TermReader, termReader } from './term-reader.ts';
export { type Covered, uncoveredParts } from './uncovered-parts.ts';
