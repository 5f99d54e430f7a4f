import type * as en from '../en/card.ts';

export const cards: { [K in keyof typeof en.cards]: string } = {
  lead: 'Kundens kort i sidepanelet i andre værktøjer: hvem det er, hvordan kunden har det nu, hvad der sidst blev sagt.',
  name: 'Værktøj',
  origins: 'Sider der må vise det',
  originsHint:
    'Én oprindelse pr. linje, for eksempel https://acme.zendesk.com. Ingen anden side kan vise kortet.',
  add: 'Luk et værktøj ind',
  once: 'Kopiér hemmeligheden nu; den vises ikke igen. Værktøjets server signerer hvert kort med den.',
  secret: 'Hemmelighed at signere med',
  address: 'Kortenes adresse',
  how: 'Sådan laver værktøjets server hvert kort, med hemmeligheden i LYHORD_CARD_SECRET og kundens adresse i `email`. Mere i håndbogen: docs/guide/customer-card.md.',
  empty: 'Intet værktøj viser kortet endnu',
  emptyHint: 'Luk Zendesk, Chatwoot, Intercom eller et eget værktøj ind.',
  lastUsed: 'Seneste kort åbnet',
  never: 'aldrig',
  change: 'Ændr',
  save: 'Gem',
  remove: 'Fjern',
  removeExplains: 'Kort, der er åbne nu, bliver stående på skærmen; ingen flere kan åbnes.',
};
