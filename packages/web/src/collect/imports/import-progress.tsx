import { endpoints } from '@lyhord/contract';
import { Button, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { addressOf } from '../../client/call.ts';
import { queryClient, useReply } from '../../client/queries.ts';
import form from '../../ui/form.module.css';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { useWords } from '../../words/index.ts';
import type { ImportFacts } from './import-file.tsx';
import { ImportProblem } from './import-problem.tsx';
import styles from './imports.module.css';

const askEveryMs = 700;

/** How far a load is, live; then what became of the rows. */
export function ImportProgress({ id }: { id: string }) {
  const facts = useReply(endpoints.readImport, { params: { id } }, { refetchInterval: askEveryMs });
  const ended = facts.data && facts.data.state !== 'running';
  useEffect(() => {
    if (ended)
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'readImport' });
  }, [ended]);
  return (
    <Loaded reply={facts}>
      {(row) => (row.state === 'running' ? <Running row={row} /> : <Ended row={row} />)}
    </Loaded>
  );
}

function Running({ row }: { row: ImportFacts }) {
  const { imports: words } = useWords();
  const format = useFormats();
  const share = row.share === null ? null : Math.round(row.share * 100);
  return (
    <div className={styles.progress} role="status">
      <p>{words.running(row.fileName)}</p>
      <Progress value={share ?? 100} animated={share === null} aria-label={words.running(row.fileName)} />
      <p>
        {words.soFar(row.rows)}
        {share === null ? '' : `, ${format.share(share / 100)}`}
      </p>
      <p className={form.note}>{words.runningHint}</p>
    </div>
  );
}

function Ended({ row }: { row: ImportFacts }) {
  const { imports: words } = useWords();
  const format = useFormats();
  return (
    <div className={form.form} role="status">
      <p>
        {row.state === 'failed' ? `${words.failed}. ` : ''}
        {words.result(format.count(row.accepted), format.count(row.duplicates), format.count(row.refused))}
      </p>
      <ImportProblem row={row} />
      <div className={`${form.buttons} ${form.left}`}>
        {row.target === 'signals' && row.accepted > 0 ? (
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
            component="a"
            download
            href={addressOf(endpoints.refusedRows, { params: { id: row.id } })}
          >
            {words.downloadRefused}
          </Button>
        ) : null}
        <Button
          variant="subtle"
          renderRoot={(props) => <Link to="/settings/$section" params={{ section: 'sources' }} {...props} />}
        >
          {words.seeHistory}
        </Button>
      </div>
    </div>
  );
}
