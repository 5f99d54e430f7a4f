import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

const many = countingIn('da');
export const taught: Words['settings']['taught'] = {
  title: 'Lært af jeres egne kommentarer',
  hint: 'Det lærte gælder kun dette arbejdsområde. Det tages kun i brug, hvis det tolker flere kommentarer rigtigt end før, og I kan gå tilbage.',
  comments: (n) => `${many(n, 'kommentar', 'kommentarer')} med tydelig karakter kan der læres af.`,
  tooFew: (n, needed) =>
    `${many(n, 'kommentar', 'kommentarer')} med tydelig karakter; der skal ${needed} til at lære og måle.`,
  learn: 'Lær af dem',
  bring: 'Hent en model ind',
  bringHint: 'En fil lavet med »lyhord text train«, højst 5 MB.',
  brought: 'Modellen er kontrolleret og kan bruges.',
  learningNow: 'Lærer. Resultatet vises her af sig selv.',
  learned: 'Lært her',
  uploaded: 'Fra en fil',
  texts: (n) => many(n, 'tekst', 'tekster'),
  right: (before, after) => `ret om følelsen: ${before} før, ${after} med den`,
  notKnown: 'ikke målt',
  notBetter: 'ikke bedre, bruges ikke',
  failed: 'lykkedes ikke',
  topics: (n) => many(n, 'emne', 'emner'),
  use: 'Brug den',
  stop: 'Hold op med at bruge den',
  inUse: 'i brug',
  changed: (count) => `På vej. ${count} kommentarer læses igen.`,
};
