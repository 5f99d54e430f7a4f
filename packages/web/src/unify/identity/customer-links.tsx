import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/page.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './identity.module.css';
import { MergeDialog } from './merge-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

type Line = ReplyReceived<typeof endpoints.readIdentity>['links'][number];

/** Why these identifiers are one customer: every link with its rule and evidence, and the two ways to change it. */
export function CustomerLinks({ customer }: { customer: string }) {
  const { identity, unify } = useWords();
  const me = useMe();
  const [open, setOpen] = useState<'merge' | 'split' | null>(null);
  const reply = useReply(endpoints.readIdentity, { params: { id: customer } }, { keep: false });
  const mayDecide = may(me, endpoints.mergeCustomers.roles);
  const close = () => setOpen(null);
  const { identifiers = [], links = [] } = reply.data ?? {};
  return (
    <Section title={unify.customer.why}>
      {reply.data && links.length === 0 ? <p className={styles.dim}>{unify.customer.onlyOne}</p> : null}
      <ul className={styles.links}>
        {links.map((line) => (
          <LinkLine key={`${line.a}${line.b}${line.rule}${line.at}`} line={line} />
        ))}
      </ul>
      {identifiers
        .filter(({ apart }) => apart !== null)
        .map(({ key, value, apart }) => (
          <p key={key} className={styles.dim}>
            {value}: {identity.decide.apart[apart as 'shared']}
          </p>
        ))}
      {mayDecide ? (
        <div className={styles.deeds}>
          <Button size="xs" variant="default" onClick={() => setOpen('merge')}>
            {identity.decide.merge}
          </Button>
          {identifiers.length > 1 ? (
            <Button size="xs" variant="default" onClick={() => setOpen('split')}>
              {identity.decide.split}
            </Button>
          ) : null}
        </div>
      ) : null}
      {open === 'merge' ? <MergeDialog customer={customer} close={close} /> : null}
      {open === 'split' ? <SplitDialog customer={customer} close={close} /> : null}
    </Section>
  );
}

function LinkLine({ line }: { line: Line }) {
  const { identity, unify, settings } = useWords();
  const words = identity.decide;
  const from = settings.sources.ownNames[line.source] ?? line.source;
  const rule = line.rule === 'matched' ? words.matched : named(unify.customer.rules, line.rule);
  const told = line.rule === 'manual' || line.rule === 'removed' || line.rule === 'matched';
  return (
    <li data-apart={line.state === 'joins' ? undefined : true}>
      {line.a} {line.state === 'joins' ? '=' : '≠'} {line.b}
      <small>
        {rule}, {line.by ? `${words.by} ${line.by}` : from || '–'}, <Moment at={line.at} />
      </small>
      {told && line.evidence ? <small>{line.evidence}</small> : null}
      {line.state === 'joins' || line.rule === 'removed' ? null : <small>{words.states[line.state]}</small>}
      {line.otherCustomer ? (
        <small>
          <Link to="/customers/$customer" params={{ customer: line.otherCustomer }}>
            {words.otherCustomer}
          </Link>
        </small>
      ) : null}
    </li>
  );
}
