// With the shipped models behind it: words that say plainly what happened are not outvoted by what models have met.
import { expect, it } from 'vitest';
import { shippedModels } from '../../models/shipped-models.ts';
import { TextEngine } from '../text-engine.ts';

const engine = new TextEngine({ models: shippedModels() });
const judged = (text: string, languageHint: string) =>
  Object.fromEntries(
    engine.analyse(text, { languageHint }).analysis.mentions.map(({ aspect, label }) => [aspect, label]),
  );

it('a long wait is blame and a short one praise, in every language', () => {
  const waits = [
    ['sv', 'Kön i kassan var lång', 'Kort kö i dag', 'Det var ingen kö'],
    ['da', 'Køen ved kassen var lang', 'Kort kø i dag', 'Der var ingen kø'],
    ['nb', 'Køen i kassa var lang', 'Kort kø i dag', 'Det var ingen kø'],
    ['fi', 'Jono kassalla oli pitkä', 'Lyhyt jono tänään', 'Ei jonoa'],
    ['en', 'The queue at the till was long', 'Short queue today', 'There was no queue'],
    ['de', 'Die Schlange an der Kasse war lang', 'Kurze Schlange heute', 'Keine Schlange'],
  ] as const;
  for (const [language, long, short, none] of waits) {
    expect([language, judged(long, language).queue]).toEqual([language, 'negative']);
    expect([language, judged(short, language).queue]).toEqual([language, 'positive']);
    expect([language, judged(none, language).queue]).toEqual([language, 'positive']);
  }
});

it('length is no blame where nothing is waited for, and bears on its own clause alone', () => {
  expect(judged('Lång erfarenhet och kunnig personal', 'sv')['service.staff']).toBe('positive');
  const both = judged('Kön i kassan var lång men personalen var trevlig', 'sv');
  expect(both).toEqual({ queue: 'negative', checkout: 'negative', 'service.staff': 'positive' });
});

it('what failed is blame, also where no word is bad by itself; what cannot be bettered is praise', () => {
  expect(judged('Kunde inte logga in i appen', 'sv')).toEqual({ login: 'negative', app: 'negative' });
  expect(judged('Kundtjänst svarar aldrig i telefon', 'sv').support).toBe('negative');
  expect(judged('Asiakaspalvelu ei vastaa', 'fi').service).toBe('negative');
  expect(judged('Servicen kunde inte varit bättre', 'sv').service).toBe('positive');
  expect(judged('The service could not have been better', 'en').service).toBe('positive');
});
