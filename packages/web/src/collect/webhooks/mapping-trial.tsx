// A mapping beside an example: what it makes of it, before it is used.
import { endpoints, type Mapping, type ReplyReceived } from '@lyhord/contract';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import { Chip } from '../../ui/chip.tsx';
import form from '../../ui/form.module.css';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import styles from './mapping-trial.module.css';

type Listed = ReplyReceived<typeof endpoints.listWebhooks>;
type Tried = ReplyReceived<typeof endpoints.tryWebhook>;

const asText = (value: unknown) => JSON.stringify(value, null, 2);
const headerLines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

export function MappingTrial({
  webhook,
  preset,
  maySave,
}: {
  webhook: Listed['webhooks'][number];
  preset: Listed['presets'][number] | undefined;
  maySave: boolean;
}) {
  const words = useWords().settings.webhooks;
  const [mapping, setMapping] = useState(asText(webhook.mapping));
  const [example, setExample] = useState(
    asText(preset?.example ?? { id: '1', time: '2026-03-31T08:15:00Z', text: 'Hello' }),
  );
  const [headers, setHeaders] = useState(headerLines(preset?.headers ?? {}));
  const trial = useDeed(endpoints.tryWebhook);
  const save = useDeed(endpoints.changeWebhook, { refreshes: [endpoints.listWebhooks] });
  const [wrong, setWrong] = useState<string | null>(null);

  const read = () => {
    const [rules, body] = [parsed(mapping), parsed(example)];
    setWrong(
      rules === undefined
        ? words.wrongJson(words.mapping)
        : body === undefined
          ? words.wrongJson(words.example)
          : null,
    );
    return rules === undefined || body === undefined ? null : { mapping: rules as Mapping, body };
  };
  return (
    <div className={`${form.form} ${form.wide}`}>
      <div className={styles.sides}>
        <Json label={words.mapping} value={mapping} set={setMapping} />
        <div className={form.form}>
          <Json label={words.example} value={example} set={setExample} />
          <Textarea
            label={words.headers}
            autosize
            minRows={1}
            value={headers}
            onChange={(event) => setHeaders(event.currentTarget.value)}
            classNames={{ input: styles.code! }}
          />
        </div>
      </div>
      <div className={`${form.buttons} ${form.left}`}>
        <Button
          variant="default"
          loading={trial.isPending}
          onClick={() => {
            const given = read();
            if (given) trial.mutate({ body: { ...given, headers: headersOf(headers) } });
          }}
        >
          {words.try}
        </Button>
        {maySave ? (
          <Button
            loading={save.isPending}
            onClick={() => {
              const given = read();
              if (given) save.mutate({ params: { id: webhook.id }, body: { mapping: given.mapping } });
            }}
          >
            {words.save}
          </Button>
        ) : null}
      </div>
      {wrong ? <p role="alert">{wrong}</p> : null}
      <FormTrouble failure={trial.error ?? save.error} />
      {save.isSuccess ? <p role="status">{words.saved}</p> : null}
      {trial.data ? <Made tried={trial.data} /> : null}
    </div>
  );
}

function Made({ tried }: { tried: Tried }) {
  const words = useWords().settings.webhooks;
  if (tried.items.length === 0) return <p role="status">{words.nothingMade}</p>;
  return (
    <ol className={styles.made} role="status">
      {tried.items.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what a mapping makes has no other order
        <li key={index}>
          <p>
            <b>{words[one.to]}</b>{' '}
            <Chip tone={one.outcome === 'accepted' ? 'teal' : 'rust'}>
              {one.outcome === 'accepted' ? words.good : words.bad}
            </Chip>{' '}
            {one.detail}
          </p>
          <pre className={styles.raw} tabIndex={0}>
            {asText(one.item)}
          </pre>
        </li>
      ))}
    </ol>
  );
}

function Json({ label, value, set }: { label: string; value: string; set: (value: string) => void }) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={8}
      maxRows={22}
      spellCheck={false}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      classNames={{ input: styles.code! }}
    />
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function headersOf(lines: string): Record<string, string> {
  const pairs = lines.split('\n').map((line) => /^\s*([\w-]+)\s*:\s*(.*)$/.exec(line));
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1]!, pair[2]!.trim()]] : [])));
}
