import { endpoints } from '@lyhord/contract';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../client/queries.ts';
import { useMe } from '../client/session.ts';
import { LanguageChoice } from '../shell/language-choice.tsx';
import { ColourChoice } from '../shell/me-menu.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import form from '../ui/form.module.css';
import { Loaded } from '../ui/loaded.tsx';
import { Moment } from '../ui/moment.tsx';
import { notice } from '../ui/notice.ts';
import { Section } from '../ui/page.tsx';
import table from '../ui/table.module.css';
import { TableScroll } from '../ui/table-scroll.tsx';
import { FormTrouble } from '../ui/trouble.tsx';
import { useWords } from '../words/index.ts';

export function MeSettings() {
  const { settings, ui } = useWords();
  const me = useMe();
  const [name, setName] = useState(me.name);
  const change = useDeed(endpoints.changeMe, { refreshes: [endpoints.me], onDone: () => notice(ui.saved) });
  return (
    <>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ body: { name: name.trim() } });
        }}
      >
        <TextInput
          label={settings.me.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          required
        />
        <div>
          <p className={form.note}>{settings.me.language}</p>
          <LanguageChoice />
        </div>
        <div>
          <p className={form.note}>{settings.me.colours}</p>
          <ColourChoice />
        </div>
        <FormTrouble failure={change.error} />
        <div className={`${form.buttons} ${form.left}`}>
          <Button type="submit" loading={change.isPending} disabled={!name.trim() || name === me.name}>
            {ui.save}
          </Button>
        </div>
      </form>
      <Tokens />
    </>
  );
}

function Tokens() {
  const { settings } = useWords();
  const words = settings.me;
  const [name, setName] = useState('');
  const tokens = useReply(endpoints.listTokens);
  const make = useDeed(endpoints.createToken, {
    refreshes: [endpoints.listTokens],
    onDone: () => setName(''),
  });
  const revoke = useDeed(endpoints.revokeToken, { refreshes: [endpoints.listTokens] });
  return (
    <Section title={words.tokens} hint={words.tokensHint}>
      <Loaded reply={tokens}>
        {(data) =>
          data.tokens.length === 0 ? (
            <p className={form.note}>{words.noTokens}</p>
          ) : (
            <TableScroll label={words.tokens}>
              <table className={table.table}>
                <tbody>
                  {data.tokens.map((token) => (
                    <tr key={token.id}>
                      <td>{token.name}</td>
                      <td className={table.dim}>…{token.ending}</td>
                      <td className={table.dim}>
                        {token.lastUsedAt ? (
                          <>
                            {words.lastUsed} <Moment at={token.lastUsedAt} />
                          </>
                        ) : (
                          words.never
                        )}
                      </td>
                      <td className={table.number}>
                        <Button variant="subtle" onClick={() => revoke.mutate({ params: { id: token.id } })}>
                          {words.revoke}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </Loaded>
      <form
        className={form.row}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ body: { name: name.trim() } });
        }}
      >
        <TextInput
          label={words.tokenName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
        />
        <Button type="submit" variant="default" disabled={!name.trim()} loading={make.isPending}>
          {words.makeToken}
        </Button>
      </form>
      <FormTrouble failure={make.error ?? revoke.error} />
      {make.data ? (
        <div>
          <p className={form.note}>{words.tokenOnce}</p>
          <CopyField value={make.data.token} label={words.tokens} />
        </div>
      ) : null}
    </Section>
  );
}
