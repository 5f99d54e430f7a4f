import { surveyLocales } from '@lyhord/contract';

export type SurveyLocale = (typeof surveyLocales)[number];
export { surveyLocales };

export const localeNames: Readonly<Record<SurveyLocale, string>> = {
  en: 'English',
  sv: 'Svenska',
  da: 'Dansk',
  nb: 'Norsk',
  fi: 'Suomi',
  de: 'Deutsch',
};

/** The survey's language for a tag such as `no-NO`; null where there is none. */
export function surveyLocale(tag: unknown): SurveyLocale | null {
  if (typeof tag !== 'string') return null;
  const language = tag.trim().toLowerCase().split(/[-_]/)[0]!;
  const spoken = language === 'no' || language === 'nn' ? 'nb' : language;
  return surveyLocales.find((locale) => locale === spoken) ?? null;
}

/** The first of a browser's languages that surveys speak. */
export function acceptedLocale(header: string | undefined): SurveyLocale | null {
  const wished = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag, ...parameters] = entry.split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find(Boolean);
      return { tag: tag ?? '', quality: quality === undefined ? 1 : Number(quality) };
    });
  for (const { tag } of wished.sort((a, b) => b.quality - a.quality)) {
    const locale = surveyLocale(tag);
    if (locale) return locale;
  }
  return null;
}
