import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { AskByName } from '../../ui/ask-by-name.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Empty } from '../../ui/empty.tsx';
import form from '../../ui/form.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { notice } from '../../ui/notice.ts';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import styles from './card-settings.module.css';
import { originsIn } from './origins.ts';
import { signingSnippet } from './signing-snippet.ts';

type Tool = ReplyReceived<typeof endpoints.listCardTools>['tools'][number];

/** Which tools may show a customer's card in their own pages. */
export function CardSettings() {
  const { settings } = useWords();
  const tools = useReply(endpoints.listCardTools);
  return (
    <>
      <NewTool />
      <Loaded reply={tools}>
        {(data) =>
          data.tools.length === 0 ? (
            <Empty title={settings.cards.empty}>{settings.cards.emptyHint}</Empty>
          ) : (
            <ToolTable tools={data.tools} />
          )
        }
      </Loaded>
    </>
  );
}

function NewTool() {
  const { settings, ui } = useWords();
  const words = settings.cards;
  const [name, setName] = useState('');
  const [origins, setOrigins] = useState('');
  const add = useDeed(endpoints.addCardTool, {
    refreshes: [endpoints.listCardTools],
    onDone: () => {
      setName('');
      setOrigins('');
    },
  });
  return (
    <form
      className={`${form.form} ${form.wide}`}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ body: { name: name.trim(), origins: originsIn(origins) } });
      }}
    >
      <TextInput
        label={words.name}
        placeholder="Zendesk"
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={words.origins}
        description={words.originsHint}
        placeholder="https://acme.zendesk.com"
        value={origins}
        autosize
        minRows={2}
        onChange={(event) => setOrigins(event.currentTarget.value)}
      />
      <Button
        type="submit"
        style={{ alignSelf: 'start' }}
        disabled={!name.trim() || originsIn(origins).length === 0}
        loading={add.isPending}
      >
        {words.add}
      </Button>
      <FormTrouble failure={add.error} fields={{ name: words.name, origins: words.origins }} />
      {add.data ? (
        <div role="status" className={form.form}>
          <p>{words.once}</p>
          <CopyField value={add.data.secret} label={words.secret} />
          <CopyField value={add.data.address} label={words.address} />
          <p className={form.note}>{words.how}</p>
          <pre className={styles.snippet}>{signingSnippet(add.data.address)}</pre>
          <Button
            variant="default"
            style={{ alignSelf: 'start' }}
            onClick={() =>
              void copyText(signingSnippet(add.data.address)).then((copied) => copied && notice(ui.copied))
            }
          >
            {ui.copy}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function ToolTable({ tools }: { tools: readonly Tool[] }) {
  const { settings } = useWords();
  const words = settings.cards;
  const [removing, setRemoving] = useState<Tool | null>(null);
  const remove = useDeed(endpoints.removeCardTool, {
    refreshes: [endpoints.listCardTools],
    onDone: () => setRemoving(null),
  });
  return (
    <TableScroll label={settings.sections.cards}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th>{words.origins}</th>
            <th>{words.lastUsed}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {tools.map((tool) => (
            <ToolLine key={tool.id} tool={tool} remove={() => setRemoving(tool)} />
          ))}
        </tbody>
      </table>
      {removing ? (
        <AskByName
          opened
          close={() => setRemoving(null)}
          title={`${words.remove}: ${removing.name}`}
          explains={words.removeExplains}
          name={removing.name}
          deed={words.remove}
          run={() => remove.mutate({ params: { id: removing.id } })}
          running={remove.isPending}
          failure={remove.error}
        />
      ) : null}
    </TableScroll>
  );
}

function ToolLine({ tool, remove }: { tool: Tool; remove: () => void }) {
  const { settings } = useWords();
  const words = settings.cards;
  const [text, setText] = useState<string | null>(null);
  const change = useDeed(endpoints.changeCardTool, {
    refreshes: [endpoints.listCardTools],
    onDone: () => setText(null),
  });
  return (
    <tr>
      <td>{tool.name}</td>
      <td>
        {text === null ? (
          tool.origins.map((origin) => <div key={origin}>{origin}</div>)
        ) : (
          <form
            className={form.form}
            onSubmit={(event) => {
              event.preventDefault();
              change.mutate({ params: { id: tool.id }, body: { name: tool.name, origins: originsIn(text) } });
            }}
          >
            <Textarea
              aria-label={words.origins}
              value={text}
              autosize
              minRows={2}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button
              type="submit"
              size="xs"
              disabled={originsIn(text).length === 0}
              loading={change.isPending}
            >
              {words.save}
            </Button>
            <FormTrouble failure={change.error} fields={{ origins: words.origins }} />
          </form>
        )}
      </td>
      <td>{tool.lastUsedAt === null ? words.never : <Moment at={tool.lastUsedAt} />}</td>
      <td>
        <Button
          variant="subtle"
          size="xs"
          aria-label={`${words.change}: ${tool.name}`}
          onClick={() => setText(text === null ? tool.origins.join('\n') : null)}
        >
          {words.change}
        </Button>
        <Button variant="subtle" size="xs" aria-label={`${words.remove}: ${tool.name}`} onClick={remove}>
          {words.remove}
        </Button>
      </td>
    </tr>
  );
}
