import { expect, it } from 'vitest';
import { typedForms } from './typed-forms.ts';

it.each([
  ['070-123 45 67', '0701234567'],
  ['tel: +46 70 123 45 67', '+46701234567'],
  ['Anna Lind <anna.lind@example.org>', 'anna.lind@example.org'],
  ['mailto:anna@example.org', 'anna@example.org'],
  ['Kundnr: 4711-22', '471122'],
  ['account no 8812 0034', '88120034'],
])('what stands in "%s" is found as %s', (typed, value) => {
  expect(typedForms(typed).values).toContain(value);
});

it.each([
  ['#A-1001', 'A-1001'],
  ['order 1001', '1001'],
  ['Ordernr: so-77', 'SO-77'],
  ['1 001 22', '100122'],
])('the order in "%s" is %s', (typed, reference) => {
  expect(typedForms(typed).references).toContain(reference);
});

it('a link to the customer’s page is the customer; a name may stand with the family first', () => {
  expect(typedForms('https://cx.example/customers/12345?tab=1').key).toBe('12345');
  expect(typedForms('17446744073709551615').key).toBe('17446744073709551615');
  expect(typedForms('Lind, Anna')).toMatchObject({ names: ['Lind', 'Anna'], key: null });
  expect(typedForms('Order Anna').names).toEqual(['Order', 'Anna']);
});
