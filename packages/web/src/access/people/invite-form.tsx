import { endpoints, type Locale, locales } from '@lyhord/contract';
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import form from '../../ui/form.module.css';
import { FormTrouble } from '../../ui/trouble.tsx';
import { localeNames, useLanguage } from '../../words/index.ts';
import { type Rights, RightsFields } from './rights-fields.tsx';

export function InviteForm({ done }: { done: () => void }) {
  const { words: all, locale: own } = useLanguage();
  const { settings, ui } = all;
  const words = settings.people;
  const [email, setEmail] = useState('');
  const [locale, setLocale] = useState<Locale>(own);
  const [rights, setRights] = useState<Rights>({ role: 'manager', placeIds: [], team: null });
  const invite = useDeed(endpoints.invitePerson, { refreshes: [endpoints.listPeople, endpoints.me] });
  if (invite.data) {
    return (
      <div className={form.form} role="status">
        <p>{invite.data.mailed ? words.mailed(email) : words.notMailed}</p>
        {invite.data.mailed ? null : <CopyField value={invite.data.link} label={words.invite} />}
        <div className={form.buttons}>
          <Button onClick={done}>{ui.close}</Button>
        </div>
      </div>
    );
  }
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate({ body: { email: email.trim(), locale, ...rights } });
      }}
    >
      <TextInput
        label={words.email}
        type="email"
        value={email}
        required
        data-autofocus
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RightsFields rights={rights} set={(change) => setRights({ ...rights, ...change })} />
      <Select
        label={words.language}
        value={locale}
        allowDeselect={false}
        data={locales.map((value) => ({ value, label: localeNames[value] }))}
        onChange={(value) => value && setLocale(value as Locale)}
      />
      <FormTrouble failure={invite.error} />
      <div className={form.buttons}>
        <Button variant="default" onClick={done}>
          {ui.cancel}
        </Button>
        <Button type="submit" loading={invite.isPending}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
