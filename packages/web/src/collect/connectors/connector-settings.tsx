import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import form from '../../ui/form.module.css';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import styles from './connectors.module.css';
import { NewConnector } from './new-connector.tsx';

type Connector = ReplyReceived<typeof endpoints.listConnectors>['connectors'][number];

export function ConnectorSettings() {
  const words = useWords().settings.connectors;
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const connectors = useReply(endpoints.listConnectors, undefined, { refetchInterval: 5_000 });
  const add = may(me, ['admin']) ? (
    <div>
      <Button onClick={() => setAdding(true)}>{words.add}</Button>
    </div>
  ) : null;
  return (
    <>
      {adding ? <NewConnector close={() => setAdding(false)} /> : add}
      <Loaded reply={connectors}>
        {(data) =>
          data.connectors.length === 0 ? (
            <Empty title={words.empty}>{words.emptyHint}</Empty>
          ) : (
            <ul className={styles.list}>
              {data.connectors.map((connector) => (
                <ConnectorCard key={connector.id} connector={connector} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function ConnectorCard({ connector }: { connector: Connector }) {
  const words = useWords().settings.connectors;
  const format = useFormats();
  const [last] = connector.runs;
  const { settings } = connector;
  return (
    <li className={styles.connector}>
      <div className={styles.head}>
        <h2>{connector.name}</h2>
        {connector.running ? <Chip tone="accent">{words.running}</Chip> : null}
        {connector.paused ? <Chip>{words.paused}</Chip> : null}
      </div>
      <p className={styles.from}>
        {words.kinds[settings.kind]} ·{' '}
        {settings.kind === 'imap' ? `${settings.user}, ${settings.host}` : settings.url}
      </p>
      <dl className={styles.facts}>
        <Fact name={words.lastRun}>
          {last ? <Moment at={last.endedAt ?? last.startedAt} /> : words.never}
        </Fact>
        <Fact name={words.nextRun}>
          {connector.nextRunAt ? <Moment at={connector.nextRunAt} /> : words.paused}
        </Fact>
        <Fact name={words.came}>
          {last ? words.taken(format.count(last.accepted), format.count(last.duplicates)) : words.never}
          {last && last.refused > 0 ? `, ${words.notTaken(format.count(last.refused))}` : ''}
        </Fact>
      </dl>
      {last?.problem ? (
        <p className={styles.problem}>
          {last.problem}
          {connector.failures > 1 ? ` (${words.failed(format.count(connector.failures))})` : ''}
        </p>
      ) : null}
      <Deeds connector={connector} />
    </li>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Deeds({ connector: { id, paused, name } }: { connector: Connector }) {
  const words = useWords().settings.connectors;
  const me = useMe();
  const refreshes = [endpoints.listConnectors];
  const run = useDeed(endpoints.runConnector, { refreshes });
  const change = useDeed(endpoints.changeConnector, { refreshes });
  return (
    <div className={`${form.buttons} ${form.left}`}>
      {may(me, ['admin', 'lead']) ? (
        <Button
          variant="default"
          aria-label={`${words.runNow}: ${name}`}
          loading={run.isPending}
          onClick={() => run.mutate({ params: { id } })}
        >
          {words.runNow}
        </Button>
      ) : null}
      {may(me, ['admin']) ? (
        <Button
          variant="subtle"
          loading={change.isPending}
          onClick={() => change.mutate({ params: { id }, body: { paused: !paused } })}
        >
          {paused ? words.resume : words.pause}
        </Button>
      ) : null}
      <FormTrouble failure={run.error ?? change.error} />
    </div>
  );
}
