import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

const many = countingIn('sv');
export const taught: Words['settings']['taught'] = {
  title: 'Lärt av era egna kommentarer',
  hint: 'Det som lärs gäller bara den här arbetsytan. Det tas i bruk bara om det tolkar fler kommentarer rätt än förut, och ni kan gå tillbaka.',
  comments: (n) => `${many(n, 'kommentar', 'kommentarer')} med tydligt betyg går att lära av.`,
  tooFew: (n, needed) =>
    `${many(n, 'kommentar', 'kommentarer')} med tydligt betyg; det krävs ${needed} för att lära och mäta.`,
  learn: 'Lär av dem',
  bring: 'Ta in en modell',
  bringHint: 'En fil gjord med ”lyhord text train”, högst 5 MB.',
  brought: 'Modellen är kontrollerad och kan användas.',
  learningNow: 'Lär sig. Resultatet visas här av sig självt.',
  learned: 'Lärt här',
  uploaded: 'Från en fil',
  texts: (n) => many(n, 'text', 'texter'),
  right: (before, after) => `rätt om känslan: ${before} förut, ${after} med den`,
  notKnown: 'inte mätt',
  notBetter: 'inte bättre, används inte',
  failed: 'gick inte',
  topics: (n) => many(n, 'ämne', 'ämnen'),
  use: 'Använd den',
  stop: 'Sluta använda den',
  inUse: 'används',
  changed: (count) => `På väg. ${count} kommentarer läses om.`,
};
