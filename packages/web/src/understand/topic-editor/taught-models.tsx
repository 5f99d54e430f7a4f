import { endpoints, type TextModel } from '@lyhord/contract';
import { Button, FileButton } from '@mantine/core';
import { useDeed, useReply } from '../../client/queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { notice } from '../../ui/notice.ts';
import { Section } from '../../ui/page.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import own from './taught-models.module.css';
import styles from './topic-preview.module.css';

const pollMs = 1_500;

function useModels() {
  const { data } = useReply(endpoints.listTextModels);
  const learning = data?.models.some(({ state }) => state === 'learning') ?? false;
  return (
    useReply(endpoints.listTextModels, undefined, { refetchInterval: learning ? pollMs : false }).data ?? data
  );
}

/** What the workspace has taught the text engine: with what gain, what is in use, and the way back. */
export function TaughtModels() {
  const { settings } = useWords();
  const words = settings.taught;
  const data = useModels();
  const refreshes = [endpoints.listTextModels, endpoints.topicVersions];
  const learn = useDeed(endpoints.learnTextModel, { refreshes });
  const bring = useDeed(endpoints.uploadTextModel, { refreshes, onDone: () => notice(words.brought) });
  if (!data) return null;
  const { models, inUse, comments, needed } = data;
  const learning = models.some(({ state }) => state === 'learning');
  const read = async (file: File | null) => {
    if (file) bring.mutate({ body: { content: await base64Of(file) } });
  };
  return (
    <Section className={styles.section} title={words.title} hint={words.hint}>
      <p className={own.comments}>
        {comments >= needed ? words.comments(comments) : words.tooFew(comments, needed)}
      </p>
      <div className={`${styles.suggested} ${own.deeds}`}>
        <Button
          variant="default"
          disabled={comments < needed}
          loading={learn.isPending || learning}
          onClick={() => learn.mutate({})}
        >
          {words.learn}
        </Button>
        <FileButton onChange={read}>
          {(props) => (
            <Button {...props} variant="default" loading={bring.isPending}>
              {words.bring}
            </Button>
          )}
        </FileButton>
        <small>{words.bringHint}</small>
      </div>
      {learning ? <p role="status">{words.learningNow}</p> : null}
      <FormTrouble failure={learn.error ?? bring.error} />
      <ul className={`${styles.versions} ${own.models}`}>
        {models
          .filter(({ state }) => state !== 'learning')
          .map((model) => (
            <ModelLine key={model.id} model={model} inUse={model.id === inUse} />
          ))}
      </ul>
    </Section>
  );
}

function ModelLine({ model, inUse }: { model: TextModel; inUse: boolean }) {
  const { settings } = useWords();
  const words = settings.taught;
  const format = useFormats();
  const use = useDeed(endpoints.useTextModel, {
    refreshes: [endpoints.listTextModels, endpoints.topicVersions, endpoints.topicTree],
    onDone: ({ reanalysing }) => notice(words.changed(format.count(reanalysing))),
  });
  const { source, state, gain, usable, texts, topics, trouble, madeAt } = model;
  return (
    <li>
      <b>{words[source]}</b>
      <small>{format.moment(madeAt)}</small>
      <small>{words.texts(texts)}</small>
      {topics.length > 0 ? <small>{words.topics(topics.length)}</small> : null}
      {gain ? (
        <span>{words.right(format.share(gain.before.accuracy), format.share(gain.after.accuracy))}</span>
      ) : (
        <small>{state === 'failed' ? (trouble ?? words.failed) : words.notKnown}</small>
      )}
      <span className={styles.suggested}>
        {inUse ? <Chip tone="teal">{words.inUse}</Chip> : null}
        {state === 'ready' && !usable ? <Chip tone="sand">{words.notBetter}</Chip> : null}
        {inUse || usable ? (
          <Button
            size="xs"
            variant="default"
            loading={use.isPending}
            onClick={() => use.mutate({ body: { id: inUse ? null : model.id } })}
          >
            {inUse ? words.stop : words.use}
          </Button>
        ) : null}
      </span>
      <FormTrouble failure={use.error} />
    </li>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(text);
}
