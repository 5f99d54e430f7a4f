import { endpoints } from '@lyhord/contract';
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../client/queries.ts';
import { useMe } from '../client/session.ts';
import form from '../ui/form.module.css';
import { Loaded } from '../ui/loaded.tsx';
import { notice } from '../ui/notice.ts';
import { FormTrouble } from '../ui/trouble.tsx';
import { useWords } from '../words/index.ts';

type Mail = NonNullable<ReturnType<typeof useReply<typeof endpoints.readWorkspace>>['data']>['mail'];

export function MailSettings() {
  const workspace = useReply(endpoints.readWorkspace);
  return (
    <>
      <MailState />
      <Loaded reply={workspace}>{({ mail }) => <MailForm known={mail} />}</Loaded>
    </>
  );
}

function MailState() {
  const { settings } = useWords();
  const { mailConfigured } = useMe();
  const test = useDeed(endpoints.testMail);
  return (
    <div className={form.form}>
      <p>{mailConfigured ? settings.mail.set : settings.mail.notSet}</p>
      <div className={`${form.buttons} ${form.left}`}>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate({ body: {} })}>
          {settings.mail.test}
        </Button>
      </div>
      <FormTrouble failure={test.error} />
      {test.data ? (
        <p role="status">
          {test.data.sent ? settings.mail.testSent : `${settings.mail.testFailed}: ${test.data.detail}`}
        </p>
      ) : null}
    </div>
  );
}

const split = (text: string) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

function MailForm({ known }: { known: Mail }) {
  const { settings, ui } = useWords();
  const words = settings.mail;
  const [draft, setDraft] = useState(known);
  const [critical, setCritical] = useState(known.criticalWords.join(', '));
  const set = (change: Partial<Mail>) => setDraft({ ...draft, ...change });
  const save = useDeed(endpoints.changeWorkspace, {
    refreshes: [endpoints.readWorkspace, endpoints.me],
    onDone: () => notice(ui.saved),
  });
  const hour = (label: string, key: 'digestHour' | 'quietFrom' | 'quietTo') => (
    <NumberInput
      label={label}
      value={draft[key]}
      min={0}
      max={23}
      onChange={(value) => set({ [key]: Number(value) })}
    />
  );
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { mail: { ...draft, criticalWords: split(critical) } } });
      }}
    >
      <TextInput
        label={words.smtpUrl}
        description={words.smtpHint}
        value={draft.smtpUrl}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set({ smtpUrl: event.currentTarget.value })}
      />
      <div className={form.row}>
        <TextInput
          label={words.fromName}
          value={draft.fromName}
          maxLength={120}
          onChange={(event) => set({ fromName: event.currentTarget.value })}
        />
        <TextInput
          label={words.fromAddress}
          type="email"
          value={draft.fromAddress}
          maxLength={254}
          onChange={(event) => set({ fromAddress: event.currentTarget.value })}
        />
      </div>
      <div className={form.row}>
        {hour(words.digestHour, 'digestHour')}
        {hour(words.quietFrom, 'quietFrom')}
        {hour(words.quietTo, 'quietTo')}
        <NumberInput
          label={words.maxMails}
          value={draft.maxMailsPerDay}
          min={0}
          max={100}
          onChange={(value) => set({ maxMailsPerDay: Number(value) })}
        />
      </div>
      <Textarea
        label={words.criticalWords}
        description={words.criticalHint}
        value={critical}
        autosize
        minRows={2}
        onChange={(event) => setCritical(event.currentTarget.value)}
      />
      <FormTrouble failure={save.error} />
      <div className={`${form.buttons} ${form.left}`}>
        <Button type="submit" loading={save.isPending}>
          {ui.save}
        </Button>
      </div>
    </form>
  );
}
