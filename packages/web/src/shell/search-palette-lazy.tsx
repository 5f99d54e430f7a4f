import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';

const Palette = lazy(() => import('./search-palette.tsx').then((m) => ({ default: m.SearchPalette })));

/** ⌘K from anywhere; the palette itself loads when it is first wanted. */
export function SearchPalette({
  opened,
  setOpened,
}: {
  opened: boolean;
  setOpened: (opened: boolean) => void;
}) {
  const [wanted, setWanted] = useState(false);
  useHotkeys([['mod+K', () => setOpened(true)]], []);
  if (opened && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense>
      <Palette opened={opened} close={() => setOpened(false)} />
    </Suspense>
  );
}
