import type * as en from '../en/card.ts';

export const cards: { [K in keyof typeof en.cards]: string } = {
  lead: 'Kundens kort i sidofältet i andra verktyg: vem det är, hur kunden har det nu, vad som sades senast.',
  name: 'Verktyg',
  origins: 'Sidor som får visa det',
  originsHint:
    'Ett ursprung per rad, till exempel https://acme.zendesk.com. Ingen annan sida kan visa kortet.',
  add: 'Släpp in ett verktyg',
  once: 'Kopiera hemligheten nu; den visas inte igen. Verktygets server signerar varje kort med den.',
  secret: 'Hemlighet att signera med',
  address: 'Kortens adress',
  how: 'Så gör verktygets server varje kort, med hemligheten i LYHORD_CARD_SECRET och kundens adress i `email`. Mer i handboken: docs/guide/customer-card.md.',
  empty: 'Inget verktyg visar kortet än',
  emptyHint: 'Släpp in Zendesk, Chatwoot, Intercom eller ett eget verktyg.',
  lastUsed: 'Senaste kort öppnat',
  never: 'aldrig',
  change: 'Ändra',
  save: 'Spara',
  remove: 'Ta bort',
  removeExplains: 'Kort som är öppna nu står kvar på skärmen; inga fler kan öppnas.',
};
