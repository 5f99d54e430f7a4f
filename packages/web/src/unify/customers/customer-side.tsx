import { endpoints } from '@lyhord/contract';
import { may, useMe } from '../../client/session.ts';
import { useFormats } from '../../ui/format.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/page.tsx';
import { named, useWords } from '../../words/index.ts';
import { CasesSection } from '../cases-section.tsx';
import { CustomerLinks } from '../identity/customer-links.tsx';
import { ConsentsSaid } from '../privacy/consents-said.tsx';
import { CustomerPrivacy } from '../privacy/customer-privacy.tsx';
import { CustomerCompanies } from './customer-company.tsx';
import { CustomerHousehold } from './customer-household.tsx';
import { CustomerNow } from './customer-now.tsx';
import styles from './customer-screen.module.css';
import type { CustomerPage } from './customer-screen.tsx';
import { KeyCustomerMark } from './key-customer.tsx';
import { TraitLines } from './trait-value.tsx';

/** Who the customer is: value, identifiers, consent, cases, traits, and why these are one person. */
export function CustomerSide({ customer, page }: { customer: string; page: CustomerPage }) {
  const me = useMe();
  const { unify, terms } = useWords();
  const format = useFormats();
  const words = unify.customer;
  return (
    <aside className={styles.side}>
      <Section title={words.value}>
        {page.values.map(({ currency, amountMinor }) => (
          <p key={currency} className={styles.value}>
            {format.money(amountMinor, currency)}
          </p>
        ))}
        <p className={styles.dim}>{words.orders(page.orders)}</p>
        <KeyCustomerMark page={page} />
      </Section>
      <CustomerNow page={page} />
      <Section title={words.who}>
        <ul>
          {page.identifiers.map(({ type, value }) => (
            <li key={`${type}${value}`}>
              <small>{named(terms.identifiers, type)}</small>
              {value}
            </li>
          ))}
          <TraitLines traits={page.traits} />
        </ul>
      </Section>
      <CustomerCompanies customer={customer} />
      <CustomerHousehold customer={customer} />
      <Consent customer={customer} page={page} />
      <CasesSection title={words.cases} none={words.noCases} cases={page.cases} />
      <CustomerPrivacy
        customer={page.key}
        name={page.name ?? page.identifiers[0]?.value ?? unify.customers.anonymous}
      />
      {may(me, endpoints.readIdentity.roles) ? <CustomerLinks customer={customer} /> : <Links page={page} />}
    </aside>
  );
}

/** Whether mail may be written; for those who may know, every purpose and channel of which something was said. */
function Consent({ customer, page: { consent } }: { customer: string; page: CustomerPage }) {
  const { unify, terms } = useWords();
  const me = useMe();
  const words = unify.customer;
  const all = may(me, endpoints.readConsents.roles);
  return (
    <Section title={words.consent}>
      {consent.length === 0 && !all ? <p className={styles.none}>{words.noConsent}</p> : null}
      <ul>
        {consent.map(({ channel, allowed, reason, at }) => (
          <li key={channel} data-no={allowed ? undefined : true}>
            {named(terms.channels, channel)}: <b>{allowed ? words.allowed : words.refused}</b>
            <small>
              {named(words.reasons, reason)} {at ? <Moment at={at} /> : null}
            </small>
          </li>
        ))}
      </ul>
      {all ? <ConsentsSaid customer={customer} /> : null}
    </Section>
  );
}

function Links({ page: { links } }: { page: CustomerPage }) {
  const { unify, settings } = useWords();
  const words = unify.customer;
  return (
    <Section title={words.why}>
      {links.length === 0 ? <p className={styles.none}>{words.onlyOne}</p> : null}
      <ul>
        {links.map(({ a, b, rule, source, at }) => (
          <li key={`${a}${b}${rule}${at}`}>
            {a} = {b}
            <small>
              {named(words.rules, rule)}, {settings.sources.ownNames[source] ?? source}, <Moment at={at} />
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
