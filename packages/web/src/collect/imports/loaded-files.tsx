import { endpoints } from '@lyhord/contract';
import { Button, Modal, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '../../client/call.ts';
import { useDeed, useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { AskByName } from '../../ui/ask-by-name.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { useWords } from '../../words/index.ts';
import { type ImportFacts, ImportSteps } from './import-file.tsx';
import { ImportProblem } from './import-problem.tsx';
import styles from './imports.module.css';

const busy = (row: ImportFacts) => row.state === 'running' || row.state === 'undoing';

/** Files that were loaded or wait, newest first: live while they load, with what was refused, and the way back. */
export function LoadedFiles() {
  const { settings, frame } = useWords();
  const [undoing, setUndoing] = useState<ImportFacts | null>(null);
  const [going, setGoing] = useState<ImportFacts | null>(null);
  const [fast, setFast] = useState(false);
  const files = useReply(endpoints.listImports, undefined, { refetchInterval: fast ? 1_000 : 10_000 });
  const live = files.data?.imports.some(busy) ?? false;
  if (live !== fast) setFast(live);
  return (
    <Section
      title={settings.sources.imports}
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/start" {...props} />}>
          {frame.actions.importFile}
        </Button>
      }
    >
      <Loaded reply={files}>
        {(data) =>
          data.imports.length === 0 ? (
            <p className={table.dim}>{settings.sources.noImports}</p>
          ) : (
            <FileTable files={data.imports} undo={setUndoing} goOn={setGoing} />
          )
        }
      </Loaded>
      {undoing ? <AskUndo row={undoing} close={() => setUndoing(null)} /> : null}
      <Modal opened={going !== null} onClose={() => setGoing(null)} title={going?.fileName} size="xl">
        {going ? <ImportSteps id={going.id} /> : null}
      </Modal>
    </Section>
  );
}

interface Deeds {
  undo: (row: ImportFacts) => void;
  goOn: (row: ImportFacts) => void;
}

function FileTable({ files, ...deeds }: { files: readonly ImportFacts[] } & Deeds) {
  const { settings, imports: words } = useWords();
  return (
    <TableScroll label={settings.sources.imports}>
      <table className={`${table.table} ${styles.columns}`}>
        <thead>
          <tr>
            <th>{settings.sources.imports}</th>
            <th className={table.number}>{settings.sources.accepted}</th>
            <th className={table.number}>{words.known}</th>
            <th className={table.number}>{settings.sources.refused}</th>
            <th>
              <span className={table.dim}>{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((row) => (
            <FileLine key={row.id} row={row} {...deeds} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function FileLine({ row, undo, goOn }: { row: ImportFacts } & Deeds) {
  const { settings, imports: words } = useWords();
  const format = useFormats();
  const me = useMe();
  const drop = useDeed(endpoints.dropImport, { refreshes: [endpoints.listImports] });
  const waits = row.state === 'waiting';
  const counted = (label: string, value: number) => (
    <td className={`${table.number} ${waits ? styles.nothingYet : ''}`}>
      <span className={styles.label}>{label} </span>
      {waits ? '–' : format.count(value)}
    </td>
  );
  return (
    <tr>
      <td className={styles.name}>
        {row.fileName}
        <div className={table.dim}>
          {words.states[row.state]} · {waits ? null : `${words.targets[row.target]} · `}
          <Moment at={row.startedAt} />
          {row.startedBy ? ` ${words.by(row.startedBy)}` : ''}
        </div>
        {row.undoneAt && row.state === 'undone' ? (
          <div className={table.dim}>
            {words.undone(format.when(row.undoneAt))} {row.undoneBy ? words.by(row.undoneBy) : ''}
          </div>
        ) : null}
        {busy(row) ? (
          <Progress
            mt={6}
            value={row.state === 'running' && row.share !== null ? row.share * 100 : 100}
            animated={row.share === null || row.state === 'undoing'}
            aria-label={words.states[row.state]}
          />
        ) : null}
        <ImportProblem row={row} />
      </td>
      {counted(settings.sources.accepted, row.accepted)}
      {counted(words.known, row.duplicates)}
      {counted(settings.sources.refused, row.refused)}
      <td>
        <div className={styles.actions}>
          {row.refused > 0 && !waits ? (
            <Button
              variant="subtle"
              component="a"
              download
              href={addressOf(endpoints.refusedRows, { params: { id: row.id } })}
            >
              {words.downloadRefused}
            </Button>
          ) : null}
          {waits || row.state === 'failed' ? (
            <Button variant="subtle" onClick={() => goOn(row)}>
              {words.goOn}
            </Button>
          ) : null}
          {waits ? (
            <Button
              variant="subtle"
              loading={drop.isPending}
              onClick={() => drop.mutate({ params: { id: row.id } })}
            >
              {words.throwAway}
            </Button>
          ) : null}
          {row.mayUndo && may(me, ['admin', 'lead']) ? (
            <Button variant="subtle" onClick={() => undo(row)}>
              {words.undo}
            </Button>
          ) : null}
        </div>
      </td>
    </tr>
  );
}

function AskUndo({ row, close }: { row: ImportFacts; close: () => void }) {
  const { imports: words } = useWords();
  const format = useFormats();
  const undo = useDeed(endpoints.undoImport, { refreshes: [endpoints.listImports], onDone: close });
  return (
    <AskByName
      opened
      close={close}
      title={words.undoTitle(row.fileName)}
      explains={words.undoExplains(format.count(row.accepted))}
      name={row.fileName}
      deed={words.undo}
      run={() => undo.mutate({ params: { id: row.id } })}
      running={undo.isPending}
      failure={undo.error}
    />
  );
}
