import { Button, Menu, TextInput } from '@mantine/core';
import { IconChevronLeft, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type FeedField, type FeedSearch, feedFields } from '../../client/feed-search.ts';
import { useWords } from '../../words/index.ts';
import styles from './feed-filters.module.css';
import { useFilterChoices } from './filter-choices.ts';

/** Filters as chips: each says what it is and can be taken away; words are searched as typed. */
export function FeedFilters({ search }: { search: FeedSearch }) {
  const { understand } = useWords();
  const change = useChangeFeed();
  const { nameOf } = useFilterChoices();
  const chosen = feedFields.filter((field) => field !== 'words' && search[field] !== undefined);
  return (
    <search className={styles.filters}>
      <WordsField words={search.words ?? ''} change={(words) => change({ words: words || undefined })} />
      {chosen.map((field) => (
        <button
          key={field}
          type="button"
          className={styles.chip}
          aria-label={understand.feed.removeFilter(nameOf(field, String(search[field])))}
          onClick={() => change({ [field]: undefined })}
        >
          <small>{understand.feed.fields[field]}</small>
          {field === 'text' ? null : nameOf(field, String(search[field]))}
          <IconX size={14} stroke={1.8} aria-hidden="true" />
        </button>
      ))}
      <AddFilter change={change} />
      {chosen.length > 1 ? (
        <Button
          variant="subtle"
          onClick={() => change(Object.fromEntries(feedFields.map((field) => [field, undefined])))}
        >
          {understand.feed.clear}
        </Button>
      ) : null}
    </search>
  );
}

function useChangeFeed(): (change: FeedSearch) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({ to: '/feed', search: (before) => ({ ...before, ...change }), replace: true });
}

function WordsField({ words, change }: { words: string; change: (words: string) => void }) {
  const { understand } = useWords();
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  return (
    <form
      className={styles.words}
      onSubmit={(event) => {
        event.preventDefault();
        change(typed.trim());
      }}
    >
      <TextInput
        type="search"
        leftSection={<IconSearch size={16} stroke={1.6} />}
        placeholder={understand.feed.wordsPlaceholder}
        aria-label={understand.feed.wordsPlaceholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          if (event.currentTarget.value === '') change('');
        }}
        onBlur={() => typed.trim() !== words && change(typed.trim())}
      />
    </form>
  );
}

function AddFilter({ change }: { change: (change: FeedSearch) => void }) {
  const { understand } = useWords();
  const { choices } = useFilterChoices();
  const [field, setField] = useState<FeedField | null>(null);
  const [opened, setOpened] = useState(false);
  return (
    <Menu
      opened={opened}
      onChange={(next) => {
        setOpened(next);
        if (next) setField(null);
      }}
      position="bottom-start"
      width={260}
      closeOnItemClick={false}
    >
      <Menu.Target>
        <Button variant="subtle" leftSection={<IconPlus size={16} stroke={1.8} />}>
          {understand.feed.addFilter}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {field === null ? (
          feedFields
            .filter((one) => one !== 'words')
            .map((one) => (
              <Menu.Item
                key={one}
                onClick={() => {
                  if (one === 'text') {
                    change({ text: true });
                    setOpened(false);
                  } else setField(one);
                }}
              >
                {understand.feed.fields[one]}
              </Menu.Item>
            ))
        ) : (
          <>
            <Menu.Item leftSection={<IconChevronLeft size={16} />} onClick={() => setField(null)}>
              {understand.feed.fields[field]}
            </Menu.Item>
            <Menu.Divider />
            {choices(field).map(({ value, label }) => (
              <Menu.Item
                key={value}
                onClick={() => {
                  change({ [field]: value });
                  setOpened(false);
                }}
              >
                {label}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
