import { endpoints, severities } from '@lyhord/contract';
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import form from '../../ui/form.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { notice } from '../../ui/notice.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';

type Settings = NonNullable<ReturnType<typeof useReply<typeof endpoints.readWorkspace>>['data']>;

export function WorkspaceSettings() {
  const settings = useReply(endpoints.readWorkspace);
  return <Loaded reply={settings}>{(data) => <WorkspaceForm known={data} />}</Loaded>;
}

function WorkspaceForm({ known }: { known: Settings }) {
  const { settings, ui, terms } = useWords();
  const words = settings.workspace;
  const [draft, setDraft] = useState(known);
  const set = (change: Partial<Settings>) => setDraft({ ...draft, ...change });
  const save = useDeed(endpoints.changeWorkspace, {
    refreshes: [endpoints.readWorkspace, endpoints.me],
    onDone: () => notice(ui.saved),
  });
  const { name, currency, timeZone, target, falseCardsPerMonth, deadlines } = draft;
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { name, currency, timeZone, target, falseCardsPerMonth, deadlines } });
      }}
    >
      <TextInput
        label={words.name}
        value={name}
        maxLength={120}
        required
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div className={form.row}>
        <TextInput
          label={words.currency}
          description={words.currencyHint}
          value={currency}
          maxLength={3}
          required
          onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() })}
        />
        <TextInput
          label={words.timeZone}
          value={timeZone}
          required
          onChange={(event) => set({ timeZone: event.currentTarget.value })}
        />
      </div>
      <NumberInput
        label={words.target}
        description={words.targetHint}
        value={target ?? ''}
        min={-100}
        max={100}
        onChange={(value) => set({ target: value === '' ? null : Number(value) })}
      />
      <NumberInput
        label={words.falseCards}
        description={words.falseCardsHint}
        value={falseCardsPerMonth}
        min={0.05}
        max={10}
        step={0.5}
        decimalScale={2}
        onChange={(value) => set({ falseCardsPerMonth: Number(value) })}
      />
      <fieldset>
        <legend>{words.deadlines}</legend>
        <div className={form.row}>
          {severities.map((severity) => (
            <NumberInput
              key={severity}
              label={terms.severities[severity]}
              value={deadlines[severity]}
              min={1}
              max={2_000}
              onChange={(value) => set({ deadlines: { ...deadlines, [severity]: Number(value) } })}
            />
          ))}
        </div>
      </fieldset>
      <FormTrouble failure={save.error} />
      <div className={`${form.buttons} ${form.left}`}>
        <Button type="submit" loading={save.isPending}>
          {ui.save}
        </Button>
      </div>
    </form>
  );
}
