import { type AskedPurpose, askedPurposes, endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { AskByName } from '../../ui/ask-by-name.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Empty } from '../../ui/empty.tsx';
import form from '../../ui/form.module.css';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import { LoadedFiles } from '../imports/loaded-files.tsx';

type Source = ReplyReceived<typeof endpoints.listSources>['sources'][number];

export function SourceSettings() {
  const { settings } = useWords();
  const me = useMe();
  const sources = useReply(endpoints.listSources, undefined, { refetchInterval: 15_000 });
  const mine = may(me, ['admin']);
  return (
    <>
      {mine ? <NewSource /> : null}
      <Loaded reply={sources}>
        {(data) =>
          data.sources.length === 0 ? (
            <Empty title={settings.sources.empty}>{settings.sources.emptyHint}</Empty>
          ) : (
            <SourceTable sources={data.sources} mayRevoke={mine} />
          )
        }
      </Loaded>
      <LoadedFiles />
    </>
  );
}

function NewSource() {
  const { settings } = useWords();
  const words = settings.sources;
  const [name, setName] = useState('');
  const [demands, setDemands] = useState<AskedPurpose | null>(null);
  const make = useDeed(endpoints.createSource, {
    refreshes: [endpoints.listSources],
    onDone: () => {
      setName('');
      setDemands(null);
    },
  });
  return (
    <form
      className={`${form.form} ${form.wide}`}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate({ body: { name: name.trim(), demands } });
      }}
    >
      <div className={form.row}>
        <TextInput
          label={words.name}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Demand value={demands} change={setDemands} />
        <Button type="submit" disabled={!name.trim()} loading={make.isPending}>
          {words.make}
        </Button>
      </div>
      <FormTrouble failure={make.error} />
      {make.data ? <KeyShownOnce writeKey={make.data.writeKey} /> : null}
    </form>
  );
}

/** What customers must have allowed before anything of them is kept. */
function Demand({
  value,
  change,
}: {
  value: AskedPurpose | null;
  change: (value: AskedPurpose | null) => void;
}) {
  const { settings, privacy } = useWords();
  const words = settings.sources;
  return (
    <Select
      label={words.demands}
      description={words.demandsHint}
      value={value}
      placeholder={words.demandsNothing}
      clearable
      data={askedPurposes.map((key) => ({ value: key, label: privacy.purposes[key] }))}
      onChange={(purpose) => change(purpose as AskedPurpose | null)}
    />
  );
}

function KeyShownOnce({ writeKey }: { writeKey: string }) {
  const { settings } = useWords();
  const item = {
    messageId: 'first',
    kind: 'survey',
    channel: 'web',
    happenedAt: new Date().toISOString(),
    answers: [{ question: 'nps', value: 9 }],
    text: 'Friendly staff',
  };
  const command = `curl -u '${writeKey}:' ${location.origin}/v1/signals -H 'content-type: application/json' -d '${JSON.stringify({ signals: [item] })}'`;
  return (
    <div role="status" className={form.form}>
      <p>{settings.sources.keyOnce}</p>
      <CopyField value={writeKey} label={settings.sources.key} />
      <p className={form.note}>{settings.sources.tryIt}</p>
      <CopyField value={command} label={settings.sources.tryIt} />
    </div>
  );
}

function SourceTable({ sources, mayRevoke }: { sources: readonly Source[]; mayRevoke: boolean }) {
  const { settings } = useWords();
  const words = settings.sources;
  const [revoking, setRevoking] = useState<Source | null>(null);
  const revoke = useDeed(endpoints.revokeSource, {
    refreshes: [endpoints.listSources],
    onDone: () => setRevoking(null),
  });
  return (
    <TableScroll label={settings.sections.sources}>
      <table className={`${table.table} ${table.stacked}`}>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th>{words.key}</th>
            <th className={table.number}>{words.accepted}</th>
            <th className={table.number}>{words.refused}</th>
            <th>{words.lastArrival}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceLine
              key={source.id}
              source={source}
              revoke={
                mayRevoke && source.kind === 'key' && !source.revoked ? () => setRevoking(source) : null
              }
            />
          ))}
        </tbody>
      </table>
      {revoking ? (
        <AskByName
          opened
          close={() => setRevoking(null)}
          title={`${words.revoke}: ${revoking.name}`}
          explains={words.revokeExplains}
          name={revoking.name}
          deed={words.revoke}
          run={() => revoke.mutate({ params: { id: revoking.id } })}
          running={revoke.isPending}
          failure={revoke.error}
        />
      ) : null}
    </TableScroll>
  );
}

function SourceLine({ source, revoke }: { source: Source; revoke: (() => void) | null }) {
  const { settings, privacy } = useWords();
  const words = settings.sources;
  const format = useFormats();
  return (
    <tr>
      <th scope="row" className={table.rowHead}>
        {words.ownNames[source.name] ?? source.name}
        {source.demands ? <Chip>{words.demanded(privacy.purposes[source.demands])}</Chip> : null}
      </th>
      <td className={table.dim} data-label={words.key}>
        {source.keyEnding ? `…${source.keyEnding}` : words.kinds[source.kind]}
      </td>
      <td className={table.number} data-label={words.accepted}>
        {format.count(source.accepted)}
      </td>
      <td className={table.number} data-label={words.refused}>
        {format.count(source.refused)}
      </td>
      <td data-label={words.lastArrival}>
        {source.lastArrivalAt ? <Moment at={source.lastArrivalAt} /> : words.nothingYet}
      </td>
      <td className={table.number}>
        {source.revoked ? <Chip>{words.revoked}</Chip> : null}
        {revoke ? (
          <Button variant="subtle" onClick={revoke}>
            {words.revoke}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
