import { endpoints, type ReplyReceived, signatureSchemes } from '@lyhord/contract';
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import form from '../../ui/form.module.css';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';

type Preset = ReplyReceived<typeof endpoints.listWebhooks>['presets'][number];
type Scheme = (typeof signatureSchemes)[number];

const systemNames = {
  zendesk: 'Zendesk',
  chatwoot: 'Chatwoot',
  intercom: 'Intercom',
  shopify: 'Shopify',
  typeform: 'Typeform',
} as const;
const other = 'other';

/** Where a mapping of one's own begins. */
const firstMapping = [
  {
    to: 'signal' as const,
    when: {},
    item: { messageId: '$.id', kind: 'comment', channel: 'web', happenedAt: '$.time', text: '$.text' },
  },
];

export function NewWebhook({ presets }: { presets: readonly Preset[] }) {
  const words = useWords().settings.webhooks;
  const [name, setName] = useState('');
  const [from, setFrom] = useState<Preset['preset'] | typeof other>('zendesk');
  const [signature, setSignature] = useState<Scheme>('zendesk');
  const [secret, setSecret] = useState('');
  const make = useDeed(endpoints.createWebhook, {
    refreshes: [endpoints.listWebhooks],
    onDone: () => {
      setName('');
      setSecret('');
    },
  });
  const send = () =>
    make.mutate({
      body: {
        name: name.trim(),
        signature,
        preset: from === other ? null : from,
        ...(from === other ? { mapping: firstMapping } : {}),
        ...(signature === 'none' ? {} : { secret }),
      },
    });
  return (
    <form
      className={`${form.form} ${form.wide}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={form.row}>
        <TextInput
          label={words.name}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={words.from}
          allowDeselect={false}
          value={from}
          data={[
            ...presets.map(({ preset }) => ({ value: preset, label: systemNames[preset] })),
            { value: other, label: words.own },
          ]}
          onChange={(value) => {
            const chosen = (value ?? other) as Preset['preset'] | typeof other;
            setFrom(chosen);
            setSignature(chosen === other ? 'none' : chosen);
          }}
        />
        <Select
          label={words.signature}
          allowDeselect={false}
          value={signature}
          data={signatureSchemes.map((value) => ({ value, label: words.signatures[value] }))}
          onChange={(value) => setSignature((value ?? 'none') as Scheme)}
        />
        {signature === 'none' ? null : (
          <TextInput
            label={words.secret}
            type="password"
            autoComplete="off"
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        )}
        <Button
          type="submit"
          disabled={!name.trim() || (signature !== 'none' && secret.length < 8)}
          loading={make.isPending}
        >
          {words.add}
        </Button>
      </div>
      <FormTrouble failure={make.error} />
      {make.data ? (
        <div role="status" className={form.form}>
          <p>{words.once}</p>
          <CopyField value={make.data.url} label={words.once} />
        </div>
      ) : null}
    </form>
  );
}
