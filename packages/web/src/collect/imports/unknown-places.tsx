import { endpoints, type ImportCheck, type PlaceInput } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../client/call.ts';
import type { Problem } from '../../client/problem.ts';
import { queryClient } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { useFormats } from '../../ui/format.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';

const listed = 10;

/** Codes of the file that no place has, and the way to make places of them before the rows are loaded. */
export function UnknownPlaces({
  unknown,
  made,
}: {
  unknown: ImportCheck['unknownPlaces'];
  made: () => void;
}) {
  const { imports: words } = useWords();
  const format = useFormats();
  const me = useMe();
  const make = useMutation<void, Problem>({
    mutationFn: async () => {
      for (const { code } of unknown) await call(endpoints.createPlace, { body: placeOf(code) });
    },
    // also after a refusal: the places before it are there
    onSettled: () => void queryClient.invalidateQueries({ queryKey: [endpoints.listPlaces.id] }),
    onSuccess: made,
  });
  if (unknown.length === 0) return null;
  const codes = unknown.slice(0, listed).map(({ code, rows }) => `${code} (${format.count(rows)})`);
  return (
    <div>
      <p>{words.unknownPlaces(codes.join(', '))}</p>
      <FormTrouble failure={make.error} />
      {may(me, endpoints.createPlace.roles) ? (
        <Button variant="default" size="xs" loading={make.isPending} onClick={() => make.mutate()}>
          {words.makePlaces(unknown.length)}
        </Button>
      ) : null}
    </div>
  );
}

/** A store in the reader's time zone; the rest is filled in under Settings. */
const placeOf = (code: string): PlaceInput => ({
  ...{ code, name: code, kind: 'store', parentId: null },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  ...{ currency: null, country: null, latitude: null, longitude: null, hours: null, ownerId: null },
});
