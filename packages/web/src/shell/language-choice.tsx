import { endpoints, locales } from '@lyhord/contract';
import { SegmentedControl } from '@mantine/core';
import { useDeed } from '../client/queries.ts';
import { type LocaleKey, localeNames, useLanguage } from '../words/index.ts';

/** The language of the screens, changed at once and kept with the person. */
export function LanguageChoice() {
  const { locale, speak, words } = useLanguage();
  const keep = useDeed(endpoints.changeMe, { refreshes: [endpoints.me] });
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={words.frame.language}
      value={locale}
      onChange={(value) => {
        void speak(value as LocaleKey);
        keep.mutate({ body: { locale: value as LocaleKey } });
      }}
      data={locales.map((value) => ({ value, label: localeNames[value] }))}
    />
  );
}
