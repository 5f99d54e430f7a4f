import { endpoints, surveyLocales } from '@lyhord/contract';
import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import { useMe } from '../../client/session.ts';
import form from '../../ui/form.module.css';
import { useFormats } from '../../ui/format.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { named, useWords } from '../../words/index.ts';
import type { SurveyReply } from './survey-card.tsx';

/** One recipient a line: an address, and after a comma a name. */
function recipientsIn(text: string) {
  return text
    .split(/[\n;]+/)
    .map((line) => line.split(',').map((part) => part.trim()))
    .filter(([email]) => email)
    .map(([email = '', name]) => ({ email, ...(name ? { name } : {}) }));
}

export function SendForm({ survey, done }: { survey: SurveyReply; done: () => void }) {
  const { collect, ui } = useWords();
  const words = collect.surveys;
  const format = useFormats();
  const { mailConfigured } = useMe();
  const [text, setText] = useState('');
  const [locale, setLocale] = useState<(typeof surveyLocales)[number]>('sv');
  const recipients = recipientsIn(text);
  const send = useDeed(endpoints.sendSurvey, { refreshes: [endpoints.listSurveys] });
  if (send.data) {
    return (
      <div className={form.form} role="status">
        <p>{words.queued(format.count(send.data.queued))}</p>
        {mailConfigured ? null : <p className={form.note}>{words.mailMissing}</p>}
        {send.data.skipped.length > 0 ? (
          <div>
            <p>{words.skipped}</p>
            <ul>
              {send.data.skipped.slice(0, 20).map((skip) => (
                <li key={`${skip.email} ${skip.reason}`}>
                  {skip.email}: {named(words.reasons, skip.reason)}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <div className={form.buttons}>
          <Button onClick={done}>{ui.close}</Button>
        </div>
      </div>
    );
  }
  const languages = new Intl.DisplayNames(format.tag, { type: 'language' });
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({
          params: { id: survey.id },
          body: { recipients: recipients.map((each) => ({ ...each, locale })) },
        });
      }}
    >
      <Textarea
        label={words.recipients}
        description={words.recipientsHint}
        value={text}
        autosize
        minRows={5}
        maxRows={14}
        required
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        label={words.locale}
        value={locale}
        allowDeselect={false}
        data={surveyLocales.map((tag) => ({ value: tag, label: languages.of(tag) ?? tag }))}
        onChange={(tag) => tag && setLocale(tag as typeof locale)}
      />
      <FormTrouble failure={send.error} />
      <div className={form.buttons}>
        <Button variant="default" onClick={done}>
          {ui.cancel}
        </Button>
        <Button type="submit" disabled={recipients.length === 0} loading={send.isPending}>
          {words.sendNow(format.count(recipients.length))}
        </Button>
      </div>
    </form>
  );
}
