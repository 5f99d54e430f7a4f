// Norwegian (bokmål): the words around what is said.
import type { TongueSource } from '../tongue.ts';

export const frame: Omit<TongueSource, 'clauses' | 'staff'> = {
  code: 'nb',
  short: {
    good: ['(Bra|Topp|Kjempebra|Supert|Perfekt|Fantastisk|Flott|Strålende)', 'Alt (bra|i orden|fungerte)', 'Fornøyd!', '{d} (fornøyd|bra)', '👍', '(Bra|Trivelig|Fin) butikk', 'Veldig fornøyd kunde', 'Takk for hjelpen!', 'Anbefales( på det varmeste|)', 'Ingenting å klage på', 'Alltid like bra', 'Kommer gjerne igjen'],
    middling: ['(Ok|Okei|Helt ok|Tja|Verken bra eller dårlig|Godkjent|Greit nok)', 'Funker', 'Har ikke noe å (si|tilføye)', 'Ikke noe spesielt', 'Kunne vært bedre', 'Som vanlig', 'Det var vel (ok|greit nok)', 'Vet ikke'],
    bad: ['(Dårlig|Elendig|Katastrofe|Under enhver kritikk|Ikke bra|Fysj|Skuffende)', 'Aldri (mer|igjen)', 'Ikke fornøyd', '{d} (misfornøyd|skuffet)', '👎', 'Siste gang', 'Skjerp dere!', 'Skuffet kunde', 'Kan ikke anbefales'],
  },
  scenes: {
    store: ['(Var innom|Handlet|Var og handlet){t}.', 'Skulle bare kjøpe {product}.', 'Kjørte til {city} (for å kjøpe {product}|med hele familien|etter jobb).', 'Har vært kunde (i mange år|siden dere åpnet|lenge).', '(Kom|Var der) rett før stengetid.', 'Handlet med (to små barn|gamle mora mi|en kollega){t}.', 'Tok en tur innom i lunsjen.'],
    online: ['Bestilte {product} på nett.', 'Første gang jeg handler (på nett hos dere|i nettbutikken deres).', 'Bestilte (en gave|flere ting|varer for {amount}){t}.', 'La inn en bestilling{t}.', 'Kjøpte {product} i appen.'],
    contact: ['Det gjelder {product}.', 'Jeg kjøpte {product} (for {days} dager siden|i {city}|på nett).', 'Jeg har vært kunde i mange år.', 'Bestillingen ble lagt inn{t}.', 'Dette er tredje gang jeg tar kontakt.'],
  },
  openers: {
    good: ['Wow!', 'Tusen takk!', 'Heia dere!', 'Må bare si det:', 'Så glad!', 'Positivt overrasket:'],
    bad: ['Nei,', 'Sukk.', 'Dessverre:', 'Må si at jeg er skuffet.', 'Hallo!', 'Hva er det som skjer?', 'Skjerp dere!', 'Så lei av dette:'],
    any: ['Hei!', 'Jo,', 'Altså,', 'Kort sagt:', 'Min opplevelse:', 'Ja,', 'Hei Solvik,', 'Vel,'],
  },
  closers: {
    good: ['Takk!', 'Stå på videre!', 'Jeg kommer gjerne igjen.', 'Anbefaler dere til alle jeg kjenner.', 'Beste butikken i {city}.', 'Tusen takk (til {name}|for hjelpen).', 'Ha en fin dag!', 'Dere er best.', 'Vi ses snart igjen!', 'Sånn skal det gjøres.'],
    bad: ['Dette kan dere bedre.', 'Dette må bli bedre.', 'Håper dere gjør noe med det.', 'Ikke greit.', 'Sånn kan dere ikke ha det.', 'Jeg hadde forventet mer.', 'Hva har dere tenkt å gjøre med det?', 'Ta gjerne kontakt( på {phone}| på {mail}|).', 'Det var bedre før.', 'Synd på en ellers god butikk.'],
    any: ['Mvh {name}', 'Det var alt.', 'Tenkte bare dere ville vite det.', 'Hilsen fra {city}.', 'Ellers ikke noe å tilføye.', '/{name}'],
  },
  and: [', og ', ' og ', ', ', '. Og ', ' + '],
  but: [', men ', ' men ', '. Men ', ', men altså ', ' – men '],
  degrees: ['veldig', 'skikkelig', 'utrolig', 'så', 'virkelig', 'ganske', 'ordentlig', 'sinnssykt', 'svært'],
  times: ['på lørdag', 'i går', 'i morges', 'i forrige uke', 'på fredag', 'denne gangen', 'på søndag', 'på tirsdag', 'sist', 'i går kveld', 'i lunsjen', 'etter jobb', 'i helga'],
  irony: {
    queue: ['herlig å få bruke {min} minutter av livet sitt i køen deres', 'gøy at køen er det eneste som vokser hos dere'],
    delivery: ['fantastisk, bare {days} dager for sent denne gangen', 'takk for at pakka fikk se hele landet på veien'],
    support: ['fin musikk i telefonkøen, jeg kan hele låta nå', 'gratulerer med en chatbot som aldri trenger å svare på noe'],
    app: ['bravo, appen krasjer fortere enn noen gang', 'deilig å logge inn for tiende gang i dag'],
    price: ['snart må man ta opp lån for å kjøpe {product}', 'gøy at lønna tar slutt allerede ved meieridisken'],
    cleanliness: ['koselig at man kan se på gulvet hva andre spiste i forrige uke', 'toalettet er en opplevelse man sent glemmer'],
    availability: ['imponerende tomme hyller, skikkelig minimalistisk', 'spennende å gjette hva som er utsolgt i dag'],
    staff: ['så hyggelig å få forstyrre de ansatte midt i praten'],
    invoice: ['snilt av dere å sende samme faktura to ganger i tilfelle jeg overså den'],
  },
  critical: {
    safety: ['Det lå en glassbit i brødet, datteren min kunne ha skadet seg!', 'Jeg fant glasskår i brødet( fra dere|){t}.', 'Jeg skled på det våte gulvet og slo (hodet|armen).', 'Maskinen begynte å ryke da jeg satte i kontakten, det er livsfarlig.', 'Sønnen min fikk en allergisk reaksjon fordi det ikke sto nøtter på pakka.'],
    legal: ['Jeg klager dere inn for Forbrukertilsynet.', 'Dette går videre til Forbrukerrådet.', 'Dere hører fra advokaten min.', 'Neste skritt er en politianmeldelse.'],
    leaving: ['Jeg sier opp Plus og handler et annet sted.', 'Nå bytter vi til konkurrenten etter {days} år.', 'Dere har mistet en kunde.', 'Vi kommer ikke tilbake.'],
  },
  ticket: {
    greetings: ['Hei,', 'Hei!', 'Heisann,', 'God morgen,', 'Hei Solvik!', 'Til kundeservice:'],
    asks: ['Kan dere hjelpe meg?', 'Når får jeg svar?', 'Hva gjør jeg nå?', 'Jeg vil ha pengene tilbake.', 'Vennligst gi beskjed så fort som mulig.', 'Kan noen ringe meg på {phone}?', 'Hva skjer nå?', 'Hvor lang tid skal det ta?', 'Jeg vil ha en ny {thing} eller pengene tilbake.'],
    farewells: ['Mvh {name}', 'Vennlig hilsen {name}', 'På forhånd takk.', 'Hilsen {name}', 'Takk, {name}'],
    titles: { delivery: ['Hvor er pakka mi?', 'Forsinket levering', 'Mangler levering'], returns: ['Retur av {thing}', 'Tilbakebetaling'], product: ['Reklamasjon {thing}', '{thing} er ødelagt'], invoice: ['Feil på fakturaen', 'Spørsmål om faktura'], app: ['Får ikke logget inn', 'Problem med appen'], website: ['Problem med bestilling'], payment: ['Trukket to ganger', 'Betalingen'], loyalty: ['Poengene mine', 'Spørsmål om Plus'], support: ['Ikke svar fra dere'], price: ['Feil pris'] },
  },
  call: ['Kunden ringer om {product}: {clause}.', 'Kunden er sint og sier at det gjelder følgende: {clause}.', 'Samtale: {clause}. Har lovet å ta kontakt igjen.', 'Kunden forteller: {clause}. Sak opprettet.', 'Innkommende samtale. {clause}. Har beklaget og tilbudt {more} i kompensasjon.'],
  leave: ['Jeg sier opp Plus. {clause}.', 'Oppsigelse: {clause}.', 'Vi avslutter medlemskapet fordi det ikke blir brukt. {clause}.', 'Fornyer ikke. {clause}.'],
  social: {
    good: ['Solvik i {city} leverer! {clause} #solvik', '{clause}. Beste butikken! #solvik', 'Heia @solvik – {clause}', 'Dagens ros til Solvik {city}: {clause} 🌹'],
    bad: ['@solvik hva skjer i {city}? {clause}', '{clause}. Skjerp dere @solvik! #solvik', 'Dagens ris til Solvik {city}: {clause}', 'Flere som er lei av Solvik? {clause} #solvik #kundeservice'],
  },
  report: ['{clause}.', '{clause}. /{name}', '(I dag|Kveldsvakta|Formiddagen|Stengevakta|Morgenvakta|Uka så langt): {clause}.', '{clause} – (omtrent {count} kunder i dag|{count} kvitteringer i dag|{count} kunder fram til stengetid).', 'Til ledelsen: {clause}. (Hilsen|Mvh) {name}', '{clause}. (Har snakket med regionen|Tas opp på morgenmøtet|Kommer tilbake til det i morgen|{count} kunder i dag|Vi var {few} på gulvet).', '(Rolig|Vanlig|Travel|Fin) dag med (rundt|cirka) {count} kunder. {clause}.'],
  reviewTitles: {
    good: ['(Veldig|Svært) fornøyd', 'Anbefales', 'Godt kjøp', '(Topp|Fin|Bra) butikk', 'Fem stjerner', 'Verdt pengene', 'Alltid bra'],
    bad: ['Skuffet', 'Ikke kjøp', 'Styr unna', 'Dårlig opplevelse', 'Ikke verdt pengene', 'Aldri mer', 'Dårligere enn før'],
  },
  shortForms: [['ikke', 'ikkje'], ['jeg', 'eg'], ['jeg', 'æ'], ['noe', 'noko'], ['veldig', 'veldi'], ['hva', 'ka'], ['dere', 'dokker'], ['også', 'åsså'], ['meg', 'mæ'], ['det', 'd'], ['og', 'å']],
  names: ['Kari', 'Ole', 'Ingrid', 'Silje', 'Magnus', 'Nora', 'Yusuf', 'Hanne', 'Bjørn', 'Thea', 'Eirik', 'Marte'],
};
