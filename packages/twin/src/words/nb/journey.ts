// Norwegian (bokmål): what is said of everything beyond the store.
import type { TopicClauses } from '../tongue.ts';

export const journey = {
  delivery: {
    good: [
      'leveringen (gikk raskt|kom i tide|kom dagen etter|kom en dag for tidlig)',
      'pakka kom {d} (raskt|fort|kjapt)',
      '{carrier} (ringte på forhånd|satte pakka innenfor døra|var {d} hyggelige)',
      'jeg (fikk beskjed om|kunne følge) leveringen hele veien',
      'alt var (godt pakket|helt og fint|ordentlig pakket inn) da det kom',
      'hjemleveringen (er gull verdt|fungerte prikkfritt|sparer meg for så mye tid)',
    ],
    bad: [
      'leveringen var {days} dager forsinket',
      'pakka (kom aldri fram|kom {days} dager for sent|har fortsatt ikke kommet|ble sendt til feil utleveringssted)',
      '{carrier} (satte igjen pakka i regnet|ringte ikke på|påsto at ingen var hjemme|har rotet bort pakka mi)',
      'esken var (ødelagt|most|gjennomvåt) da den kom',
      'jeg ventet hjemme hele dagen, men det kom ingen{t}',
      'sporingen (har stått stille i {days} dager|virker ikke|viste feil dag)',
      'leveringstiden dere lover stemmer ikke',
      'halvparten av det jeg bestilte (manglet|kom ikke med|lå ikke i pakka)',
      'det er ikke første gang {carrier} er forsinket',
      'leveringen tok {d} lang tid',
    ],
  },
  payment: {
    good: [
      'betalingen gikk (greit|fort|som en lek){t}',
      '(greit|smart|deilig) å kunne betale med mobilen',
      'bra at man kan velge (faktura|kort|delbetaling)',
      'det går fort å skanne varene selv og betale',
    ],
    bad: [
      'kortet (ble avvist|virket ikke|ble belastet to ganger){t}',
      'betalingsterminalen (krøllet seg til|kranglet|var nede){t}',
      'jeg kunne ikke betale med (kontanter|gavekort|mobilen){t}',
      'betalingen (hang seg opp|gikk ikke gjennom|ble avbrutt) og jeg måtte begynne på nytt{t}',
      'gavekortet kunne ikke brukes (i kassa|i butikken|i nettbutikken)',
    ],
  },
  returns: {
    good: [
      'returen gikk (greit|fort|uten styr)',
      'jeg fikk pengene tilbake (med en gang|samme dag|på to dager)',
      'det var (enkelt|ikke noe problem) å bytte {thing}',
      'åpent kjøp i et helt år er (fantastisk|en trygghet)',
    ],
    bad: [
      'jeg har ventet {days} dager på (pengene|tilbakebetalingen)',
      'returen av {thing} har vært (tungvint|et mareritt|noe skikkelig herk)',
      'dere nektet å ta tilbake {thing} (enda jeg hadde kvittering|enda den var uåpnet|enda den var ødelagt)',
      'returfrakten på {fee} er (frekk|urimelig|for dyr)',
      'jeg fikk bare (en tilgodelapp|en del av pengene) i stedet for å få pengene tilbake',
      'man kan ikke levere tilbake i (butikken|min butikk) det man har kjøpt på nett',
    ],
  },
  app: {
    good: [
      'appen er (grei|fin|lett å bruke|skikkelig bra)',
      'jeg liker (handlelista|kvitteringene|tilbudene) i appen',
      'det går fort å bestille i appen',
    ],
    bad: [
      'appen (krasjer|henger seg|logger meg ut hele tiden|er treg)',
      'det går ikke an å logge inn i appen (lenger|etter oppdateringen)',
      'handlekurven i appen (ble tømt|forsvant) (midt i kjøpet|uten forvarsel)',
      'den nye appen er (dårligere enn den gamle|rotete|full av feil)',
      'strekkoden i appen lar seg ikke lese i kassa',
      'søket i appen finner ikke {product} engang',
    ],
  },
  website: {
    good: [
      'nettsida er (lett å finne fram på|oversiktlig|rask)',
      'det er (lettvint|enkelt|gøy) å handle på nett hos dere',
      'gode (bilder|beskrivelser|filtre) på nettsida',
      'det tok to minutter å bestille',
    ],
    bad: [
      'nettsida er (rotete|treg|vanskelig å finne fram på)',
      'sida (var nede|hang seg|ble aldri ferdig lastet) da jeg skulle betale',
      'søket på nettsida (er ubrukelig|finner ingenting|viser helt feil varer)',
      'det sto én pris på nettsida og en annen i kassa',
      'målene på {thing} stemmer ikke med det som står på nettsida',
      'jeg ble kastet ut av betalingen tre ganger før kjøpet gikk gjennom',
    ],
  },
  product: {
    good: [
      '{product} (er|var) {d} (bra|fin|verdt pengene)',
      'kvaliteten på {product} er (veldig bra|over all forventning|imponerende)',
      '{thing} (holder det den lover|er årets beste kjøp|blir brukt hver dag hos oss)',
      'jeg er {d} fornøyd med {product}',
      'brødet var (nystekt og godt|ferskt|helt nydelig){t}',
      'frukt og grønt er alltid (ferskt|fint)',
    ],
    bad: [
      '{device} (gikk i stykker|sluttet å virke|tok kvelden) etter {days} dager',
      'kvaliteten på {product} er (dårlig|en skuffelse|ikke det den en gang var)',
      '{thing} (så ikke ut som på bildet|manglet deler|var full av riper|var skadet da jeg åpnet esken)',
      'frukten var (råtten|myk og brun|muggen){t}',
      'melka var gått ut på dato{t}',
      'kyllingen var gått ut på dato{t}',
      'bryteren på {device} virker ikke',
      'jeg er ikke fornøyd med {product}',
      '{thing} varte ikke en måned engang',
    ],
  },
  invoice: {
    good: [
      'fakturaen var (tydelig|riktig|lett å forstå)',
      'det er (greit|praktisk) å handle på faktura',
      'fakturaen kom i tide og stemte på krona',
    ],
    bad: [
      'fakturaen (stemmer ikke|er feil|kom for sent|er umulig å forstå)',
      'jeg har (fått to fakturaer for samme kjøp|betalt frakten to ganger|fått purring enda jeg har betalt)',
      'et purregebyr på {fee} (uten at jeg har fått noen faktura|er en skandale)',
      'dere har fakturert {fee} for mye',
      'frakten er belastet to ganger på fakturaen',
      'det er umulig å få en rettet faktura',
    ],
  },
  loyalty: {
    good: [
      'Plus er (verdt pengene|skikkelig bra|et godt medlemskap)',
      'bonusen (kommer fort|er raus|er en hyggelig ekstra ting)',
      'medlemstilbudene er {d} gode',
      'det lønner seg å være medlem',
    ],
    bad: [
      'poengene mine (forsvant|ble ikke registrert|gikk ut uten forvarsel)',
      'Plus (er ikke verdt pengene lenger|gir meg ingenting|har blitt dårligere)',
      'medlemsprisene er (ikke lavere enn de vanlige|en vits|mest til pynt)',
      'tilbudene jeg får (passer ikke for meg|er alltid på noe jeg ikke kjøper)',
      'bonussjekken kunne ikke brukes',
    ],
  },
  support: {
    good: [
      'kundeservice (svarte med en gang|løste det på fem minutter|var {d} hjelpsomme)',
      'jeg fikk (raskt svar|et personlig svar|hjelp samme dag)',
      '{name} på kundeservice (ordnet alt|ringte tilbake som lovet|var fantastisk)',
      'chatten fungerer {d} bra',
    ],
    bad: [
      'kundeservice (svarer ikke|er umulig å få tak i|sender bare standardsvar)',
      'jeg satt i telefonkø i {min} minutter (uten å komme gjennom|før linja ble brutt){t}',
      'jeg har sendt tre e-poster uten å få svar',
      'chatboten (forstår ingenting|hjelper ingen|går i ring)',
      'jeg ventet {days} dager på et svar som ikke sa noe',
      'ingen på kundeservice (tar ansvar|kan gi et klart svar|ringte tilbake)',
      'man får ikke snakke med et menneske',
    ],
  },
} satisfies Record<string, TopicClauses>;
