// German: what the stores' own people report, where the team's language is German.
import type { TongueSource } from '../tongue.ts';

export const staff: TongueSource['staff'] = {
  cleanliness: {
    good: ['die Reinigung klappt wieder, die Kunden merken es'],
    bad: [
      'die Reinigungsfirma war seit {days} Tagen nicht da',
      'Kunden beschweren sich jeden Tag über die Toiletten',
    ],
  },
  queue: {
    good: ['die Schlangen sind kurz, seit wir rechtzeitig eine weitere Kasse öffnen'],
    bad: [
      'nachmittags fehlt eine Kraft an der Kasse, die Schlange reicht bis in die Gänge',
      'Kunden lassen ihre Einkäufe stehen, weil es {min} Minuten dauert',
    ],
  },
  availability: {
    good: ['die Lieferung kam pünktlich, die Regale sind voll'],
    bad: ['Milch und Brot sind schon mittags weg', '{product} fehlt, und keiner weiß, wann Nachschub kommt'],
  },
  staff: {
    good: [
      'gute Stimmung im Team, der neue Dienstplan funktioniert',
      'mehrere Kunden haben diese Woche {name} gelobt',
    ],
    bad: ['drei Krankmeldungen und kein Ersatz', 'das Team ist erschöpft, und die Kunden merken es'],
  },
  payment: {
    good: ['die neuen Terminals sind viel schneller'],
    bad: ['Kartenterminal 3 war {min} Minuten ausgefallen'],
  },
  product: {
    good: ['{product} verkauft sich gut, die Kunden sind zufrieden'],
    bad: ['viele Rückgaben von {device}, der Schalter bricht'],
  },
  price: {
    good: ['die Aktion hat viele Kunden gebracht'],
    bad: ['die Regalpreise stimmen nach dem Update nicht mit der Kasse überein'],
  },
  parking: {
    good: ['neue Schilder auf dem Parkplatz, weniger Chaos'],
    bad: ['der Parkplatz ist halb gesperrt, Kunden drehen um'],
  },
  environment: {
    good: ['der neue Grundriss wird gelobt'],
    bad: ['die Lüftung ist kaputt, im Laden ist es {d} warm'],
  },
  service: {
    good: ['die Kunden schätzen die Betreuung an der Kasse'],
    bad: ['wir schaffen es nicht, allen zu helfen'],
  },
};
