import { expect, test } from 'vitest';
import { redact } from './redact.ts';

const named = (text: string): string[] => {
  const { redacted, redactions } = redact(text);
  expect(redacted).toHaveLength(text.length);
  return redactions.filter(({ kind }) => kind === 'name').map(({ start, end }) => text.slice(start, end));
};

test('who signs is not kept by name', () => {
  const signed: Record<string, string> = {
    'Tack för hjälpen! Mvh Anna Lind': 'Anna Lind',
    'Med vänlig hälsning\nAnna-Karin Åkesson': 'Anna-Karin Åkesson',
    'Ring mig. Hälsningar, Bo': 'Bo',
    'Med venlig hilsen, Søren Kjær': 'Søren Kjær',
    'Vennlig hilsen\n\nKåre Bakke\nDrammen': 'Kåre Bakke',
    'Ystävällisin terveisin Matti Virtanen': 'Matti Virtanen',
    'Mit freundlichen Grüßen\nJürgen Müller': 'Jürgen Müller',
    'Kind regards,\nPriya Raman': 'Priya Raman',
    'Mvh\nJ. Andersson': 'J. Andersson',
    'tack! mvh anna': 'anna',
  };
  for (const [text, name] of Object.entries(signed)) expect(named(text), text).toEqual([name]);
});

test('who says who they are is not kept by name', () => {
  const said: Record<string, string> = {
    'Jag heter Anna Lind och bor i Lund': 'Anna Lind',
    'Mitt namn är Xiulan Zhao, kund sedan 2010': 'Xiulan Zhao',
    'Hej, jag är Erik Tamm och är missnöjd': 'Erik Tamm',
    'Jeg hedder Mette Holm Jensen.': 'Mette Holm Jensen',
    'Nimeni on Aino Korhonen': 'Aino Korhonen',
    'My name is Priya Raman and I waited': 'Priya Raman',
    'Ich heiße Jörg': 'Jörg',
  };
  for (const [text, name] of Object.entries(said)) expect(named(text), text).toEqual([name]);
});

test('a title, a greeting, or a usual first name with a usual last name makes a name sure', () => {
  expect(named('Herr Andersson och fru Nilsson var otrevliga')).toEqual(['Andersson', 'Nilsson']);
  expect(named('Dr. Bergqvist helped me')).toEqual(['Bergqvist']);
  expect(named('Hej Anna, tack för hjälpen')).toEqual(['Anna']);
  expect(named('I butiken hjälpte ERIK SVENSSON och Per-Olof B. Norrby oss')).toEqual([
    'ERIK SVENSSON',
    'Per-Olof B. Norrby',
  ]);
  expect(named('Skriv till Anna Lind anna.lind@example.org')).toEqual(['Anna Lind']);
});

test('places, brands, goods and a first name alone stay', () => {
  for (const text of [
    'Anna i kassan i Lund var jättebra, Stockholm är sämre',
    'Max Burgers och Karl Johan i Oslo, Victoria Station, Dr. Martens och H&M',
    'Köpte en LG Tvättmaskin hos Elon. Vänligen Ring mig',
    'Mvh En besviken kund',
    'Hälsningar Kundtjänst',
    'Die Frau Mitte 50 war nett. DR Byen, MS Office, 24 hr Service',
    'Skickat från min iPhone',
    'Jag är Missnöjd och jag är Max nöjd',
    'I am Swedish. As regards Delivery it was fine',
    'Per telefon. Bo kvar! Hej Alla, hi Team',
  ])
    expect(named(text), text).toEqual([]);
});
