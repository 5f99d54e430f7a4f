import { useCallback, useMemo, useState } from 'react';
import { today } from '../../client/days.ts';

const shelf = 'lyhord.not-now';

/** What this reader put away until tomorrow. Kept on this device only: nobody else's list changes. */
export function useNotNow() {
  const [ids, setIds] = useState<readonly string[]>(read);
  const keep = useCallback((next: readonly string[]) => {
    setIds(next);
    try {
      localStorage.setItem(shelf, JSON.stringify({ day: today(), ids: next }));
    } catch {
      // Then it is put away until the page is loaded again.
    }
  }, []);
  return useMemo(
    () => ({
      has: (id: string) => ids.includes(id),
      put: (id: string) => keep([...ids, id]),
      bringBack: (id?: string) => keep(id ? ids.filter((one) => one !== id) : []),
    }),
    [ids, keep],
  );
}

function read(): readonly string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(shelf) ?? 'null') as { day: string; ids: string[] } | null;
    return kept?.day === today() ? kept.ids : [];
  } catch {
    return [];
  }
}
