import { useCallback } from 'react';
import { useTopicNames } from '../../collect/signal/topic-names.ts';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';

const keysOf = { 'case.cause_set': 'causes', 'case.closed': 'outcomes', 'person.joined': 'roles' } as const;

/** The audit keeps details by key and number; people read them in words. What somebody typed stays as it is. */
export function useDetailWords(): (action: string, detail: string | null) => string {
  const { audit, terms } = useWords();
  const format = useFormats();
  const { list } = useTopicNames();
  return useCallback(
    (action, detail) => {
      if (!detail) return '';
      const [, number, counted] = /^(\d+) (\w+)$/.exec(detail) ?? [];
      const noun = counted && audit.counted[counted];
      if (noun) return `${format.count(Number(number))} ${number === '1' ? noun[0] : noun[1]}`;
      if (action === 'mention corrected' || action === 'comment labelled')
        return list.find(({ key }) => key === detail)?.name ?? detail;
      const known: Readonly<Record<string, string>> =
        action === 'person.changed'
          ? { ...terms.roles, ...audit.details }
          : action in keysOf
            ? terms[keysOf[action as keyof typeof keysOf]]
            : audit.details;
      return detail
        .split(', ')
        .map((piece) => known[piece] ?? piece)
        .join(', ');
    },
    [audit, terms, format, list],
  );
}
