import { endpoints } from '@lyhord/contract';
import { Modal, Radio, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { useWords } from '../../words/index.ts';
import { DecideForm } from './decide-form.tsx';
import styles from './identity.module.css';

const refreshes = [
  endpoints.readCustomer,
  endpoints.readIdentity,
  endpoints.findCustomers,
  endpoints.listMatches,
];

/** Finds the other customer, shows what the two would be together, and merges them. */
export function MergeDialog({ customer, close }: { customer: string; close: () => void }) {
  const { identity, ui, unify } = useWords();
  const words = identity.decide;
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [other, setOther] = useState<string | null>(null);
  const found = useReply(
    endpoints.findCustomers,
    { query: { search, limit: 8 } },
    { enabled: search.length > 1 },
  );
  const preview = useReply(
    endpoints.previewMerge,
    { params: { id: customer }, query: { with: other ?? '' } },
    { enabled: other !== null, keep: false },
  );
  const merge = useDeed(endpoints.mergeCustomers, { refreshes, onDone: close });
  const others = search.length > 1 ? (found.data?.customers ?? []).filter(({ key }) => key !== customer) : [];
  return (
    <Modal opened onClose={close} size="xl" title={words.merge} closeButtonProps={{ 'aria-label': ui.close }}>
      <DecideForm
        preview={other ? preview.data : undefined}
        deed={words.mergeDo}
        decide={(reason) => merge.mutate({ params: { id: customer }, body: { with: other ?? '', reason } })}
        running={merge.isPending}
        failure={merge.error ?? preview.error}
        close={close}
      >
        <TextInput
          label={words.mergeFind}
          placeholder={words.mergeHint}
          type="search"
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {search.length > 1 && found.data && others.length === 0 ? (
          <p className={styles.dim}>{words.nobody}</p>
        ) : null}
        <Radio.Group value={other} onChange={setOther} aria-label={words.mergeFind}>
          {others.map((row) => (
            <Radio
              key={row.key}
              value={row.key}
              className={styles.choice}
              label={[
                row.name ?? unify.customers.anonymous,
                ...row.identifiers.slice(0, 2).map(({ value }) => value),
              ].join(', ')}
            />
          ))}
        </Radio.Group>
      </DecideForm>
    </Modal>
  );
}
