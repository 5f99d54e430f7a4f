import { useState } from 'react';

const shelf = (key: string) => `lyhord.draft.${key}`;

/** A text that survives leaving the screen and a lost connection, until it has been sent. */
export function useDraft(key: string) {
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const text = drafts[key] ?? read(key);
  const write = (next: string) => {
    setDrafts((all) => ({ ...all, [key]: next }));
    try {
      if (next) sessionStorage.setItem(shelf(key), next);
      else sessionStorage.removeItem(shelf(key));
    } catch {
      // The text is still in the field.
    }
  };
  return { text, write, clear: () => write('') };
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(shelf(key)) ?? '';
  } catch {
    return '';
  }
}
