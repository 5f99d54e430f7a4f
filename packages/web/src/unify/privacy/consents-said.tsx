import { endpoints } from '@lyhord/contract';
import { useReply } from '../../client/queries.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { named, useWords } from '../../words/index.ts';

/** The newest word on each purpose and channel: yes or no, where it was said and when; and the purposes of which nothing was. */
export function ConsentsSaid({ customer }: { customer: string }) {
  const { privacy, terms } = useWords();
  const words = privacy.customer;
  const reply = useReply(endpoints.readConsents, { params: { id: customer } }, { keep: false });
  return (
    <Loaded reply={reply} waiting={<WaitingRows rows={3} height={24} />}>
      {({ said, purposes, restricted }) => (
        <>
          {restricted ? <p>{words.restricted}</p> : null}
          <ul>
            {newestOf(said).map(({ purpose, channel, allowed, source, wording, at }) => (
              <li key={`${purpose} ${channel}`} data-no={allowed ? undefined : true}>
                {privacy.purposes[purpose]}
                {channel === '' ? '' : `, ${named(terms.channels, channel)}`}:{' '}
                <b>{allowed ? words.allowed : words.refused}</b>
                <small>
                  {named(words.saidAt, source)}, <Moment at={at} />
                  {wording === '' ? '' : `, ${words.wording(wording)}`}
                </small>
              </li>
            ))}
            {purposes
              .filter(({ purpose, state }) => state === 'unsaid' && purpose !== 'service')
              .map(({ purpose }) => (
                <li key={purpose}>
                  {privacy.purposes[purpose]}: {words.unsaid}
                </li>
              ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

/** Of what was said, newest first: the first of each purpose and channel. */
function newestOf<One extends { readonly purpose: string; readonly channel: string }>(
  said: readonly One[],
): One[] {
  const newest = new Map<string, One>();
  for (const one of said) {
    const key = `${one.purpose} ${one.channel}`;
    if (!newest.has(key)) newest.set(key, one);
  }
  return [...newest.values()];
}
