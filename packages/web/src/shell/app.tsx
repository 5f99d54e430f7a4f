import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { queryClient } from '../client/queries.ts';
import { theme } from '../ui/theme.ts';
import {
  type Language,
  LanguageContext,
  type LocaleKey,
  loadWords,
  rememberLocale,
  tagOf,
  type Words,
} from '../words/index.ts';
import { router } from './router.tsx';

export function App({ first }: { first: { locale: LocaleKey; words: Words } }) {
  const [spoken, setSpoken] = useState(first);
  const speak = useCallback(async (locale: LocaleKey) => {
    const words = await loadWords(locale);
    rememberLocale(locale);
    setSpoken({ locale, words });
  }, []);
  useEffect(() => {
    document.documentElement.lang = tagOf(spoken.locale);
  }, [spoken.locale]);
  const language = useMemo<Language>(() => ({ ...spoken, speak }), [spoken, speak]);
  return (
    <LanguageContext value={language}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Notifications position="bottom-right" limit={3} />
        </QueryClientProvider>
      </MantineProvider>
    </LanguageContext>
  );
}
