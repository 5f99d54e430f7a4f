// Swedish: what is said of everything beyond the store.
import type { TopicClauses } from '../tongue.ts';

export const journey = {
  delivery: {
    good: [
      'leveransen (gick snabbt|kom i tid|kom dagen efter|kom en dag för tidigt)',
      'paketet kom {d} (snabbt|fort|smidigt)',
      '{carrier} (ringde innan|ställde paketet innanför dörren|var {d} trevlig)',
      'jag (fick besked om|kunde följa) leveransen hela vägen',
      'allt var (väl förpackat|helt och fint|ordentligt inslaget) när det kom',
      'hemleveransen (är guld värd|funkade klockrent|sparar mig så mycket tid)',
    ],
    bad: [
      'leveransen var {days} dagar sen',
      'paketet (kom aldrig fram|kom {days} dagar för sent|har fortfarande inte kommit|skickades till fel ombud)',
      '{carrier} (lämnade paketet i regnet|ringde inte på|påstod att ingen var hemma|har slarvat bort mitt paket)',
      'kartongen var (trasig|krossad|blöt) när den kom',
      'jag väntade hemma hela dagen men ingen kom{t}',
      'spårningen (har stått still i {days} dagar|fungerar inte|visade fel dag)',
      'leveranstiden ni lovar stämmer inte',
      'hälften av det jag beställde (saknades|kom inte med|låg inte i paketet)',
      'det är inte första gången {carrier} är försenad',
      'leveransen tog {d} lång tid',
    ],
  },
  payment: {
    good: [
      'betalningen gick (smidigt|fort|hur lätt som helst){t}',
      '(skönt|smart|toppen) att kunna betala med mobilen',
      'bra att man kan välja (faktura|kort|delbetalning)',
      'det går snabbt att blippa kortet',
    ],
    bad: [
      'kortet (nekades|fungerade inte|debiterades två gånger){t}',
      'betalterminalen (strulade|krånglade|låg nere){t}',
      'jag kunde inte betala med (kontanter|presentkort|mobilen){t}',
      'betalningen (fastnade|gick inte igenom|avbröts) och jag fick börja om{t}',
      'presentkortet gick inte att använda i (kassan|butiken|nätbutiken)',
    ],
  },
  returns: {
    good: [
      'returen gick (smidigt|snabbt|utan krångel)',
      'jag fick pengarna tillbaka (direkt|samma dag|på två dagar)',
      'det var (enkelt|inga problem) att byta {thing}',
      'öppet köp i ett helt år är (fantastiskt|en trygghet)',
    ],
    bad: [
      'jag har väntat {days} dagar på (pengarna|återbetalningen)',
      'returen av {thing} har varit (krånglig|en mardröm|ett evigt strul)',
      'ni vägrade ta tillbaka {thing} (trots kvitto|fast den var oöppnad|trots att den var trasig)',
      'returfrakten på {fee} är (fräck|orimlig|för dyr)',
      'jag fick bara (ett tillgodokvitto|en del av pengarna) i stället för återbetalning',
      'det går inte att lämna tillbaka i (butiken|min butik) det man köpt på nätet',
    ],
  },
  app: {
    good: [
      'appen är (smidig|snygg|lätt att använda|riktigt bra)',
      'jag gillar (inköpslistan|kvittona|erbjudandena) i appen',
      'det går fort att beställa i appen',
    ],
    bad: [
      'appen (kraschar|hänger sig|loggar ut mig hela tiden|är seg)',
      'det går inte att logga in i appen (längre|efter uppdateringen)',
      'varukorgen i appen (tömdes|försvann) (mitt i köpet|utan förvarning)',
      'den nya appen är (sämre än den gamla|rörig|full av buggar)',
      'streckkoden i appen går inte att läsa av i kassan',
      'sökningen i appen hittar inte ens {product}',
    ],
  },
  website: {
    good: [
      'hemsidan är (lätt att hitta på|tydlig|snabb)',
      'det är (smidigt|enkelt|roligt) att handla på nätet hos er',
      'bra (bilder|beskrivningar|filter) på sajten',
      'beställningen tog två minuter',
    ],
    bad: [
      'hemsidan är (rörig|långsam|svår att hitta på)',
      'sidan (låg nere|hängde sig|laddade aldrig klart) när jag skulle betala',
      'sökfunktionen på sajten (är värdelös|hittar ingenting|visar helt fel varor)',
      'det stod ett pris på hemsidan och ett annat i kassan',
      'måtten på {thing} stämmer inte med det som står på sajten',
      'jag blev utslängd ur kassan tre gånger innan köpet gick igenom',
    ],
  },
  product: {
    good: [
      '{product} (är|var) {d} (bra|fin|prisvärd)',
      'kvaliteten på {product} är (mycket bra|över förväntan|imponerande)',
      '{thing} (håller vad den lovar|är årets bästa köp|används varje dag hos oss)',
      'jag är {d} nöjd med {product}',
      'brödet var (nybakat och gott|färskt|ljuvligt gott){t}',
      'frukten och grönsakerna är alltid (fräscha|fina)',
    ],
    bad: [
      '{device} (gick sönder|slutade fungera|la av) efter {days} dagar',
      'kvaliteten på {product} är (dålig|en besvikelse|inte vad den var)',
      '{thing} (såg inte ut som på bilden|saknade delar|var repig|var skadad när jag öppnade kartongen)',
      'frukten var (rutten|mjuk och brun|möglig){t}',
      'datumet hade gått ut på (mjölken|osten|kycklingen){t}',
      'strömbrytaren på {device} fungerar inte',
      'jag är inte nöjd med {product}',
      '{thing} höll inte ens en månad',
    ],
  },
  invoice: {
    good: [
      'fakturan var (tydlig|korrekt|lätt att förstå)',
      'det är (smidigt|praktiskt) att handla mot faktura',
      'fakturan kom i tid och stämde på kronan',
    ],
    bad: [
      'fakturan (stämmer inte|är fel|kom för sent|går inte att förstå)',
      'jag har fått (två fakturor för samma köp|betala frakten två gånger|en påminnelse fast jag har betalat)',
      'påminnelseavgift på {fee} (utan att jag fått någon faktura|är skamligt)',
      'ni har fakturerat {fee} för mycket',
      'det går inte att få en rättad faktura',
    ],
  },
  loyalty: {
    good: [
      'Plus är (värt pengarna|riktigt bra|ett bra medlemskap)',
      'bonusen (kommer snabbt|är generös|är ett trevligt plus)',
      'medlemserbjudandena är {d} bra',
      'det lönar sig att vara medlem',
    ],
    bad: [
      'mina poäng (försvann|registrerades inte|gick ut utan förvarning)',
      'Plus (är inte värt pengarna längre|ger ingenting|har blivit sämre)',
      'medlemspriserna är (inte lägre än vanliga priser|ett skämt|mest på låtsas)',
      'erbjudandena jag får (passar inte mig|är alltid på sådant jag inte köper)',
      'bonuschecken gick inte att använda',
    ],
  },
  support: {
    good: [
      'kundtjänst (svarade direkt|löste det på fem minuter|var {d} hjälpsam)',
      'jag fick (snabbt svar|ett personligt svar|hjälp samma dag)',
      '{name} på kundtjänst (ordnade allt|ringde tillbaka som utlovat|var fantastisk)',
      'chatten funkar {d} bra',
    ],
    bad: [
      'kundtjänst (svarar inte|går inte att nå|skickar bara standardsvar)',
      'jag satt i telefonkö i {min} minuter (utan att komma fram|innan samtalet bröts){t}',
      'jag har mejlat tre gånger utan att få svar',
      'chatboten (förstår ingenting|hjälper ingen|går runt i cirklar)',
      'jag fick vänta {days} dagar på ett svar som inte sa något',
      'ingen på kundtjänst (tar ansvar|kan ge ett rakt besked|ringde tillbaka)',
      'det går inte att få prata med en människa',
    ],
  },
} satisfies Record<string, TopicClauses>;
