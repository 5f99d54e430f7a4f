import type { ImportMapping } from '@lyhord/contract';
import { Button } from '@mantine/core';
import {
  IconBuildingStore,
  IconMessage,
  IconMessageQuestion,
  IconPlugConnected,
  IconShoppingBag,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { may, useMe } from '../../client/session.ts';
import { LanguageChoice } from '../../shell/language-choice.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { ImportFile } from '../imports/import-file.tsx';
import styles from './guide.module.css';

type Target = ImportMapping['target'];

/** The first run: begin with what customers say, with what they do, or by asking them. */
export function GuideScreen() {
  const { collect } = useWords();
  const words = collect.guide;
  const me = useMe();
  const [chosen, setChosen] = useState<{ file: File; target: Target } | null>(null);
  if (chosen) {
    return (
      <Page title={words.title} finding={chosen.file.name}>
        <ImportFile file={chosen.file} target={chosen.target} another={() => setChosen(null)} />
      </Page>
    );
  }
  const choose = (target: Target) => <ChooseFile choose={(file) => setChosen({ file, target })} />;
  return (
    <Page title={words.title} finding={words.finding} lead={words.lead} actions={<LanguageChoice />}>
      <ul className={styles.ways}>
        <Way icon={<IconMessage />} title={words.sayTitle} hint={words.sayHint} deed={choose('signals')} />
        <Way icon={<IconShoppingBag />} title={words.doTitle} hint={words.doHint} deed={choose('events')} />
        {may(me, ['admin', 'lead']) ? (
          <Way
            icon={<IconMessageQuestion />}
            title={words.askTitle}
            hint={words.askHint}
            deed={
              <Button
                variant="default"
                renderRoot={(props) => <Link to="/surveys" search={{ make: true }} {...props} />}
              >
                {collect.surveys.make}
              </Button>
            }
          />
        ) : null}
        <Way
          icon={<IconBuildingStore />}
          title={words.placesTitle}
          hint={words.placesHint}
          deed={choose('places')}
        />
        {may(me, ['admin']) ? (
          <Way
            icon={<IconPlugConnected />}
            title={words.sendTitle}
            hint={words.sendHint}
            deed={<SourcesLink />}
          />
        ) : null}
      </ul>
    </Page>
  );
}

function SourcesLink() {
  const { settings } = useWords();
  return (
    <Button
      variant="default"
      renderRoot={(props) => <Link to="/settings/$section" params={{ section: 'sources' }} {...props} />}
    >
      {settings.sources.make}
    </Button>
  );
}

function Way({ icon, title, hint, deed }: { icon: ReactNode; title: string; hint: string; deed: ReactNode }) {
  return (
    <li className={styles.way}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <div>
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
      {deed}
    </li>
  );
}

function ChooseFile({ choose }: { choose: (file: File) => void }) {
  const { collect } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.xlsx,.parquet,text/csv"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) choose(file);
        }}
      />
      <Button onClick={() => input.current?.click()}>{collect.guide.chooseFile}</Button>
    </>
  );
}
