import { endpoints, type PrivacyRequest } from '@lyhord/contract';
import { Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useReply } from '../../client/queries.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { useWords } from '../../words/index.ts';
import { Receipt } from './receipt.tsx';
import { RetentionSettings } from './retention-form.tsx';
import { WelcomeBack } from './welcome-back.tsx';

/** What customers asked about their data, with deadlines and receipts. */
export function PrivacySettings() {
  const words = useWords().privacy.requests;
  const reply = useReply(endpoints.listPrivacyRequests, undefined, { refetchInterval: 5_000 });
  const [open, setOpen] = useState<PrivacyRequest | null>(null);
  const find = (
    <Button component={Link} to="/customers" variant="default">
      {words.find}
    </Button>
  );
  return (
    <>
      <Section title={words.title} hint={words.hint} actions={find}>
        <Loaded reply={reply}>
          {({ requests }) =>
            requests.length === 0 ? (
              <Empty title={words.none} small />
            ) : (
              <Requests requests={requests} show={setOpen} />
            )
          }
        </Loaded>
        {open?.receipt ? <ReceiptDialog request={open} close={() => setOpen(null)} /> : null}
      </Section>
      <WelcomeBack />
      <RetentionSettings />
    </>
  );
}

function Requests({
  requests,
  show,
}: {
  requests: readonly PrivacyRequest[];
  show: (request: PrivacyRequest) => void;
}) {
  const words = useWords().privacy.requests;
  return (
    <TableScroll label={words.title}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{words.kind}</th>
            <th>{words.received}</th>
            <th>{words.due}</th>
            <th>{words.state}</th>
            <th>{words.by}</th>
            <th>{words.receipt}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <td>{words.kinds[request.kind]}</td>
              <td>
                <Moment at={request.receivedAt} />
              </td>
              <td>{request.state === 'done' ? '–' : <Due at={request.dueAt} />}</td>
              <td>
                <State request={request} />
              </td>
              <td>{request.askedBy ?? ''}</td>
              <td>
                {request.receipt ? (
                  <Button variant="subtle" size="compact-sm" onClick={() => show(request)}>
                    {words.receipt}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Due({ at }: { at: string }) {
  const words = useWords().privacy.requests;
  return (
    <>
      <Moment at={at} /> {Date.parse(at) < Date.now() ? <b>{words.late}</b> : null}
    </>
  );
}

function State({ request: { state, progress, problem } }: { request: PrivacyRequest }) {
  const words = useWords().privacy.requests;
  const format = useFormats();
  return (
    <span title={problem ?? undefined}>
      {words.states[state]}
      {state === 'running' ? ` ${format.share(progress)}` : null}
    </span>
  );
}

function ReceiptDialog({ request, close }: { request: PrivacyRequest; close: () => void }) {
  const { privacy, ui } = useWords();
  return (
    <Modal
      opened
      onClose={close}
      title={privacy.receipt.title}
      size="lg"
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Receipt request={request} receipt={request.receipt!} />
    </Modal>
  );
}
