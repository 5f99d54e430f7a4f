import { endpoints } from '@lyhord/contract';
import { Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { named, useWords } from '../../words/index.ts';
import { DecideForm } from './decide-form.tsx';
import styles from './identity.module.css';

const refreshes = [
  endpoints.readCustomer,
  endpoints.readIdentity,
  endpoints.findCustomers,
  endpoints.listMatches,
];

/** Takes identifiers out of a customer, after showing what would come of it. */
export function SplitDialog({ customer, close }: { customer: string; close: () => void }) {
  const { identity, terms, ui } = useWords();
  const words = identity.decide;
  const [taken, setTaken] = useState<string[]>([]);
  const ledger = useReply(endpoints.readIdentity, { params: { id: customer } });
  const identifiers = ledger.data?.identifiers ?? [];
  const may = taken.length > 0 && taken.length < identifiers.length;
  const preview = useReply(
    endpoints.previewSplit,
    { params: { id: customer }, query: { identifiers: taken.join(',') } },
    { enabled: may, keep: false },
  );
  const split = useDeed(endpoints.splitCustomer, { refreshes, onDone: close });
  return (
    <Modal opened onClose={close} size="xl" title={words.split} closeButtonProps={{ 'aria-label': ui.close }}>
      <DecideForm
        preview={may ? preview.data : undefined}
        deed={words.splitDo}
        decide={(reason) => split.mutate({ params: { id: customer }, body: { identifiers: taken, reason } })}
        running={split.isPending}
        failure={split.error ?? preview.error}
        close={close}
      >
        <Checkbox.Group value={taken} onChange={setTaken} label={words.splitHint}>
          {identifiers.map(({ key, type, value }) => (
            <Checkbox
              key={key}
              value={key}
              className={styles.choice}
              label={`${value} (${named(terms.identifiers, type)})`}
            />
          ))}
        </Checkbox.Group>
      </DecideForm>
    </Modal>
  );
}
