// Danish: the words around what is said.
import type { TongueSource } from '../tongue.ts';

export const frame: Omit<TongueSource, 'clauses' | 'staff'> = {
  code: 'da',
  short: {
    good: ['(Godt|Super|Rigtig godt|Perfekt|Fantastisk|Fint|Skønt|Top)', 'Alt (godt|i orden|fungerede)', 'Tilfreds!', '{d} (tilfreds|godt)', '👍', '(God|Fin|Hyggelig) (butik|service)', 'Meget tilfreds kunde', 'Tak for hjælpen!', 'Kan (varmt|kun) anbefales', 'Intet at klage over', 'Altid lige godt', 'Kommer gerne igen'],
    middling: ['(Ok|Okay|Helt ok|Tja|Hverken godt eller skidt|Nogenlunde|Godkendt)', 'Fungerer', 'Har ikke noget at (sige|tilføje)', 'Ikke noget særligt', 'Kunne være bedre', 'Som det plejer', 'Det var vel (okay|fint nok)', 'Ved ikke'],
    bad: ['(Dårligt|Elendigt|Katastrofe|Under al kritik|Ikke godt|Øv|Skuffende)', 'Aldrig (mere|igen)', 'Ikke tilfreds', '{d} (utilfreds|skuffet)', '👎', 'Sidste gang', 'Tag jer sammen!', 'Skuffet kunde', 'Kan ikke anbefales'],
  },
  scenes: {
    store: ['(Var inde|Handlede|Var ude at handle){t}.', 'Skulle bare købe {product}.', 'Kørte til {city} (for at købe {product}|med hele familien|efter arbejde).', 'Har været kunde (i mange år|siden I åbnede|længe).', '(Kom|Var der) lige før lukketid.', 'Handlede med (to små børn|min gamle mor|en kollega){t}.', 'Tog en tur forbi i frokostpausen.'],
    online: ['Bestilte {product} på nettet.', 'Første gang jeg handler (på nettet hos jer|i jeres netbutik).', 'Bestilte (en gave|flere ting|varer for {amount}){t}.', 'Lagde en bestilling{t}.', 'Købte {product} i appen.'],
    contact: ['Det drejer sig om {product}.', 'Jeg købte {product} (for {days} dage siden|i {city}|på nettet).', 'Jeg har været kunde i mange år.', 'Bestillingen blev lagt{t}.', 'Det er tredje gang, jeg skriver.'],
  },
  openers: {
    good: ['Wow!', 'Tusind tak!', 'Stor ros!', 'Må bare sige:', 'Hvor er jeg glad!', 'Positivt overrasket:'],
    bad: ['Nej,', 'Suk.', 'Desværre:', 'Må sige, at jeg er skuffet.', 'Hallo!', 'Hvad sker der?', 'Kom nu!', 'Så træt af det her:'],
    any: ['Hej!', 'Jo,', 'Altså,', 'Kort sagt:', 'Min oplevelse:', 'Ja,', 'Hej Solvik,', 'Tjah,'],
  },
  closers: {
    good: ['Tak!', 'Bliv ved med det!', 'Jeg kommer gerne igen.', 'Jeg anbefaler jer til alle, jeg kender.', 'Den bedste butik i {city}.', 'Mange tak (til {name}|for hjælpen).', 'Hav en god dag!', 'I er bare de bedste.', 'Vi ses snart igen!', 'Sådan skal det gøres.'],
    bad: ['Det kan I gøre bedre.', 'Det her må blive bedre.', 'Håber, I gør noget ved det.', 'Ikke i orden.', 'Sådan kan I ikke have det.', 'Jeg havde forventet mere.', 'Hvad har I tænkt jer at gøre ved det?', 'Vend gerne tilbage( på {phone}| til {mail}|).', 'Det var bedre før i tiden.', 'Ærgerligt for en ellers god butik.'],
    any: ['Mvh {name}', 'Det var bare det.', 'Tænkte, I gerne ville vide det.', 'Hilsen fra {city}.', 'Ellers ikke noget at tilføje.', '/{name}'],
  },
  and: [', og ', ' og ', ', ', '. Og ', ' + '],
  but: [', men ', ' men ', '. Men ', ', men altså ', ' – men '],
  degrees: ['meget', 'rigtig', 'utrolig', 'så', 'virkelig', 'super', 'mega', 'ret', 'vildt', 'ualmindelig'],
  times: ['i lørdags', 'i går', 'i morges', 'i sidste uge', 'i fredags', 'denne gang', 'i søndags', 'i tirsdags', 'sidst', 'i går aftes', 'i frokostpausen', 'efter arbejde', 'i weekenden'],
  irony: {
    queue: ['skønt at få lov at bruge {min} minutter af sit liv i jeres kø', 'sjovt, at køen er det eneste, der vokser hos jer'],
    delivery: ['fantastisk, kun {days} dage for sent denne gang', 'tak, fordi pakken nåede at se hele Danmark på vejen'],
    support: ['dejlig musik i telefonkøen, jeg kan hele sangen nu', 'tillykke med en chatbot, der aldrig behøver at svare på noget'],
    app: ['bravo, appen går ned hurtigere end nogensinde', 'herligt at logge ind for tiende gang i dag'],
    price: ['snart skal man optage et lån for at købe {product}', 'sjovt, at lønnen slipper op allerede ved køledisken'],
    cleanliness: ['hyggeligt, at man på gulvet kan se, hvad andre spiste i sidste uge', 'toilettet er en oplevelse, man sent glemmer'],
    availability: ['imponerende tomme hylder, meget minimalistisk', 'spændende at gætte, hvad der er udsolgt i dag'],
    staff: ['så hyggeligt at få lov at forstyrre personalet midt i deres snak'],
    invoice: ['pænt af jer at sende den samme faktura to gange, hvis jeg nu havde overset den'],
  },
  critical: {
    safety: ['Der lå et stykke glas i brødet, min datter kunne være kommet til skade!', 'Jeg fandt glasskår i brødet( fra jer|){t}.', 'Jeg gled på det våde gulv og slog (hovedet|armen).', 'Maskinen begyndte at ryge, da jeg satte stikket i, det er livsfarligt.', 'Min søn fik en allergisk reaktion, fordi der ikke stod nødder på pakken.'],
    legal: ['Jeg klager til Forbrugerombudsmanden.', 'Det her går videre til Forbrugerklagenævnet.', 'I hører fra min advokat.', 'Næste skridt er en politianmeldelse.'],
    leaving: ['Jeg siger mit Plus op og handler et andet sted.', 'Nu skifter vi til konkurrenten efter {days} år.', 'I har mistet en kunde.', 'Vi kommer ikke tilbage.'],
  },
  ticket: {
    greetings: ['Hej,', 'Hej!', 'Goddag,', 'Godmorgen,', 'Hej Solvik!', 'Til kundeservice:'],
    asks: ['Kan I hjælpe mig?', 'Hvornår får jeg svar?', 'Hvad gør jeg nu?', 'Jeg vil have pengene tilbage.', 'Vend venligst tilbage hurtigst muligt.', 'Kan nogen ringe til mig på {phone}?', 'Hvad sker der nu?', 'Hvor lang tid skal det tage?', 'Jeg vil have en ny {thing} eller pengene tilbage.'],
    farewells: ['Mvh {name}', 'Venlig hilsen {name}', 'På forhånd tak.', 'Hilsen {name}', 'Tak, {name}'],
    titles: { delivery: ['Hvor er min pakke?', 'Forsinket levering', 'Mangler min levering'], returns: ['Returnering af {thing}', 'Penge tilbage'], product: ['Reklamation {thing}', '{thing} er i stykker'], invoice: ['Fejl på fakturaen', 'Spørgsmål til faktura'], app: ['Kan ikke logge ind', 'Problem med appen'], website: ['Problem med bestilling'], payment: ['Betaling trukket to gange', 'Betaling'], loyalty: ['Mine point', 'Spørgsmål om Plus'], support: ['Intet svar fra jer'], price: ['Forkert pris'] },
  },
  call: ['Kunden ringer om {product}: {clause}.', 'Kunden er vred og siger, at det gælder følgende: {clause}.', 'Opkald: {clause}. Har lovet at vende tilbage.', 'Kunden fortæller: {clause}. Sag oprettet.', 'Indgående opkald. {clause}. Har undskyldt og tilbudt {more} i kompensation.'],
  leave: ['Jeg siger Plus op. {clause}.', 'Opsigelse: {clause}.', 'Vi stopper medlemskabet, da det ikke bliver brugt. {clause}.', 'Fornyer ikke. {clause}.'],
  social: {
    good: ['Solvik i {city} leverer varen! {clause} #solvik', '{clause}. Bedste butik! #solvik', 'Godt gået @solvik – {clause}', 'Dagens ros til Solvik {city}: {clause} 🌹'],
    bad: ['@solvik hvad sker der i {city}? {clause}', '{clause}. Tag jer sammen @solvik! #solvik', 'Dagens ris til Solvik {city}: {clause}', 'Andre, der er trætte af Solvik? {clause} #solvik #kundeservice'],
  },
  report: ['{clause}.', '{clause}. /{name}', '(I dag|Aftenvagten|Formiddagen|Lukkevagten|Morgenvagten|Ugen indtil nu): {clause}.', '{clause} – (cirka {count} kunder i dag|{count} boner i dag|{count} kunder indtil lukketid).', 'Til ledelsen: {clause}. (Hilsen|Mvh) {name}', '{clause}. (Har talt med regionen|Tages op på morgenmødet|Vender tilbage i morgen|{count} kunder i dag|Vi var {few} på gulvet).', '(Stille|Almindelig|Travl|God) dag med (omkring|cirka) {count} kunder. {clause}.'],
  reviewTitles: {
    good: ['(Meget|Rigtig) tilfreds', 'Kan anbefales', 'Godt køb', '(Super|Fin|God) butik', 'Fem stjerner', 'Pengene værd', 'Altid god'],
    bad: ['Skuffet', 'Køb ikke', 'Hold jer væk', 'Dårlig oplevelse', 'Ikke pengene værd', 'Aldrig mere', 'Dårligere end før'],
  },
  shortForms: [['ikke', 'ik'], ['noget', 'nogt'], ['også', 'oss'], ['hvad', 'hva'], ['fordi', 'fordi at'], ['mig', 'mej'], ['det', 'de'], ['jeg', 'j'], ['til', 't'], ['virkelig', 'virklig'], ['til at', 't at'], ['der', 'd']],
  names: ['Mette', 'Lars', 'Sofie', 'Rasmus', 'Camilla', 'Ahmed', 'Freja', 'Jens', 'Louise', 'Kasper', 'Line', 'Birgit'],
};
