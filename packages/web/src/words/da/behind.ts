export const title = 'Hvad der ligger bag';
export const lead =
  'Disse svar ved siden af andre. Det, der er forskelligt, følger med tallet; det behøver ikke være årsagen.';
export const low =
  'De lave svar ved siden af alle andre. Det, der er forskelligt, følger med dem; det behøver ikke være årsagen.';
export const words = 'Hvorfor, med deres ord';
export const around = 'Hvad der skete omkring dem';
export const against = {
  rest: (n: string, other: string) => `${n} her, ved siden af ${other} andre fra samme tid.`,
  before: (n: string, other: string) => `${n} her, ved siden af ${other} fra perioden før.`,
};
export const needs = (n: number) => `Ikke nok til at sige noget: der mangler omkring ${n}.`;
export const sameTopics = 'De taler om det samme som andre.';
export const nothingAround = 'Intet er kendt om, hvad de gjorde dagene før.';
export const topic = 'Emne';
export const fact = 'Dagene før';
export const here = 'Her';
export const others = 'Andre';
export const difference = 'Forskel';
export const clear = 'tydelig';
export const unclear = 'ikke tydelig';
export const adjusted = (days: number) =>
  `De ${days} dage før hver. Forskelle ved samme sted og uge, hvor begge sider har dem; tydelig også når alle undersøgte fakta tælles med.`;
export const unknown = (list: string) => `Kendt om for få: ${list}.`;
export const facts = {
  late_delivery: 'En sen levering',
  delivery_days: 'Dage efter den lovede',
  wait: 'Ventetid ved kassen, sekunder',
  contact: 'Kontaktede kundeservice',
  returned: 'Returnerede varer',
  price: 'Pris, gange den sædvanlige',
  reminded: 'Rykket for en faktura',
  campaign: 'Mødte en kampagne',
};
