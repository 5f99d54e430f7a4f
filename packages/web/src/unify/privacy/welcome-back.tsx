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
  const [reason, setReason] = useState('');
  const welcome = useDeed(endpoints.welcomeBack, {
    onDone() {
      notice(words.done);
      setValue('');
      setReason('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    welcome.mutate({ body: { type, value: value.trim(), reason: reason.trim() } });
  };
  return (
    <Section title={words.title} hint={words.hint}>
      <form onSubmit={submit} className={styles.returns}>
        <Select
          label={words.type}
          value={type}
          onChange={(chosen) => setType((chosen ?? 'email') as IdentifierType)}
          data={identifierTypes
            .filter((one) => one !== 'external_id')
            .map((one) => ({ value: one, label: named(terms.identifiers, one) }))}
          allowDeselect={false}
        />
        <TextInput
          label={words.value}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          maxLength={320}
          required
        />
        <TextInput
          label={words.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          required
        />
        <Button type="submit" variant="default" loading={welcome.isPending}>
          {words.deed}
        </Button>
      </form>
      <FormTrouble failure={welcome.error} />
    </Section>
  );
}
