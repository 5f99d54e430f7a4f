import { endpoints } from '@lyhord/contract';
import { Button, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { SurveyCard } from './survey-card.tsx';
import { SurveyForm } from './survey-form.tsx';
import styles from './surveys.module.css';

/** Every survey with its link, its code and how it is answered. */
export function SurveysScreen() {
  const { collect, ui } = useWords();
  const words = collect.surveys;
  const me = useMe();
  const navigate = useNavigate();
  const { make } = useSearch({ strict: false }) as { make?: boolean };
  const reply = useReply(endpoints.listSurveys, undefined, { refetchInterval: 15_000 });
  const mine = may(me, ['admin', 'lead']);
  const setMake = (open: boolean) => void navigate({ to: '/surveys', search: open ? { make: true } : {} });
  const button = mine ? (
    <Button leftSection={<IconPlus size={18} stroke={1.6} />} onClick={() => setMake(true)}>
      {words.make}
    </Button>
  ) : null;
  return (
    <Page title={words.title} lead={words.lead} actions={button}>
      <Loaded reply={reply}>
        {({ surveys }) =>
          surveys.length === 0 ? (
            <Empty title={words.emptyTitle} actions={button}>
              {words.emptyHint}
            </Empty>
          ) : (
            <ul className={styles.list}>
              {surveys.map((survey) => (
                <SurveyCard key={survey.id} survey={survey} mine={mine} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Modal
        opened={mine && make === true}
        onClose={() => setMake(false)}
        title={words.make}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <SurveyForm done={() => setMake(false)} />
      </Modal>
    </Page>
  );
}
