import { endpoints } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useReply } from '../../client/queries.ts';
import { DownloadTable } from '../../ui/download.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { named, useWords } from '../../words/index.ts';
import { useDetailWords } from './detail-words.ts';
import { useSubjectNames } from './subject-names.ts';

const pageSize = 100;

export function AuditSettings() {
  const { audit: auditWords, settings, ui } = useWords();
  const words = settings.audit;
  const nameOf = useSubjectNames();
  const detailOf = useDetailWords();
  const [limit, setLimit] = useState(pageSize);
  const audit = useReply(endpoints.listAudit, { query: { limit } });
  return (
    <Loaded reply={audit}>
      {({ entries }) =>
        entries.length === 0 ? (
          <Empty title={words.empty} small />
        ) : (
          <TableScroll label={settings.sections.audit}>
            <DownloadTable table="audit" />
            <table className={table.table}>
              <thead>
                <tr>
                  <th>{words.at}</th>
                  <th>{words.who}</th>
                  <th>{words.what}</th>
                  <th>{words.subject}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.id}>
                    <td>
                      <Moment at={entry.at} />
                    </td>
                    <td>{entry.byName ?? words.product}</td>
                    <td>{named(auditWords.actions, entry.action)}</td>
                    <td className={table.dim}>
                      {[nameOf(entry.subject), detailOf(entry.action, entry.detail)]
                        .filter(Boolean)
                        .join(': ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {entries.length === limit && limit < 500 ? (
              <Button variant="subtle" onClick={() => setLimit(Math.min(500, limit + pageSize))}>
                {ui.showMore}
              </Button>
            ) : null}
          </TableScroll>
        )
      }
    </Loaded>
  );
}
