import { redact } from '@lyhord/text/redact';
import { expect, test } from 'vitest';
import { withoutPersonal } from './personal-fields.ts';

const kept = (properties: Record<string, unknown>) =>
  withoutPersonal(properties, (text) => redact(text).redacted);

test('what is personal by its name is not kept, in the words of the Nordic countries, too', () => {
  const personal = {
    ...{
      personnummer: '811228-9874',
      pnr: 198112289874,
      cprNummer: '0701961234',
      fødselsnummer: 15108695088,
    },
    ...{ henkilötunnus: '131052-308T', national_id: 'x', socialSecurityNumber: 'x', msisdn: 46701234567 },
    ...{ förnamn: 'Anna', efternamn: 'Lind', fornavn: 'Mette', sukunimi: 'Korhonen', Vorname: 'Jörg' },
    ...{ customerName: 'Anna', contact_name: 'Anna', billingEmail: 'a', shipping_address: 'Storgatan 1' },
    ...{
      address1: 'Storgatan 1',
      addressLine2: 'c/o Lind',
      telefonnummer: 701234567,
      mobilnummer: 1,
      epost: 'a',
    },
  };
  expect(kept({ ...personal, nested: { ...personal, colour: 'red' }, plan: 'pro' })).toEqual({
    nested: { colour: 'red' },
    plan: 'pro',
  });
});

test('personal values within other texts are masked before they are kept', () => {
  const leaks = {
    note: 'ring 070.123.45.67',
    hetu_text: '131052A308T',
    link: 'https://shop.example/?to=anna%40example.org',
    remark: 'Kunden bad om svar i dag. Mvh Anna Lind',
    list: ['811228–9874', { why: 'SE45 5000 0000 0583 9825 7466' }],
  };
  const text = JSON.stringify(kept(leaks));
  for (const secret of ['070.123', '131052A308T', 'anna%40', 'Anna Lind', '9874', '7466'])
    expect(text).not.toContain(secret);
  expect(kept({ sku: 'AB-1234567890', size: 'M', at: '2026-11-23' })).toEqual({
    sku: 'AB-1234567890',
    size: 'M',
    at: '2026-11-23',
  });
});
