import { endpoints, type ImportMapping, type ImportTarget, type ReplyReceived } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf, send } from '../../client/call.ts';
import type { Problem } from '../../client/problem.ts';
import { useReply } from '../../client/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import { ImportProgress } from './import-progress.tsx';
import { MappingForm } from './mapping-form.tsx';

export type ImportFacts = ReplyReceived<typeof endpoints.readImport>;

/** A file on its way in: brought, its columns corrected by the reader, tried, then loaded. */
export function ImportFile({
  file,
  target,
  another,
}: {
  file: File;
  target: ImportTarget;
  another: () => void;
}) {
  const { collect, imports: words } = useWords();
  const brought = useMutation<ImportFacts, Problem>({
    mutationFn: () =>
      send(addressOf(endpoints.uploadImport, { query: { fileName: file.name } }), {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      }) as Promise<ImportFacts>,
  });
  const { mutate: bring, isIdle } = brought;
  useEffect(() => {
    if (isIdle) bring();
  }, [bring, isIdle]);
  return (
    <>
      {brought.isPending || isIdle ? (
        <p role="status">
          {words.reading} … {words.readingHint}
        </p>
      ) : null}
      <FormTrouble failure={brought.error} />
      {brought.data ? <ImportSteps id={brought.data.id} target={target} /> : null}
      <div>
        <Button variant="subtle" onClick={another}>
          {collect.guide.another}
        </Button>
      </div>
    </>
  );
}

/** From the guessed columns to the end of loading, for a file that the server has. */
export function ImportSteps({ id, target }: { id: string; target?: ImportTarget }) {
  const [started, setStarted] = useState(false);
  const [wanted, setWanted] = useState<{ target?: ImportTarget }>({});
  const guess = useReply(endpoints.guessImport, { params: { id }, query: wanted }, { keep: true });
  if (started) return <ImportProgress id={id} />;
  return (
    <Loaded reply={guess}>
      {(data) => (
        <MappingForm
          key={data.mapping.target}
          id={id}
          guess={data}
          begin={suited(data.mapping, target, wanted.target)}
          choose={(chosen) => setWanted({ target: chosen })}
          started={() => setStarted(true)}
        />
      )}
    </Loaded>
  );
}

/** What the file was chosen as, where its columns do not say otherwise. */
function suited(mapping: ImportMapping, door?: ImportTarget, chosen?: ImportTarget): ImportTarget {
  if (chosen || !door) return mapping.target;
  return Object.keys(mapping.columns).length > 0 ? mapping.target : door;
}
