import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';

const names = [
  'ink',
  'ink-2',
  'ink-3',
  'hairline',
  'hairline-strong',
  'accent',
  'rust-line',
  'sand-line',
  'teal-line',
  'band',
  'paper',
  'surface',
] as const;
export type Palette = Record<(typeof names)[number], string>;

/** The tokens as colours that a chart can draw with, read again when light turns to dark. */
export function usePalette(): Palette {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme decides what the tokens are
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(
      names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
    ) as Palette;
  }, [scheme]);
}
