import { endpoints } from '@lyhord/contract';
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../client/session.ts';
import { notice } from '../../ui/notice.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import { useCaseDeed } from './case-deed.ts';
import styles from './case-screen.module.css';
import type { CasePage } from './case-screen.tsx';
import { useDraft } from './draft.ts';

/** Where a reply or a note is written. What is typed is kept until it has been sent. */
export function WriteBox({ page }: { page: CasePage }) {
  const { act, settings } = useWords();
  const me = useMe();
  const words = act.one;
  const { canReply } = page;
  const [kind, setKind] = useState<'reply' | 'note'>(canReply ? 'reply' : 'note');
  const { text, write, clear } = useDraft(`${page.id}.${kind}`);
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useLocation({ select: ({ hash }) => hash }) === 'reply';
  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);

  // One key for one letter: pressing twice, or trying again after a lost reply, sends one mail.
  const [messageKey, setMessageKey] = useState(() => crypto.randomUUID());
  const done = (said: string) => () => {
    clear();
    setMessageKey(crypto.randomUUID());
    notice(said);
  };
  const reply = useCaseDeed(endpoints.replyCase, page.id, { onDone: done(words.replied) });
  const note = useCaseDeed(endpoints.noteCase, page.id, { onDone: done(words.noted) });
  const sending = reply.isPending || note.isPending;
  const send = () => {
    const written = text.trim();
    if (!written || sending) return;
    if (kind === 'reply') reply.mutate({ text: written, messageKey });
    else note.mutate({ text: written });
  };

  return (
    <form
      className={styles.write}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={styles.writeHead}>
        {canReply ? (
          <SegmentedControl
            size="xs"
            value={kind}
            onChange={(value) => setKind(value as 'reply' | 'note')}
            data={[
              { value: 'reply', label: words.reply },
              { value: 'note', label: words.note },
            ]}
          />
        ) : null}
        <span>{kind === 'reply' && page.replyTo ? words.replyTo(page.replyTo) : null}</span>
      </div>
      {canReply ? null : <p className={styles.none}>{words.cannotReply}</p>}
      {kind === 'reply' && !me.mailConfigured ? <p className={styles.none}>{settings.mail.notSet}</p> : null}
      <Textarea
        id="write"
        ref={field}
        aria-label={words[kind]}
        placeholder={kind === 'reply' ? words.replyPlaceholder : words.notePlaceholder}
        minRows={4}
        maxRows={16}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={getHotkeyHandler([['mod+Enter', send]])}
      />
      <FormTrouble failure={kind === 'reply' ? reply.error : note.error} />
      <div className={styles.writeFoot}>
        <small>{words.keyHint}</small>
        <Button type="submit" loading={sending} disabled={text.trim() === ''}>
          {kind === 'reply' ? words.sendReply : words.saveNote}
        </Button>
      </div>
    </form>
  );
}
