import { endpoints, type IdentifierType, identifierTypes } from '@lyhord/contract';
import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import { notice } from '../../ui/notice.ts';
import { Section } from '../../ui/page.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './privacy.module.css';

/** Somebody who was erased is a customer again at their own wish: what they say and do from now on is kept again. */
export function WelcomeBack() {
  const { privacy, terms } = useWords();
  const words = privacy.returns;
  const [type, setType] = useState<IdentifierType>('email');
  const [value, setValue] = useState('');
  const [beside, setBeside] = useState('');
  const [reason, setReason] = useState('');
  const welcome = useDeed(endpoints.welcomeBack, {
    onDone() {
      notice(words.done);
      setValue('');
      setBeside('');
      setReason('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = beside.trim();
    const more =
      said === ''
        ? {}
        : type === 'phone'
          ? { country: said }
          : type === 'external_id'
            ? { namespace: said }
            : {};
    welcome.mutate({ body: { type, value: value.trim(), ...more, reason: reason.trim() } });
  };
  return (
    <Section title={words.title} hint={words.hint}>
      <form onSubmit={submit} className={styles.returns}>
        <Select
          label={words.type}
          value={type}
          onChange={(chosen) => {
            setType((chosen ?? 'email') as IdentifierType);
            setBeside('');
          }}
          data={identifierTypes.map((one) => ({ value: one, label: named(terms.identifiers, one) }))}
          allowDeselect={false}
        />
        <TextInput
          label={words.value}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          maxLength={320}
          required
        />
        {type === 'external_id' && (
          <TextInput
            label={words.namespace}
            value={beside}
            onChange={(event) => setBeside(event.currentTarget.value)}
            maxLength={64}
            required
          />
        )}
        {type === 'phone' && (
          <TextInput
            label={words.country}
            placeholder="SE"
            value={beside}
            onChange={(event) => setBeside(event.currentTarget.value)}
            minLength={2}
            maxLength={2}
          />
        )}
        <TextInput
          label={words.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          required
        />
        <div className={styles.wholeRow}>
          <FormTrouble failure={welcome.error} />
        </div>
        <Button type="submit" variant="default" loading={welcome.isPending}>
          {words.deed}
        </Button>
      </form>
    </Section>
  );
}
