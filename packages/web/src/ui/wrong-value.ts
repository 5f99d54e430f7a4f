// What was wrong with a value or an item, in the reader's language.
import { type Expected, filled, type WrongValue } from '@lyhord/contract';
import { useWords } from '../words/index.ts';

/** What a value should have been; several are joined by "or". */
export function useExpected(): (wanted: readonly Expected[]) => string {
  const { expectations: words } = useWords();
  return (wanted) =>
    wanted.map(({ key, values }) => filled(words.wanted[key] ?? key, values ?? {})).join(` ${words.or} `);
}

/** The line of a file that an item came from, as it is kept; null where it came otherwise. */
function lineOf(item: string | undefined): number | null {
  try {
    const { line, cells } = JSON.parse(item ?? '') as { line?: unknown; cells?: unknown };
    return typeof line === 'number' && Array.isArray(cells) ? line : null;
  } catch {
    return null;
  }
}

interface Refused {
  readonly reason?: string | null | undefined;
  readonly field?: string | null | undefined;
  readonly detail?: string | null | undefined;
  readonly wrong?: WrongValue | null | undefined;
  readonly item?: string;
}

/** Why an item was refused, as a sentence; what screens have no words for, as the server wrote it. */
export function useRefusalSentence(): (refused: Refused) => string {
  const { expectations: words, imports } = useWords();
  const expected = useExpected();
  const why = ({ reason, field, detail, wrong }: Refused) => {
    if (!wrong) return (reason && words.whole[reason]) || detail || '';
    const name = imports.fields[field ?? ''] ?? field ?? '';
    const right = expected(wrong.expected);
    const nothing = wrong.received === 'missing' || wrong.received === '""';
    return nothing ? words.missing(name, right) : words.wrong(name, wrong.received, right);
  };
  return (refused) => {
    const line = lineOf(refused.item);
    return line === null ? why(refused) : `${imports.line(String(line))}: ${why(refused)}`;
  };
}
