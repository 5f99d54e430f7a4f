// The thread that looks for themes: seconds of counting that no request should wait for.
import { findThemes, type Theme, type ThemeOptions, uncoveredParts } from '@lyhord/text/discovery';
import type { TextWithMentions } from './theme-texts.ts';

export interface ThemesFound {
  readonly uncovered: number;
  readonly themes: Theme[];
}

export default function look({
  rows,
  options,
}: {
  rows: readonly TextWithMentions[];
  options: ThemeOptions;
}): ThemesFound {
  const texts = rows.flatMap(({ signal_id, text, language, starts, ends }) => {
    const covered = starts.map((start, i) => ({ start, end: ends[i]! }));
    const left = uncoveredParts(text, covered);
    return left === '' ? [] : [{ id: signal_id, text: left, whole: text, language }];
  });
  return { uncovered: texts.length, themes: findThemes(texts, options) };
}
