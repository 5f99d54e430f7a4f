import { ExploreQuestion, endpoints, type SavedQuestion } from '@lyhord/contract';
import { ActionIcon, Button, Menu, Popover, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { useScope } from '../../client/scope.ts';
import { copyText } from '../../ui/copy-text.ts';
import { notice } from '../../ui/notice.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { noticeWithUndo } from '../../ui/undo-notice.tsx';
import { useWords } from '../../words/index.ts';
import styles from './explore-screen.module.css';
import { type ExploreSearch, nothingAsked } from './explore-search.ts';

/** Questions kept for everybody in the workspace, and this one to keep or to send as a link. */
export function SavedQuestions({
  search,
  open,
}: {
  search: ExploreSearch;
  open: (search: ExploreSearch) => void;
}) {
  const { explore: words, ui } = useWords();
  const { data } = useReply(endpoints.listSavedQuestions);
  const refreshes = [endpoints.listSavedQuestions];
  const remove = useDeed(endpoints.removeSavedQuestion, { refreshes });
  const keepAgain = useDeed(endpoints.saveQuestion, { refreshes });
  const saved = data?.questions ?? [];
  const { from, to } = useScope();
  // The days that are looked at go with it: what is asked for by default is another period tomorrow.
  const share = () => {
    const address = new URL(window.location.href);
    address.searchParams.set('from', from);
    address.searchParams.set('to', to);
    void copyText(address.href).then((copied) => notice(copied ? ui.copied : address.href));
  };
  const drop = ({ id, name, question }: SavedQuestion) =>
    remove.mutate(
      { params: { id } },
      {
        onSuccess: () =>
          noticeWithUndo(words.removed(name), ui.undo, () => keepAgain.mutate({ body: { name, question } })),
      },
    );
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button variant="default">{words.saved(saved.length)}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {saved.length === 0 ? <Menu.Label>{words.noneSaved}</Menu.Label> : null}
          {saved.map((one) => (
            <div key={one.id} className={styles.savedRow}>
              <Menu.Item onClick={() => open(fresh(one))}>{one.name}</Menu.Item>
              <ActionIcon aria-label={`${ui.remove}: ${one.name}`} onClick={() => drop(one)}>
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      <SaveAs search={search} />
      <Button variant="default" onClick={share}>
        {words.share}
      </Button>
    </>
  );
}

/** Everything that the other question had is taken back, too. */
const fresh = ({ question }: SavedQuestion): ExploreSearch => ({ ...nothingAsked, ...question });

function SaveAs({ search }: { search: ExploreSearch }) {
  const { explore: words, ui } = useWords();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const save = useDeed(endpoints.saveQuestion, {
    refreshes: [endpoints.listSavedQuestions],
    onDone: () => {
      setOpened(false);
      setName('');
      notice(ui.saved);
    },
  });
  const question = ExploreQuestion.parse(search);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus width={280}>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(true)}>
          {ui.save}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate({ body: { name, question } });
          }}
        >
          <TextInput
            label={words.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            maxLength={80}
          />
          <FormTrouble failure={save.error} />
          <Button type="submit" mt="sm" loading={save.isPending}>
            {ui.save}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
