import { endpoints } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { useWords } from '../../words/index.ts';

/** Files that were loaded, newest first, with what was taken and refused of each. */
export function LoadedFiles() {
  const { settings, frame } = useWords();
  const words = settings.sources;
  const format = useFormats();
  const imports = useReply(endpoints.listImports, undefined, { refetchInterval: 10_000 });
  return (
    <Section
      title={words.imports}
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/start" {...props} />}>
          {frame.actions.importFile}
        </Button>
      }
    >
      <Loaded reply={imports}>
        {(data) =>
          data.imports.length === 0 ? (
            <p className={table.dim}>{words.noImports}</p>
          ) : (
            <TableScroll label={words.file}>
              <table className={table.table}>
                <thead>
                  <tr>
                    <th>{words.file}</th>
                    <th>{words.state}</th>
                    <th className={table.number}>{words.rows}</th>
                    <th className={table.number}>{words.accepted}</th>
                    <th className={table.number}>{words.refused}</th>
                    <th>{words.lastArrival}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.imports.map((file) => (
                    <tr key={file.id}>
                      <td>{file.fileName}</td>
                      <td>
                        {words.states[file.state]}
                        {file.problem ? `: ${file.problem}` : ''}
                      </td>
                      <td className={table.number}>{format.count(file.rows)}</td>
                      <td className={table.number}>{format.count(file.accepted)}</td>
                      <td className={table.number}>{format.count(file.refused)}</td>
                      <td>
                        <Moment at={file.finishedAt ?? file.startedAt} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </Loaded>
    </Section>
  );
}
