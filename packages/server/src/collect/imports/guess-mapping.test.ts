import { describe, expect, it } from 'vitest';
import { pieces } from '../testing/pieces.ts';
import { columnsOf, guessMapping } from './guess-mapping.ts';
import { readDelimited } from './rows/delimited-table.ts';

describe('a mapping', () => {
  const guess = async (text: string, places: string[] = []) =>
    guessMapping(await columnsOf(await readDelimited(pieces(Buffer.from(text)))), (code) =>
      places.includes(code),
    );

  it('of orders is known by its columns, also where some of its few rows are wrong', async () => {
    const { mapping, missing } = await guess(
      'Ordernummer;Datum;E-post;Belopp;Valuta;Butik\n1001;2026-10-03 12:10;anna.ek@example.org;1 299,50;SEK;Lund\n' +
        '1002;2026-10-04;per.berg@example.org;249,00;SEK;Malmö\n1003;igår;x;abc;SEK;Lund\n',
    );
    expect(mapping).toMatchObject({
      ...{ target: 'events', constants: { event: 'order_placed' }, decimalComma: true },
      columns: {
        ...{ reference: 'Ordernummer', happenedAt: 'Datum', email: 'E-post', amount: 'Belopp' },
        ...{ currency: 'Valuta', place: 'Butik' },
      },
    });
    expect(missing).toEqual([]);
    const { mapping: invoices, missing: unsaid } = await guess(
      'Fakturanummer;Datum;Belopp\nF1;2026-10-03;100,00\n',
    );
    expect(invoices).toMatchObject({ target: 'events', constants: {} });
    expect(unsaid).toEqual([['event']]);
    expect((await guess('Datum,Valuta,Kurs\n2026-10-03,EUR,11.2\n')).mapping.target).toBe('exchange_rates');
    expect((await guess('Datum;Kundnummer;Betyg;Kommentar\n2026-10-03;7;4;Bra\n')).mapping.target).toBe(
      'signals',
    );
    expect((await guess('Butikskod;Namn;Region\nS1;Lund;Syd\n')).mapping.target).toBe('places');
  });

  it('is guessed with how sure it is, and says what is missing', async () => {
    const { mapping, columns, missing } = await guess('Rating,Review text,Foo\n4.5,Good,x\n2,Bad,y\n');
    expect(mapping).toMatchObject({
      target: 'signals',
      columns: { stars: 'Rating', text: 'Review text' },
      constants: { kind: 'review' },
    });
    expect(columns.map(({ field }) => field)).toEqual(['stars', 'text', null]);
    expect(columns[0]!.confidence).toBeGreaterThan(0.8);
    expect(missing).toEqual([['happenedAt']]);
  });
  it('takes a rating for the scale that its numbers tell, though some cells hold none', async () => {
    const cells = ['2', '9', 'n/a', '10', '8', '1'].map((score) => `2026-03-31,${score},Fint och bra`);
    const { mapping } = await guess(`Datum,Betyg,Kommentar\n${cells.join('\n')}\n`);
    expect(mapping.columns).toMatchObject({ nps: 'Betyg', text: 'Kommentar' });
  });
  it('takes a rating for the scale of most of its numbers, though one is beyond it', async () => {
    const cells = ['9', '2', '12', '8', 'åtta', '7', '7', '10', '3', '9', '6'];
    const rows = cells.map((score) => `2026-03-31,${score},Fint och bra`);
    const { mapping } = await guess(`Datum,Betyg,Kommentar\n${rows.join('\n')}\n`);
    expect(mapping.columns).toMatchObject({ nps: 'Betyg', text: 'Kommentar' });
  });
  it.each([
    [
      'amounts with their currency',
      'Order ID;Event;Order date;Belopp',
      'A1;Order Completed;2026-03-31;',
      '12,50 kr|1.234,50 kr',
    ],
    [
      'whole amounts as shops write them',
      'Order ID;Event;Order date;Belopp',
      'A1;Order Completed;2026-03-31;',
      '12,50|199:-',
    ],
    ['ratings between two stars', 'Datum;Betyg', '2026-03-31;', '4,5|3,5|5'],
  ])('sees the decimal comma of %s', async (_, header, before, cells) => {
    const rows = cells.split('|').map((cell) => `${before}${cell}`);
    const { mapping } = await guess([header, ...rows].join('\n'));
    expect(mapping.decimalComma).toBe(true);
  });
  it('takes the value of a sensor for no amount', async () => {
    const text =
      'Event,Timestamp,Sensor,Measure,Value,Store\nsensor_read,2026-03-31 10:00,s1,footfall,12.5,lund\n';
    expect((await guess(text)).mapping.columns).toMatchObject({ measure: 'Measure', value: 'Value' });
  });
  it('tells places from answers', async () => {
    const { mapping } = await guess('Code,Name,Country,Latitude,Longitude\nS1,Lund,SE,55.7,13.2\n');
    expect(mapping).toMatchObject({
      target: 'places',
      columns: { code: 'Code', name: 'Name', country: 'Country' },
    });
  });
  it('reads what values are where headers say nothing', async () => {
    const { columns, mapping } = await guess(
      'a;b;c;d;e;f\n31.03.2026;9;Kön till kassan var lång;lund;anna@example.org;+46 70 123 45 67\n01.04.2026;3;Personalen var snäll mot oss;lund;bo@example.org;+46 70 765 43 21\n02.04.2026;10;Allt gick fint den här gången;lund;cia@example.org;+46 70 111 22 33\n',
      ['lund'],
    );
    expect(mapping.columns).toEqual({
      happenedAt: 'a',
      nps: 'b',
      text: 'c',
      place: 'd',
      email: 'e',
      phone: 'f',
    });
    expect(columns.map(({ why }) => why)).toEqual(Array(6).fill('values'));
    expect(mapping.dateFormat).toBe('day_first');
  });
  it.each([
    ['nb', 'Dato;Butikknummer;Karakter;Tilbakemelding;Kundenummer', 'stars text userId place happenedAt'],
    ['fi', 'Päivämäärä;Myymälä;Arvosana;Palaute;Asiakasnumero', 'stars text userId place happenedAt'],
    ['de', 'Datum;Filiale;Bewertung;Kommentar;Kundennummer', 'stars text userId place happenedAt'],
    ['da', 'Dato;Butiksnummer;Stjerner;Kommentar;Kundenummer', 'stars text userId place happenedAt'],
    ['pt', 'Data;Loja;Avaliação;Comentário;Cliente', 'stars text userId place happenedAt'],
  ])('knows headers in %s', async (_, header, fields) => {
    const { mapping } = await guess(
      `${header}\n2026-03-31;x1;4;Bom dia a todos;77\n2026-03-30;x2;2;Mau;78\n`,
    );
    expect(Object.keys(mapping.columns).sort()).toEqual(fields.split(' ').sort());
  });
  it('says where days and months, or thousands and decimals, cannot be told apart', async () => {
    const { columns } = await guess(
      'Order ID,Event,Order date,Total,Email\nA1,Order Completed,01/02/2026,"1,234",a@example.org\nA2,Order Completed,03/04/2026,"2,500",b@example.org\n',
    );
    expect(columns.map(({ field, doubt }) => [field, doubt])).toEqual([
      ['reference', null],
      ['event', null],
      ['happenedAt', 'day_or_month'],
      ['amount', 'decimal_or_thousand'],
      ['email', null],
    ]);
  });
});
