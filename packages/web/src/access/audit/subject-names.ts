import { endpoints } from '@lyhord/contract';
import { useCallback } from 'react';
import { useReply } from '../../client/queries.ts';
import { usePlaces } from '../../unify/place-tree.ts';

/** Subjects of the audit are written `place:<id>`; people read names, and nothing where there is none. */
export function useSubjectNames(): (subject: string) => string {
  const { byId } = usePlaces();
  const people = useReply(endpoints.listPeople).data?.people;
  const sources = useReply(endpoints.listSources).data?.sources;
  return useCallback(
    (subject) => {
      const [kind, id = ''] = subject.split(/:(.*)/s);
      if (kind === 'place') return byId.get(id)?.name ?? '';
      if (kind === 'person') return people?.find((person) => person.id === id)?.name ?? '';
      if (kind === 'source') return sources?.find((source) => source.id === id)?.name ?? '';
      return /^[0-9a-f-]{16,}$/.test(id) ? '' : id;
    },
    [byId, people, sources],
  );
}
