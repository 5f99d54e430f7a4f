export const title = 'Vad som ligger bakom';
export const lead =
  'De här svaren bredvid andra. Det som skiljer följer med talet; det behöver inte vara orsaken.';
export const low =
  'De låga svaren bredvid alla andra. Det som skiljer följer med dem; det behöver inte vara orsaken.';
export const words = 'Varför, med deras ord';
export const around = 'Vad som hände omkring dem';
export const against = {
  rest: (n: string, other: string) => `${n} här, bredvid ${other} andra från samma tid.`,
  before: (n: string, other: string) => `${n} här, bredvid ${other} från perioden innan.`,
};
export const needs = (n: number) => `Räcker inte för att säga något: det behövs ungefär ${n} till.`;
export const sameTopics = 'De talar om samma saker som andra.';
export const nothingAround = 'Inget är känt om vad de gjorde dagarna innan.';
export const topic = 'Ämne';
export const fact = 'Dagarna innan';
export const here = 'Här';
export const others = 'Andra';
export const difference = 'Skillnad';
export const clear = 'tydlig';
export const unclear = 'inte tydlig';
export const adjusted = (days: number) =>
  `De ${days} dagarna före var och en. Skillnader vid samma plats och vecka där båda sidor har dem; tydlig även när alla undersökta fakta räknas in.`;
export const unknown = (list: string) => `Känt om för få: ${list}.`;
export const facts = {
  late_delivery: 'En sen leverans',
  delivery_days: 'Dagar efter den utlovade',
  wait: 'Väntan i kassan, sekunder',
  contact: 'Kontaktade kundtjänst',
  returned: 'Lämnade tillbaka varor',
  price: 'Pris, gånger det vanliga',
  reminded: 'Påmind om en faktura',
  campaign: 'Mötte en kampanj',
};
