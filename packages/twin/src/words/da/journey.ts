// Danish: what is said of everything beyond the store.
import type { TopicClauses } from '../tongue.ts';

export const journey = {
  delivery: {
    good: [
      'leveringen (gik hurtigt|kom til tiden|kom dagen efter|kom en dag før tid)',
      'pakken kom {d} hurtigt',
      '{carrier} (ringede i forvejen|stillede pakken inden for døren|var {d} flinke)',
      'jeg (fik besked om|kunne følge) leveringen hele vejen',
      'alt var (godt pakket|helt og fint|pakket ordentligt ind), da det kom',
      'hjemmeleveringen (er guld værd|fungerede upåklageligt|sparer mig for så meget tid)',
    ],
    bad: [
      'leveringen var {days} dage forsinket',
      'pakken (kom aldrig frem|kom {days} dage for sent|er stadig ikke kommet|blev sendt til en forkert pakkeshop)',
      '{carrier} (lod pakken stå i regnen|ringede ikke på|påstod, at ingen var hjemme|har mistet min pakke)',
      'kassen var (i stykker|mast|gennemblødt), da den kom',
      'jeg ventede hjemme hele dagen, men der kom ingen{t}',
      'sporingen (har stået stille i {days} dage|virker ikke|viste en forkert dag)',
      'den leveringstid, I lover, passer ikke',
      'halvdelen af det, jeg bestilte, (manglede|kom ikke med|lå ikke i pakken)',
      'det er ikke første gang, {carrier} er forsinket',
      'leveringen tog {d} lang tid',
    ],
  },
  payment: {
    good: [
      'betalingen gik (glat|hurtigt|som smurt){t}',
      '(rart|smart|dejligt) at kunne betale med mobilen',
      'godt, at man kan vælge (faktura|kort|rater)',
      'det går hurtigt at scanne varerne selv og betale',
    ],
    bad: [
      'kortet (blev afvist|virkede ikke|blev trukket to gange){t}',
      'betalingsterminalen (drillede|var nede|gik i stå){t}',
      'jeg kunne ikke betale med (kontanter|gavekort|mobilen){t}',
      'betalingen (hang|gik ikke igennem|blev afbrudt), og jeg måtte begynde forfra{t}',
      'gavekortet kunne ikke bruges (ved kassen|i butikken|i netbutikken)',
    ],
  },
  returns: {
    good: [
      'returneringen gik (glat|hurtigt|uden bøvl)',
      'jeg fik pengene tilbage (med det samme|samme dag|på to dage)',
      'det var (nemt|ikke noget problem) at bytte {thing}',
      'et helt års returret er (fantastisk|en tryghed)',
    ],
    bad: [
      'jeg har ventet {days} dage på (pengene|tilbagebetalingen)',
      'returneringen af {thing} har været (besværlig|et mareridt|noget værre bøvl)',
      'I nægtede at tage {thing} retur (trods kvittering|selv om den var uåbnet|selv om den var i stykker)',
      'returfragten på {fee} er (fræk|urimelig|for dyr)',
      'jeg fik kun (et tilgodebevis|en del af pengene) i stedet for at få pengene tilbage',
      'man kan ikke aflevere det i (butikken|min butik), man har købt på nettet',
    ],
  },
  app: {
    good: [
      'appen er (smart|flot|nem at bruge|rigtig god)',
      'jeg er glad for (indkøbslisten|kvitteringerne|tilbuddene) i appen',
      'det går hurtigt at bestille i appen',
    ],
    bad: [
      'appen (går ned|fryser|logger mig ud hele tiden|er sløv)',
      'man kan ikke logge ind i appen (længere|efter opdateringen)',
      'kurven i appen (blev tømt|forsvandt) (midt i købet|uden varsel)',
      'den nye app er (dårligere end den gamle|rodet|fuld af fejl)',
      'stregkoden i appen kan ikke læses ved kassen',
      'søgningen i appen kan ikke engang finde {product}',
    ],
  },
  website: {
    good: [
      'hjemmesiden er (nem at finde rundt på|overskuelig|hurtig)',
      'det er (nemt|let|sjovt) at handle på nettet hos jer',
      'gode (billeder|beskrivelser|filtre) på siden',
      'det tog to minutter at bestille',
    ],
    bad: [
      'hjemmesiden er (rodet|langsom|svær at finde rundt på)',
      'siden (var nede|gik i stå|blev aldrig færdig med at indlæse), da jeg skulle betale',
      'søgefunktionen på siden (er ubrugelig|finder ingenting|viser helt forkerte varer)',
      'der stod én pris på hjemmesiden og en anden ved kassen',
      'målene på {thing} passer ikke med det, der står på siden',
      'jeg røg ud af betalingen tre gange, før købet gik igennem',
    ],
  },
  product: {
    good: [
      '{product} (er|var) {d} (god|flot|pengene værd)',
      'kvaliteten af {product} er (rigtig god|over forventning|imponerende)',
      '{thing} (holder, hvad den lover|er årets bedste køb|bliver brugt hver dag hos os)',
      'jeg er {d} glad for {product}',
      'brødet var (nybagt og godt|friskt|helt vidunderligt){t}',
      'frugt og grønt er altid (friskt|fint)',
    ],
    bad: [
      '{device} (gik i stykker|holdt op med at virke|døde) efter {days} dage',
      'kvaliteten af {product} er (dårlig|en skuffelse|ikke, hvad den har været)',
      '{thing} (lignede ikke billedet|manglede dele|var ridset|var beskadiget, da jeg åbnede kassen)',
      'frugten var (rådden|blød og brun|muggen){t}',
      'datoen var overskredet på (mælken|osten|kyllingen){t}',
      'kontakten på {device} virker ikke',
      'jeg er ikke tilfreds med {product}',
      '{thing} holdt ikke engang en måned',
    ],
  },
  invoice: {
    good: [
      'fakturaen var (tydelig|korrekt|nem at forstå)',
      'det er (nemt|praktisk) at handle på faktura',
      'fakturaen kom til tiden og passede på kronen',
    ],
    bad: [
      'fakturaen (passer ikke|er forkert|kom for sent|er umulig at forstå)',
      'jeg har (fået to fakturaer for samme køb|betalt fragten to gange|fået en rykker, selv om jeg har betalt)',
      'et rykkergebyr på {fee} (uden at jeg har fået nogen faktura|er en skandale)',
      'I har faktureret {fee} for meget',
      'det er umuligt at få en rettet faktura',
    ],
  },
  loyalty: {
    good: [
      'Plus er (pengene værd|rigtig godt|et godt medlemskab)',
      'bonussen (kommer hurtigt|er generøs|er en rar ekstra ting)',
      'medlemstilbuddene er {d} gode',
      'det kan betale sig at være medlem',
    ],
    bad: [
      'mine point (forsvandt|blev ikke registreret|udløb uden varsel)',
      'Plus (er ikke pengene værd længere|giver mig ingenting|er blevet dårligere)',
      'medlemspriserne er (ikke lavere end de almindelige|en joke|mest til pynt)',
      'de tilbud, jeg får, (passer ikke til mig|er altid på noget, jeg ikke køber)',
      'bonuschecken kunne ikke bruges',
    ],
  },
  support: {
    good: [
      'kundeservice (svarede med det samme|løste det på fem minutter|var {d} hjælpsom)',
      'jeg fik (hurtigt svar|et personligt svar|hjælp samme dag)',
      '{name} i kundeservice (ordnede det hele|ringede tilbage som lovet|var fantastisk)',
      'chatten fungerer {d} godt',
    ],
    bad: [
      'kundeservice (svarer ikke|er umulig at få fat i|sender kun standardsvar)',
      'jeg sad i telefonkø i {min} minutter (uden at komme igennem|før forbindelsen røg){t}',
      'jeg har skrevet tre gange uden at få svar',
      'chatbotten (forstår ingenting|hjælper ingen|kører i ring)',
      'jeg ventede {days} dage på et svar, der ikke sagde noget',
      'der er ingen i kundeservice, der (tager ansvar|kan give et klart svar|ringer tilbage)',
      'man kan ikke få lov at tale med et menneske',
    ],
  },
} satisfies Record<string, TopicClauses>;
