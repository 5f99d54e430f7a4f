import { type BodyToSend, connectorPresets, endpoints } from '@lyhord/contract';
import { Button, Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import form from '../../ui/form.module.css';
import { useFormats } from '../../ui/format.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import styles from './connectors.module.css';

type Body = BodyToSend<typeof endpoints.createConnector>;
type Kind = Body['settings']['kind'];

const kinds: readonly Kind[] = ['imap', 'feed', ...connectorPresets, 'json'];
const firstMapping = JSON.stringify(
  [
    {
      to: 'signal',
      item: {
        ...{ messageId: '$.id', kind: 'review', channel: 'review_site', happenedAt: '$.created_at' },
        text: { $path: '$.text', $as: 'plain' },
        answers: [{ question: 'stars', value: { $path: '$.rating', $as: 'number' } }],
      },
    },
  ],
  null,
  2,
);
const begin = {
  ...{
    kind: 'imap' as Kind,
    name: '',
    url: '',
    host: '',
    port: 993,
    secure: true,
    user: '',
    mailbox: 'INBOX',
  },
  ...{ secret: '', place: '', every: '15', items: '$', keyHeader: '', mapping: firstMapping },
};
type Fields = typeof begin;

export function NewConnector({ close }: { close: () => void }) {
  const words = useWords().settings.connectors;
  const { ui } = useWords();
  const [fields, setFields] = useState(begin);
  const [wrong, setWrong] = useState(false);
  const set = (change: Partial<Fields>) => setFields({ ...fields, ...change });
  const make = useDeed(endpoints.createConnector, { refreshes: [endpoints.listConnectors], onDone: close });
  return (
    <form
      className={`${form.form} ${form.wide}`}
      onSubmit={(event) => {
        event.preventDefault();
        const settings = settingsOf(fields);
        setWrong(settings === null);
        if (settings === null) return;
        make.mutate({
          body: {
            name: fields.name.trim(),
            settings,
            everyMinutes: Number(fields.every),
            ...(fields.secret ? { secret: fields.secret } : {}),
          },
        });
      }}
    >
      <div className={form.row}>
        <Select
          label={words.kind}
          allowDeselect={false}
          value={fields.kind}
          data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(kind) => set({ kind: (kind ?? 'imap') as Kind })}
        />
        <Line label={words.name} value={fields.name} set={(name) => set({ name })} />
        <EveryField every={fields.every} set={(every) => set({ every })} />
      </div>
      {fields.kind === 'imap' ? (
        <MailboxFields fields={fields} set={set} />
      ) : (
        <AddressFields fields={fields} set={set} />
      )}
      {fields.kind === 'json' ? <JsonFields fields={fields} set={set} /> : null}
      {wrong ? <p role="alert">{words.wrongJson}</p> : null}
      <FormTrouble failure={make.error} />
      <div className={`${form.buttons} ${form.left}`}>
        <Button type="submit" disabled={!fields.name.trim()} loading={make.isPending}>
          {words.add}
        </Button>
        <Button variant="default" onClick={close}>
          {ui.cancel}
        </Button>
      </div>
    </form>
  );
}

type Part = { fields: Fields; set: (change: Partial<Fields>) => void };

function EveryField({ every, set }: { every: string; set: (every: string) => void }) {
  const words = useWords().settings.connectors;
  const format = useFormats();
  return (
    <Select
      label={words.every}
      allowDeselect={false}
      value={every}
      data={[
        { value: '5', label: words.minutes(format.count(5)) },
        { value: '15', label: words.minutes(format.count(15)) },
        { value: '60', label: words.hourly },
        { value: '1440', label: words.daily },
      ]}
      onChange={(value) => set(value ?? '15')}
    />
  );
}

function MailboxFields({ fields, set }: Part) {
  const words = useWords().settings.connectors;
  return (
    <>
      <div className={form.row}>
        <Line label={words.host} value={fields.host} set={(host) => set({ host })} />
        <NumberInput
          label={words.port}
          min={1}
          max={65_535}
          hideControls
          value={fields.port}
          onChange={(port) => set({ port: Number(port) })}
        />
        <Line label={words.mailbox} value={fields.mailbox} set={(mailbox) => set({ mailbox })} />
      </div>
      <div className={form.row}>
        <Line label={words.user} value={fields.user} set={(user) => set({ user })} />
        <Line label={words.password} value={fields.secret} set={(secret) => set({ secret })} secret />
        <Line label={words.place} value={fields.place} set={(place) => set({ place })} />
      </div>
      <Checkbox
        label={words.secure}
        checked={fields.secure}
        onChange={(event) => set({ secure: event.currentTarget.checked })}
      />
    </>
  );
}

function AddressFields({ fields, set }: Part) {
  const words = useWords().settings.connectors;
  return (
    <div className={form.row}>
      <Line label={words.url} value={fields.url} set={(url) => set({ url })} />
      {fields.kind === 'feed' ? null : (
        <Line label={words.apiKey} value={fields.secret} set={(secret) => set({ secret })} secret />
      )}
      {fields.kind === 'json' ? null : (
        <Line label={words.place} value={fields.place} set={(place) => set({ place })} />
      )}
    </div>
  );
}

function JsonFields({ fields, set }: Part) {
  const words = useWords().settings.connectors;
  return (
    <>
      <div className={form.row}>
        <Line label={words.keyHeader} value={fields.keyHeader} set={(keyHeader) => set({ keyHeader })} />
        <Line label={words.items} value={fields.items} set={(items) => set({ items })} />
      </div>
      <Textarea
        label={words.mapping}
        autosize
        minRows={6}
        maxRows={20}
        spellCheck={false}
        value={fields.mapping}
        onChange={(event) => set({ mapping: event.currentTarget.value })}
        classNames={{ input: styles.code! }}
      />
    </>
  );
}

function Line(props: { label: string; value: string; set: (value: string) => void; secret?: boolean }) {
  return (
    <TextInput
      label={props.label}
      value={props.value}
      autoComplete="off"
      {...(props.secret ? { type: 'password' } : {})}
      onChange={(event) => props.set(event.currentTarget.value)}
    />
  );
}

/** What is sent; null where the mapping is not JSON. */
function settingsOf(fields: Fields): Body['settings'] | null {
  const place = fields.place.trim() ? { place: fields.place.trim() } : {};
  const { kind, host, port, secure, user, mailbox, url, items, keyHeader } = fields;
  if (kind === 'imap') return { kind, host, port, secure, user, mailbox, ...place };
  if (kind === 'feed') return { kind, url, ...place };
  if (kind !== 'json') return { kind, url, ...place };
  try {
    const mapping = JSON.parse(fields.mapping);
    return { kind, url, items, mapping, ...(keyHeader ? { secretHeader: keyHeader } : {}) };
  } catch {
    return null;
  }
}
