// What was refused: found, read, and after a mend read again.
import { endpoints, type QueryToSend, type ReplyReceived } from '@lyhord/contract';
import { Button, Select, TextInput } from '@mantine/core';
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
import { useRefusalSentence } from '../../ui/wrong-value.ts';
import { named, useWords } from '../../words/index.ts';
import styles from './refused.module.css';

type Found = ReplyReceived<typeof endpoints.listRefusals>;
type Filter = NonNullable<QueryToSend<typeof endpoints.listRefusals>>;
type State = 'open' | 'replayed' | 'all';

export function RefusedSettings() {
  const [filter, setFilter] = useState<Filter>({ state: 'open' });
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const found = useReply(endpoints.listRefusals, { query: filter });
  const change = (more: Partial<Filter>) => {
    setPages([undefined]);
    setFilter({ ...filter, ...more });
  };
  return (
    <>
      <FilterFields filter={filter} change={change} found={found.data} />
      <Loaded reply={found}>
        {(data) => (
          <>
            <Totals filter={filter} found={data} />
            {data.total === 0 ? <NothingRefused /> : null}
            {pages.map((before) => (
              <RefusedPage
                key={before ?? 'first'}
                filter={filter}
                before={before}
                more={(next) => setPages([...pages, next])}
                last={before === pages.at(-1)}
              />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

function NothingRefused() {
  const { settings } = useWords();
  return <Empty title={settings.refused.none}>{settings.refused.noneHint}</Empty>;
}

function FilterFields({
  filter,
  change,
  found,
}: {
  filter: Filter;
  change: (more: Partial<Filter>) => void;
  found: Found | undefined;
}) {
  const { expectations, settings } = useWords();
  const words = settings.refused;
  const format = useFormats();
  const text = (name: 'text' | 'from' | 'to', type: string) => (
    <TextInput
      label={words[name]}
      type={type}
      value={filter[name] ?? ''}
      onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <div className={`${form.form} ${form.wide}`}>
      <div className={form.row}>
        {text('text', 'search')}
        <Select
          label={words.source}
          placeholder={words.all}
          clearable
          value={filter.source ?? null}
          data={(found?.sources ?? []).map(({ id, name, items }) => ({
            value: id,
            label: `${settings.sources.ownNames[name] ?? name} (${format.count(items)})`,
          }))}
          onChange={(source) => change({ source: source ?? undefined })}
        />
        <Select
          label={words.reason}
          placeholder={words.all}
          clearable
          value={filter.reason ?? null}
          data={(found?.reasons ?? []).map(({ reason, items }) => ({
            value: reason,
            label: `${named(expectations.short, reason)} (${format.count(items)})`,
          }))}
          onChange={(reason) => change({ reason: reason ?? undefined })}
        />
      </div>
      <div className={form.row}>
        {text('from', 'date')}
        {text('to', 'date')}
        <Select
          label={words.state}
          allowDeselect={false}
          value={filter.state ?? 'open'}
          data={Object.entries(words.states).map(([value, label]) => ({ value, label }))}
          onChange={(state) => change({ state: (state ?? 'open') as State })}
        />
      </div>
    </div>
  );
}

function Totals({ filter, found }: { filter: Filter; found: Found }) {
  const words = useWords().settings.refused;
  const me = useMe();
  const format = useFormats();
  const replay = useDeed(endpoints.replayRefusals, {
    refreshes: [endpoints.listRefusals, endpoints.listSources],
  });
  const done = replay.data;
  return (
    <div className={styles.totals}>
      <p>{words.count(format.count(found.total))}</p>
      {may(me, ['admin', 'lead']) && found.total > 0 && filter.state !== 'replayed' ? (
        <Button
          variant="default"
          loading={replay.isPending}
          onClick={() => replay.mutate({ body: { filter } })}
        >
          {words.allAgain}
        </Button>
      ) : null}
      {done ? (
        <p role="status">
          {words.done(format.count(done.accepted), format.count(done.duplicates), format.count(done.refused))}
        </p>
      ) : null}
      <FormTrouble failure={replay.error} />
    </div>
  );
}

function RefusedPage({
  filter,
  before,
  more,
  last,
}: {
  filter: Filter;
  before: string | undefined;
  more: (next: string) => void;
  last: boolean;
}) {
  const words = useWords().settings.refused;
  const page = useReply(endpoints.listRefusals, { query: before ? { ...filter, before } : filter });
  const next = page.data?.next;
  return (
    <>
      <ul className={styles.list}>
        {(page.data?.refusals ?? []).map((refusal) => (
          <RefusedItem key={refusal.id} refusal={refusal} />
        ))}
      </ul>
      {last && next ? (
        <div>
          <Button variant="default" onClick={() => more(next)}>
            {words.more}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function RefusedItem({ refusal }: { refusal: Found['refusals'][number] }) {
  const { expectations, settings } = useWords();
  const words = settings.refused;
  const sentence = useRefusalSentence();
  const me = useMe();
  const replay = useDeed(endpoints.replayRefusals, { refreshes: [endpoints.listRefusals] });
  const verdict = replay.data?.verdicts[0];
  const outcome = verdict?.outcome ?? refusal.replayed?.outcome;
  const good = outcome === 'accepted' || outcome === 'duplicate';
  const why = verdict?.detail
    ? { ...verdict, item: refusal.item }
    : refusal.replayed?.detail
      ? { ...refusal, ...refusal.replayed }
      : refusal;
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <b>{settings.sources.ownNames[refusal.source] ?? refusal.source}</b> <Moment at={refusal.at} />{' '}
        <Chip>{named(expectations.short, refusal.reason)}</Chip>
        {outcome ? (
          <Chip tone={good ? 'teal' : 'plain'}>
            {words.outcomes[outcome as keyof typeof words.outcomes] ?? outcome}
          </Chip>
        ) : null}
      </p>
      <p>{sentence(why)}</p>
      <details>
        <summary>{words.item}</summary>
        <pre className={styles.raw} tabIndex={0}>
          {readable(refusal.item)}
        </pre>
      </details>
      {may(me, ['admin', 'lead']) && !good ? (
        refusal.replayable ? (
          <div>
            <Button
              variant="subtle"
              loading={replay.isPending}
              onClick={() => replay.mutate({ body: { ids: [refusal.id] } })}
            >
              {words.again}
            </Button>
          </div>
        ) : (
          <p className={form.note}>{words.cannot}</p>
        )
      ) : null}
      <FormTrouble failure={replay.error} />
    </li>
  );
}

function readable(item: string): string {
  try {
    return JSON.stringify(JSON.parse(item), null, 2);
  } catch {
    return item;
  }
}
