// What to do first about a change, by topic, in the reader's language. Plain and small: something for tomorrow morning.
import type { Locale } from '@lyhord/contract';

type Words = Readonly<Record<Locale, string>>;

const steps: Readonly<Record<string, Words>> = {
  queue: {
    en: 'Look at waiting times hour by hour this week, and open one more till when they are longest.',
    sv: 'Se på väntetiderna timme för timme den här veckan och öppna en kassa till när de är som längst.',
    da: 'Se på ventetiderne time for time i denne uge, og åbn en kasse mere, når de er længst.',
  },
  checkout: {
    en: 'Stand by the tills for half an hour at the busiest time and write down what stops people.',
    sv: 'Stå vid kassorna en halvtimme när det är som mest att göra och skriv ner vad som stoppar upp.',
    da: 'Stå ved kasserne en halv time, når der er mest travlt, og skriv ned, hvad der stopper folk.',
  },
  payment: {
    en: 'Test every way to pay yourself, and ask the payment provider for failed payments since that day.',
    sv: 'Prova själv alla sätt att betala och be betalleverantören om misslyckade betalningar sedan den dagen.',
    da: 'Prøv selv alle betalingsmåder, og bed betalingsudbyderen om mislykkede betalinger siden den dag.',
  },
  'store.cleanliness': {
    en: 'Walk through the store with the cleaning plan in hand, and agree who does what at which hour.',
    sv: 'Gå igenom butiken med städschemat i handen och kom överens om vem som gör vad och när.',
    da: 'Gå butikken igennem med rengøringsplanen i hånden, og aftal, hvem der gør hvad hvornår.',
  },
  store: {
    en: 'Walk the way a customer walks, from the entrance to the till, and note what is in the way.',
    sv: 'Gå som en kund går, från entrén till kassan, och anteckna vad som är i vägen.',
    da: 'Gå som en kunde går, fra indgangen til kassen, og notér, hvad der er i vejen.',
  },
  delivery: {
    en: 'List the deliveries that were late since that day by carrier and region, and call the carrier.',
    sv: 'Lista leveranserna som varit sena sedan den dagen per transportör och region, och ring transportören.',
    da: 'List de leveringer, der har været for sent på den siden den dag, per transportør og region, og ring til transportøren.',
  },
  returns: {
    en: 'Follow three returns from the customer to the money back, and remove the longest wait.',
    sv: 'Följ tre returer från kunden till pengarna tillbaka och ta bort den längsta väntan.',
    da: 'Følg tre returneringer fra kunden til pengene tilbage, og fjern den længste ventetid.',
  },
  price: {
    en: 'See which prices changed just before that day and whose answers fell; check the largest ones first.',
    sv: 'Se vilka priser som ändrades strax före den dagen och vilkas svar som sjönk; börja med de största.',
    da: 'Se, hvilke priser der blev ændret lige før den dag, og hvis svar der faldt; begynd med de største.',
  },
  service: {
    en: 'Read the quotes with the team today, and compare staffing by hour with the time before the change.',
    sv: 'Läs citaten med teamet i dag och jämför bemanningen per timme med tiden före förändringen.',
    da: 'Læs citaterne med teamet i dag, og sammenlign bemandingen per time med tiden før ændringen.',
  },
  support: {
    en: 'Look at first response times since that day, and answer the oldest open questions first.',
    sv: 'Se på första svarstiderna sedan den dagen och besvara de äldsta öppna frågorna först.',
    da: 'Se på første svartider siden den dag, og besvar de ældste åbne spørgsmål først.',
  },
  assortment: {
    en: 'Ask the staff which things customers asked for in vain this week, and check what was taken out.',
    sv: 'Fråga personalen vad kunder frågat efter förgäves den här veckan och se vad som tagits bort.',
    da: 'Spørg personalet, hvad kunder har spurgt forgæves efter i denne uge, og se, hvad der er taget ud.',
  },
  availability: {
    en: 'Check the shelves against the order list at opening and at five, and correct the order levels.',
    sv: 'Stäm av hyllorna mot beställningslistan vid öppning och klockan fem, och rätta beställningsnivåerna.',
    da: 'Sammenhold hylderne med bestillingslisten ved åbning og klokken fem, og ret bestillingsniveauerne.',
  },
  product: {
    en: 'Find the products that the comments name, and look at their returns since that day.',
    sv: 'Ta reda på vilka produkter kommentarerna nämner och se på returerna av dem sedan den dagen.',
    da: 'Find de produkter, som kommentarerne nævner, og se på returneringerne af dem siden den dag.',
  },
  website: {
    en: 'Do what the comments describe, on a phone, and see what was released just before that day.',
    sv: 'Gör det som kommentarerna beskriver, på en telefon, och se vad som släpptes strax före den dagen.',
    da: 'Gør det, som kommentarerne beskriver, på en telefon, og se, hvad der blev udgivet lige før den dag.',
  },
  app: {
    en: 'Do what the comments describe in the newest app, and see what was released just before that day.',
    sv: 'Gör det som kommentarerna beskriver i den nyaste appen och se vad som släpptes strax före den dagen.',
    da: 'Gør det, som kommentarerne beskriver, i den nyeste app, og se, hvad der blev udgivet lige før den dag.',
  },
  invoice: {
    en: 'Take five invoices sent since that day and read them as a customer would.',
    sv: 'Ta fem fakturor som skickats sedan den dagen och läs dem som en kund skulle göra.',
    da: 'Tag fem fakturaer, der er sendt siden den dag, og læs dem, som en kunde ville.',
  },
  subscription: {
    en: 'Call five customers whose contract ends soon and ask what would make them stay.',
    sv: 'Ring fem kunder vars avtal snart går ut och fråga vad som skulle få dem att stanna.',
    da: 'Ring til fem kunder, hvis aftale snart udløber, og spørg, hvad der ville få dem til at blive.',
  },
  information: {
    en: 'Find out what customers were told, where and when, and correct the one text that most of them saw.',
    sv: 'Ta reda på vad kunderna fick veta, var och när, och rätta den text som de flesta såg.',
    da: 'Find ud af, hvad kunderne fik at vide, hvor og hvornår, og ret den tekst, som de fleste så.',
  },
};
const unknownDown: Words = {
  en: 'Read the newest unhappy answers with the team, and ask what was different from that day on.',
  sv: 'Läs de senaste missnöjda svaren med teamet och fråga vad som blev annorlunda från och med den dagen.',
  da: 'Læs de nyeste utilfredse svar med teamet, og spørg, hvad der blev anderledes fra den dag.',
};
const up: Words = {
  en: 'Find out what went right from that day on, thank those who did it, and tell the other places.',
  sv: 'Ta reda på vad som gick rätt från och med den dagen, tacka dem som gjorde det och berätta för de andra.',
  da: 'Find ud af, hvad der gik rigtigt fra den dag, tak dem, der gjorde det, og fortæl de andre steder det.',
};

/** @param topics the topic of the change and those above it, nearest first; empty when none is known */
export function firstStep(direction: 'up' | 'down', topics: readonly string[], locale: Locale): string {
  if (direction === 'up') return up[locale];
  const known = topics.find((topic) => topic in steps);
  return (known === undefined ? unknownDown : steps[known]!)[locale];
}
