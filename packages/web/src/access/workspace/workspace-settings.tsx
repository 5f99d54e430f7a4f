import { endpoints, severities, touchpointStages } from '@lyhord/contract';
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import form from '../../ui/form.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { notice } from '../../ui/notice.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { named, useWords } from '../../words/index.ts';
import { KnownTotalsFields } from './known-totals.tsx';

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
  const { name, currency, timeZone, target, touchpointTargets, knownTotals, falseCardsPerMonth, deadlines } =
    draft;
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        const goals = { target, touchpointTargets, knownTotals };
        save.mutate({ body: { name, currency, timeZone, ...goals, falseCardsPerMonth, deadlines } });
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
      <TouchpointGoals goals={touchpointTargets} change={(goals) => set({ touchpointTargets: goals })} />
      <KnownTotalsFields known={known.knownTotals} change={(totals) => set({ knownTotals: totals })} />
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

type Goals = Settings['touchpointTargets'];

function TouchpointGoals({ goals, change }: { goals: Goals; change: (goals: Goals) => void }) {
  const { settings, terms } = useWords();
  const words = settings.workspace;
  const known = [...new Set([...Object.keys(touchpointStages), ...Object.keys(goals)])];
  const setGoal = (touchpoint: string, value: string | number) => {
    const { [touchpoint]: _, ...others } = goals;
    change(value === '' ? others : { ...others, [touchpoint]: Number(value) });
  };
  return (
    <details open={Object.keys(goals).length > 0}>
      <summary>{words.touchpointTargets}</summary>
      <p className={form.note}>{words.touchpointTargetsHint}</p>
      <div className={form.row}>
        {known.map((touchpoint) => (
          <NumberInput
            key={touchpoint}
            label={named(terms.touchpoints, touchpoint)}
            value={goals[touchpoint] ?? ''}
            min={-100}
            max={100}
            onChange={(value) => setGoal(touchpoint, value)}
          />
        ))}
      </div>
    </details>
  );
}
