import { endpoints, type ImportMapping, type ReplyReceived } from '@lyhord/contract';
import { Button, Checkbox, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf, call, send } from '../../client/call.ts';
import type { Problem } from '../../client/problem.ts';
import form from '../../ui/form.module.css';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import { ColumnTable } from './column-table.tsx';

type Target = ImportMapping['target'];
type Preview = ReplyReceived<typeof endpoints.previewImport>;
type Row = ReplyReceived<typeof endpoints.listImports>['imports'][number];

const headBytes = 100_000;

/** One byte, one character: the server finds out the encoding from the bytes themselves. */
async function headOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

/** A file on its way in: the guessed columns, corrected by the reader, then loaded. */
export function ImportFile({ file, target, another }: { file: File; target: Target; another: () => void }) {
  const { collect } = useWords();
  const preview = useQuery<Preview, Problem>({
    queryKey: ['previewImport', file.name, file.size, file.lastModified],
    queryFn: async () =>
      call(endpoints.previewImport, { body: { fileName: file.name, head: await headOf(file) } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <Loaded reply={preview}>{(data) => <MappingForm file={file} target={target} preview={data} />}</Loaded>
      <div>
        <Button variant="subtle" onClick={another}>
          {collect.guide.another}
        </Button>
      </div>
    </>
  );
}

function MappingForm({ file, target, preview }: { file: File; target: Target; preview: Preview }) {
  const { collect } = useWords();
  const words = collect.guide;
  const client = useQueryClient();
  const [mapping, setMapping] = useState<ImportMapping>({
    ...preview.mapping,
    target: guessedOr(preview, target),
  });
  const set = (change: Partial<ImportMapping>) => setMapping({ ...mapping, ...change });
  const load = useMutation<Row, Problem>({
    mutationFn: () =>
      send(
        addressOf(endpoints.uploadImport, {
          query: { fileName: file.name, mapping: JSON.stringify(mapping) },
        }),
        {
          method: 'POST',
          headers: { 'content-type': 'text/csv' },
          body: file,
        },
      ) as Promise<Row>,
    onSuccess: () => void client.invalidateQueries(),
  });
  if (load.data) return <Result row={load.data} />;
  return (
    <form
      className={`${form.form} ${form.wide}`}
      onSubmit={(event) => {
        event.preventDefault();
        load.mutate();
      }}
    >
      <p>{words.guessed}</p>
      <div className={form.row}>
        <Select
          label={words.holds}
          value={mapping.target}
          allowDeselect={false}
          data={(['signals', 'events', 'places'] as const).map((value) => ({
            value,
            label: words.targets[value],
          }))}
          onChange={(value) => value && set({ target: value as Target })}
        />
        <Select
          label={words.dateFormat}
          value={mapping.dateFormat}
          allowDeselect={false}
          data={(['iso', 'day_first', 'month_first', 'epoch_s', 'epoch_ms'] as const).map((value) => ({
            value,
            label: words.dateFormats[value],
          }))}
          onChange={(value) => value && set({ dateFormat: value as ImportMapping['dateFormat'] })}
        />
        <Checkbox
          label={words.decimalComma}
          checked={mapping.decimalComma}
          onChange={(event) => set({ decimalComma: event.currentTarget.checked })}
        />
      </div>
      <ColumnTable columns={preview.columns} mapping={mapping} change={(columns) => set({ columns })} />
      {preview.problems.length > 0 ? (
        <ul>
          {preview.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      <FormTrouble failure={load.error} />
      <div className={`${form.buttons} ${form.left}`}>
        <Button type="submit" loading={load.isPending}>
          {load.isPending ? words.loading(file.name) : words.load}
        </Button>
      </div>
    </form>
  );
}

const guessedOr = (preview: Preview, target: Target): Target =>
  Object.keys(preview.mapping.columns).length > 0 && preview.mapping.target !== 'signals'
    ? preview.mapping.target
    : target;

function Result({ row }: { row: Row }) {
  const { collect } = useWords();
  const words = collect.guide;
  const format = useFormats();
  return (
    <div className={form.form} role="status">
      <p>
        {words.result(format.count(row.accepted), format.count(row.duplicates), format.count(row.refused))}
      </p>
      {row.problem ? <p>{row.problem}</p> : null}
      <div className={`${form.buttons} ${form.left}`}>
        {row.target === 'signals' ? (
          <>
            <Button renderRoot={(props) => <Link to="/pulse" {...props} />}>{words.seePulse}</Button>
            <Button variant="default" renderRoot={(props) => <Link to="/feed" {...props} />}>
              {words.seeFeed}
            </Button>
          </>
        ) : null}
        {row.refused > 0 ? (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/settings/$section" params={{ section: 'quality' }} {...props} />
            )}
          >
            {words.seeRefused}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
