import type { Words } from '../index.ts';

export const feelings: Words['settings']['feelings'] = {
  lead: 'Følelser, I vil give. Hver kendes på jeres egne ord; et »ikke« vender den. Ingen træfsikkerhed loves: ingen har mærket sådanne følelser op.',
  find: 'Find en følelse',
  add: 'Tilføj en følelse',
  nameExample: 'For eksempel Tryg',
  unnamed: 'En ny følelse',
  nameIt: 'Giv den nye følelse et navn.',
  ready: 'Klar til brug',
  take: (name) => `Tilføj »${name}«`,
  words: 'Ord, der siger, at den blev følt, adskilt med komma',
  opposites: 'Ord, der siger, at den manglede',
  remove: 'Fjern følelsen',
  save: 'Brug disse følelser',
  none: 'Ingen følelser valgt endnu',
  noneHint:
    'Vælg blandt dem, der er klar, eller tilføj en egen. Al historik læses på én gang, og I ser først, hvad der ville ændre sig.',
  title: 'Følelser, I vil give',
  share: (share) => `${share} af dem, der skrev, følte mindst én af dem.`,
  byWords: 'kendes på jeres ord',
  felt: 'følt',
  missed: 'manglede',
  counts: (felt, missed) => `${felt} følte den, ${missed} savnede den`,
  edit: 'Vælg følelser',
  feeling: 'Følelse',
  suggestedMissed: (word) => `Tilføj »${word}« til det, der siger, at den manglede`,
};
