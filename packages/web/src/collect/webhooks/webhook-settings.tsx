import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import form from '../../ui/form.module.css';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { useWords } from '../../words/index.ts';
import { MappingTrial } from './mapping-trial.tsx';
import { NewWebhook } from './new-webhook.tsx';

type Listed = ReplyReceived<typeof endpoints.listWebhooks>;
type Webhook = Listed['webhooks'][number];

export function WebhookSettings() {
  const words = useWords().settings.webhooks;
  const mine = may(useMe(), ['admin']);
  const webhooks = useReply(endpoints.listWebhooks, undefined, { refetchInterval: 15_000 });
  return (
    <Loaded reply={webhooks}>
      {(data) => (
        <>
          {mine ? <NewWebhook presets={data.presets} /> : null}
          {data.webhooks.length === 0 ? (
            <Empty title={words.empty}>{words.emptyHint}</Empty>
          ) : (
            <WebhookTable listed={data} mine={mine} />
          )}
        </>
      )}
    </Loaded>
  );
}

function WebhookTable({ listed, mine }: { listed: Listed; mine: boolean }) {
  const { settings } = useWords();
  const words = settings.webhooks;
  const [openId, setOpenId] = useState<string | null>(null);
  const open = listed.webhooks.find(({ id }) => id === openId);
  return (
    <>
      <TableScroll label={settings.sections.webhooks}>
        <table className={table.table}>
          <thead>
            <tr>
              <th>{words.name}</th>
              <th>{words.signature}</th>
              <th className={table.number}>{words.taken}</th>
              <th className={table.number}>{words.refused}</th>
              <th>{words.lastArrival}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {listed.webhooks.map((webhook) => (
              <WebhookLine
                key={webhook.id}
                webhook={webhook}
                mine={mine}
                open={() => setOpenId(webhook.id === openId ? null : webhook.id)}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {open ? (
        <Section title={`${words.mapping}: ${open.name}`} hint={words.tryHint}>
          <MappingTrial
            key={open.id}
            webhook={open}
            preset={listed.presets.find(({ preset }) => preset === open.preset)}
            maySave={mine}
          />
        </Section>
      ) : null}
    </>
  );
}

function WebhookLine({ webhook, mine, open }: { webhook: Webhook; mine: boolean; open: () => void }) {
  const words = useWords().settings.webhooks;
  const format = useFormats();
  const change = useDeed(endpoints.changeWebhook, { refreshes: [endpoints.listWebhooks] });
  const { id, active } = webhook;
  return (
    <tr>
      <td>
        {webhook.name} {active ? null : <Chip>{words.resting}</Chip>}
      </td>
      <td className={table.dim}>{words.signatures[webhook.signature]}</td>
      <td className={table.number}>{format.count(webhook.accepted)}</td>
      <td className={table.number}>{format.count(webhook.refused)}</td>
      <td>{webhook.lastArrivalAt ? <Moment at={webhook.lastArrivalAt} /> : words.nothingYet}</td>
      <td>
        <div className={`${form.buttons}`}>
          <Button variant="subtle" onClick={open} aria-label={`${words.open}: ${webhook.name}`}>
            {words.open}
          </Button>
          {mine ? (
            <Button
              variant="subtle"
              loading={change.isPending}
              onClick={() => change.mutate({ params: { id }, body: { active: !active } })}
            >
              {active ? words.rest : words.wake}
            </Button>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
