import type { ThemeOptions } from '@lyhord/text/discovery';
import { Piscina } from 'piscina';
import { workerFile } from '../../collect/index.ts';
import type { TextWithMentions } from './theme-texts.ts';
import type { ThemesFound } from './themes.worker.ts';

/** Looks for themes in a thread of its own, which ends with the look. */
export async function themesIn(
  rows: readonly TextWithMentions[],
  options: ThemeOptions,
): Promise<ThemesFound> {
  const threads = new Piscina<unknown, ThemesFound>({
    filename: await workerFile('themes', import.meta.url),
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
  try {
    return await threads.run({ rows, options });
  } finally {
    await threads.destroy();
  }
}
