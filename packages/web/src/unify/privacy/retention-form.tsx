import { endpoints, type Retention, type RetentionCount, retentionKinds } from '@lyhord/contract';
import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import form from '../../ui/form.module.css';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { notice } from '../../ui/notice.ts';
import { Section } from '../../ui/page.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import styles from './privacy.module.css';

/** How long each kind of data is kept, with a look at what would go before it does. */
export function RetentionSettings() {
  const words = useWords().privacy.retention;
  const settings = useReply(endpoints.readWorkspace);
  return (
    <Section title={words.title} hint={words.hint}>
      <Loaded reply={settings}>{({ retention }) => <RetentionForm known={retention} />}</Loaded>
      <LastRun />
    </Section>
  );
}

function RetentionForm({ known }: { known: Retention }) {
  const { privacy, ui } = useWords();
  const words = privacy.retention;
  const [draft, setDraft] = useState(known);
  const look = useDeed(endpoints.previewRetention, { refreshes: [] });
  const save = useDeed(endpoints.changeWorkspace, {
    refreshes: [endpoints.readWorkspace],
    onDone: () => notice(ui.saved),
  });
  const found = new Map((look.data?.kinds ?? []).map((one: RetentionCount) => [one.kind, one.rows]));
  const set = (change: Partial<Retention>) => {
    look.reset();
    setDraft({ ...draft, ...change });
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { retention: draft } });
      }}
    >
      <div className={styles.kept}>
        {retentionKinds.map((kind) => {
          const rows = found.get(kind);
          const most = kind === 'refusals' ? 90 : 36_500;
          return (
            <NumberInput
              key={kind}
              label={words.kinds[kind]}
              description={rows === undefined ? undefined : words.wouldGo(rows)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={draft[kind] ?? ''}
              placeholder={words.always}
              suffix={` ${words.days}`}
              min={1}
              max={most}
              allowDecimal={false}
              required={kind === 'refusals'}
              onChange={(value) =>
                set({ [kind]: value === '' ? (kind === 'refusals' ? 90 : null) : Number(value) })
              }
            />
          );
        })}
      </div>
      <FormTrouble failure={save.error ?? look.error} />
      <div className={`${form.buttons} ${form.left}`}>
        <Button variant="default" loading={look.isPending} onClick={() => look.mutate({ body: draft })}>
          {words.look}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {ui.save}
        </Button>
      </div>
    </form>
  );
}

function LastRun() {
  const words = useWords().privacy.retention;
  const format = useFormats();
  const { data } = useReply(endpoints.readRetention);
  if (!data?.lastRun) return null;
  const went = data.lastRun.removed.filter(({ rows }) => rows > 0);
  return (
    <p className={styles.lastRun}>
      {words.lastRun} <Moment at={data.lastRun.at} />{' '}
      {went.length === 0
        ? words.nothingWent
        : went.map(({ kind, rows }) => words.went(words.kinds[kind], format.count(rows))).join(', ')}
    </p>
  );
}
