import { endpoints, type Place, type PlaceInput, placeKinds } from '@lyhord/contract';
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import form from '../../ui/form.module.css';
import { notice } from '../../ui/notice.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import type { PlaceNode } from '../place-tree.ts';

interface PlaceFormProps {
  places: readonly PlaceNode[];
  place?: Place;
  parentId?: string | null;
  done: () => void;
}

const nothing = '';

function firstDraft(place: Place | undefined, parent: Place | undefined): PlaceInput {
  if (place) {
    const { id: _id, archived: _archived, ...known } = place;
    return known;
  }
  const { timeZone = 'Europe/Stockholm', currency = null, country = null } = parent ?? {};
  return {
    code: '',
    name: '',
    kind: parent ? 'store' : 'organisation',
    parentId: parent?.id ?? null,
    timeZone,
    currency,
    country,
    latitude: null,
    longitude: null,
    hours: null,
    ownerId: null,
  };
}

/** Makes or changes one place; what was typed stays when the server refuses it. */
export function PlaceForm({ places, place, parentId, done }: PlaceFormProps) {
  const { settings, ui, terms } = useWords();
  const words = settings.places;
  const parent = places.find((node) => node.place.id === parentId)?.place;
  const [draft, setDraft] = useState(() => firstDraft(place, parent));
  const set = (change: Partial<PlaceInput>) => setDraft({ ...draft, ...change });
  const after = {
    refreshes: [endpoints.listPlaces, endpoints.me],
    onDone: () => {
      notice(ui.saved);
      done();
    },
  };
  const make = useDeed(endpoints.createPlace, after);
  const change = useDeed(endpoints.changePlace, after);
  const below = place ? idsBelow(places, place.id) : new Set<string>();
  const optional = (text: string) => text.trim() || null;
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (place) change.mutate({ params: { id: place.id }, body: draft });
        else make.mutate({ body: draft });
      }}
    >
      <div className={form.row}>
        <TextInput
          label={words.name}
          value={draft.name}
          required
          maxLength={120}
          data-autofocus
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={words.code}
          description={words.codeHint}
          value={draft.code}
          required
          maxLength={64}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
      </div>
      <div className={form.row}>
        <Select
          label={words.kind}
          value={draft.kind}
          allowDeselect={false}
          data={placeKinds.map((kind) => ({ value: kind, label: terms.placeKinds[kind] }))}
          onChange={(kind) => kind && set({ kind: kind as Place['kind'] })}
        />
        <Select
          label={words.parent}
          value={draft.parentId ?? nothing}
          allowDeselect={false}
          searchable
          data={[
            { value: nothing, label: words.top },
            ...places
              .filter((node) => !below.has(node.place.id))
              .map((node) => ({ value: node.place.id, label: [...node.path, node.place.name].join(' › ') })),
          ]}
          onChange={(value) => set({ parentId: value || null })}
        />
      </div>
      <div className={form.row}>
        <TextInput
          label={words.timeZone}
          value={draft.timeZone}
          required
          onChange={(event) => set({ timeZone: event.currentTarget.value })}
        />
        <TextInput
          label={words.currency}
          value={draft.currency ?? ''}
          maxLength={3}
          onChange={(event) => set({ currency: optional(event.currentTarget.value.toUpperCase()) })}
        />
        <TextInput
          label={words.country}
          value={draft.country ?? ''}
          maxLength={60}
          onChange={(event) => set({ country: optional(event.currentTarget.value) })}
        />
      </div>
      <div className={form.row}>
        <NumberInput
          label={words.latitude}
          value={draft.latitude ?? ''}
          min={-90}
          max={90}
          decimalScale={6}
          onChange={(value) => set({ latitude: value === '' ? null : Number(value) })}
        />
        <NumberInput
          label={words.longitude}
          value={draft.longitude ?? ''}
          min={-180}
          max={180}
          decimalScale={6}
          onChange={(value) => set({ longitude: value === '' ? null : Number(value) })}
        />
      </div>
      <NumberInput
        label={words.target}
        description={words.targetHint}
        value={draft.target ?? ''}
        min={-100}
        max={100}
        onChange={(value) => set({ target: value === '' ? null : Number(value) })}
      />
      <OwnerChoice ownerId={draft.ownerId} choose={(ownerId) => set({ ownerId })} />
      <FormTrouble failure={make.error ?? change.error} />
      <div className={form.buttons}>
        {place ? (
          <Button
            variant="subtle"
            loading={change.isPending}
            onClick={() => change.mutate({ params: { id: place.id }, body: { archived: !place.archived } })}
          >
            {place.archived ? words.unarchive : words.archive}
          </Button>
        ) : null}
        <Button variant="default" onClick={done}>
          {ui.cancel}
        </Button>
        <Button type="submit" loading={make.isPending || change.isPending}>
          {ui.save}
        </Button>
      </div>
    </form>
  );
}

function OwnerChoice({
  ownerId,
  choose,
}: {
  ownerId: string | null;
  choose: (ownerId: string | null) => void;
}) {
  const { settings, ui } = useWords();
  const me = useMe();
  const people = useReply(endpoints.listPeople, undefined, { enabled: may(me, ['admin', 'lead']) });
  const active = (people.data?.people ?? []).filter((person) => person.active);
  return (
    <Select
      label={settings.places.owner}
      description={settings.places.ownerHint}
      value={ownerId}
      clearable
      searchable
      placeholder={ui.nobody}
      data={active.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={choose}
    />
  );
}

/** A place cannot come to stand below itself. */
function idsBelow(places: readonly PlaceNode[], id: string): Set<string> {
  const found = new Set([id]);
  for (const { place } of places) if (place.parentId && found.has(place.parentId)) found.add(place.id);
  return found;
}
