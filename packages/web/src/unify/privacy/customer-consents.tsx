import { endpoints, type Purpose } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useDeed, useReply } from '../../client/queries.ts';
import form from '../../ui/form.module.css';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { FormTrouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/index.ts';
import styles from './privacy.module.css';

/** What the customer allows, use by use, and the restriction of all of them. */
export function CustomerConsents({ customer }: { customer: string }) {
  const { purposes: names, customer: words } = useWords().privacy;
  const params = { id: customer };
  const reply = useReply(endpoints.readConsents, { params }, { keep: false });
  const change = useDeed(endpoints.changeConsent, { refreshes: [endpoints.readConsents] });
  const say = (purpose: Purpose, allowed: boolean) => change.mutate({ params, body: { purpose, allowed } });
  return (
    <Loaded reply={reply} waiting={<WaitingRows rows={3} height={32} />}>
      {({ purposes, restricted }) => (
        <>
          {restricted ? <p>{words.restricted}</p> : null}
          <ul className={styles.purposes}>
            {purposes
              .filter(({ purpose }) => purpose !== 'service' && !restricted)
              .map(({ purpose, state }) => (
                <li key={purpose}>
                  <span>
                    {names[purpose]}: <b>{words[state]}</b>
                  </span>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`${names[purpose]}: ${state === 'refused' ? words.allow : words.refuse}`}
                    onClick={() => say(purpose, state === 'refused')}
                  >
                    {state === 'refused' ? words.allow : words.refuse}
                  </Button>
                </li>
              ))}
          </ul>
          <Button variant="default" size="compact-md" onClick={() => say('service', restricted)}>
            {restricted ? words.lift : words.restrict}
          </Button>
          {restricted ? null : <p className={form.note}>{words.restrictNote}</p>}
          <FormTrouble failure={change.error} />
        </>
      )}
    </Loaded>
  );
}
