import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button, Modal, Select } from '@mantine/core';
import { IconDownload, IconExternalLink, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { addressOf } from '../../client/call.ts';
import { useDeed } from '../../client/queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { useFormats } from '../../ui/format.ts';
import { FormTrouble } from '../../ui/trouble.tsx';
import { usePlaces } from '../../unify/place-tree.ts';
import { named, useWords } from '../../words/index.ts';
import { SendForm } from './send-form.tsx';
import styles from './surveys.module.css';

export type SurveyReply = ReplyReceived<typeof endpoints.listSurveys>['surveys'][number];

export function SurveyCard({ survey, mine }: { survey: SurveyReply; mine: boolean }) {
  const { collect, terms, ui } = useWords();
  const words = collect.surveys;
  const format = useFormats();
  const { nodes, byId } = usePlaces();
  const [codePlace, setCodePlace] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const change = useDeed(endpoints.changeSurvey, { refreshes: [endpoints.listSurveys] });
  const place = codePlace ? byId.get(codePlace) : undefined;
  const link = place ? `${survey.link}?place=${encodeURIComponent(place.code)}` : survey.link;
  const code = addressOf(endpoints.surveyCode, {
    params: { id: survey.id },
    query: place ? { place: place.code } : {},
  });
  return (
    <li className={styles.card}>
      <img
        className={styles.code}
        src={code}
        alt={`${words.code}: ${survey.name}`}
        width={160}
        height={160}
      />
      <div className={styles.body}>
        <div className={styles.head}>
          <h2>{survey.name}</h2>
          <Chip tone={survey.active ? 'accent' : 'plain'}>{survey.active ? words.active : words.paused}</Chip>
        </div>
        <p className={styles.facts}>
          {named(terms.metrics, survey.question)}, {named(terms.touchpoints, survey.touchpoint)}
          {survey.placeId ? `, ${byId.get(survey.placeId)?.name ?? ui.unknown}` : ''} ·{' '}
          {words.answered(format.count(survey.answered))} · {words.invited(format.count(survey.invited))}
        </p>
        <CopyField value={link} label={words.link} />
        {survey.placeId ? null : (
          <Select
            label={words.codeFor}
            value={codePlace}
            placeholder={words.anyPlace}
            clearable
            searchable
            data={nodes.map((node) => ({
              value: node.place.id,
              label: [...node.path.slice(1), node.place.name].join(' › '),
            }))}
            onChange={setCodePlace}
          />
        )}
        <div className={styles.deeds}>
          <Button
            variant="default"
            component="a"
            href={link}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconExternalLink size={18} stroke={1.6} />}
          >
            {words.open}
          </Button>
          <Button
            variant="default"
            component="a"
            href={code}
            download={`${survey.name}.svg`}
            leftSection={<IconDownload size={18} stroke={1.6} />}
          >
            {words.downloadCode}
          </Button>
          {mine ? (
            <>
              <Button
                variant="default"
                leftSection={<IconMail size={18} stroke={1.6} />}
                onClick={() => setSending(true)}
                disabled={!survey.active}
              >
                {words.send}
              </Button>
              <Button
                variant="subtle"
                loading={change.isPending}
                onClick={() => change.mutate({ params: { id: survey.id }, body: { active: !survey.active } })}
              >
                {survey.active ? words.pause : words.resume}
              </Button>
            </>
          ) : null}
        </div>
        <FormTrouble failure={change.error} />
      </div>
      <Modal
        opened={sending}
        onClose={() => setSending(false)}
        title={`${words.send}: ${survey.name}`}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <SendForm survey={survey} done={() => setSending(false)} />
      </Modal>
    </li>
  );
}
