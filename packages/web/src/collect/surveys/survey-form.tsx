import { type AskedPurpose, askedPurposes, endpoints, surveyTouchpoints } from '@lyhord/contract';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import form from '../../ui/form.module.css';
import { FormTrouble } from '../../ui/trouble.tsx';
import { usePlaces } from '../../unify/place-tree.ts';
import { named, useWords } from '../../words/index.ts';

const firstDraft = {
  name: '',
  question: 'nps' as 'nps' | 'csat',
  touchpoint: 'store_visit' as string,
  placeId: null as string | null,
  brandColour: '#0B6E69',
  thanks: null as string | null,
  asks: null as { purpose: AskedPurpose; words: string } | null,
};

export function SurveyForm({ done }: { done: () => void }) {
  const { collect, privacy, terms, ui } = useWords();
  const words = collect.surveys;
  const { nodes } = usePlaces();
  const [draft, setDraft] = useState(firstDraft);
  const set = (change: Partial<typeof firstDraft>) => setDraft({ ...draft, ...change });
  const make = useDeed(endpoints.createSurvey, {
    refreshes: [endpoints.listSurveys, endpoints.me],
    onDone: done,
  });
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate({ body: { ...draft, name: draft.name.trim() } });
      }}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        value={draft.name}
        maxLength={120}
        required
        data-autofocus
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <fieldset>
        <legend>{words.question}</legend>
        {(['nps', 'csat'] as const).map((question) => (
          <label
            key={question}
            style={{ display: 'flex', gap: 10, alignItems: 'center', minHeight: 'var(--touch)' }}
          >
            <input
              type="radio"
              name="question"
              checked={draft.question === question}
              onChange={() => set({ question })}
            />
            {words.questions[question]}
          </label>
        ))}
      </fieldset>
      <div className={form.row}>
        <Select
          label={words.touchpoint}
          value={draft.touchpoint}
          allowDeselect={false}
          data={surveyTouchpoints.map((key) => ({ value: key, label: named(terms.touchpoints, key) }))}
          onChange={(touchpoint) => touchpoint && set({ touchpoint })}
        />
        <Select
          label={words.place}
          value={draft.placeId}
          placeholder={words.anyPlace}
          clearable
          searchable
          data={nodes.map(({ place, path }) => ({
            value: place.id,
            label: [...path.slice(1), place.name].join(' › '),
          }))}
          onChange={(placeId) => set({ placeId })}
        />
      </div>
      <TextInput
        label={words.colour}
        type="color"
        value={draft.brandColour}
        onChange={(event) => set({ brandColour: event.currentTarget.value })}
      />
      <Textarea
        label={words.thanks}
        description={words.thanksHint}
        value={draft.thanks ?? ''}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => set({ thanks: event.currentTarget.value || null })}
      />
      <Select
        label={words.asks}
        description={words.asksHint}
        value={draft.asks?.purpose ?? null}
        placeholder={words.asksNothing}
        clearable
        data={askedPurposes.map((key) => ({ value: key, label: privacy.purposes[key] }))}
        onChange={(purpose) =>
          set({
            asks: purpose && { purpose: purpose as AskedPurpose, words: draft.asks?.words ?? '' },
          })
        }
      />
      {draft.asks ? (
        <Textarea
          label={words.asksWords}
          value={draft.asks.words}
          maxLength={300}
          required
          autosize
          onChange={(event) =>
            set({ asks: draft.asks && { ...draft.asks, words: event.currentTarget.value } })
          }
        />
      ) : null}
      <FormTrouble failure={make.error} />
      <div className={form.buttons}>
        <Button variant="default" onClick={done}>
          {ui.cancel}
        </Button>
        <Button type="submit" loading={make.isPending}>
          {words.make}
        </Button>
      </div>
    </form>
  );
}
