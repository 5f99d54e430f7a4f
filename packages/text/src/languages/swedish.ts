import type { LanguagePack } from './language-pack.ts';

export const swedish: LanguagePack = {
  code: 'sv',
  stemmer: 'swedish',
  opinions: [
    [
      1,
      'kan inte klaga, kunde inte klaga, inget att klaga på, inte klaga på, kunde inte bli bättre, kan inte bli bättre, kunde inte varit bättre, kunde inte ha varit bättre, kan inte vara nöjdare, kunde inte vara nöjdare, kan inte tacka nog, kan inte sluta, kunde inte sluta, kan inte få nog, kan inte vara utan',
    ],
    [
      1,
      `fantastisk*, underbar*, perfekt*, suverän*, enastående, bäst, bästa, superbra, jättebra, kanonbra, skitbra, toppen,
      toppklass, grym, grymt bra, utmärkt*, älskar, älskade, strålande, kalasbra, toppbra, jättenöjd*, supernöjd*, makalös*,
      förstklassig*, exceptionell*, oslagbar*, felfri*, klockren*, super, jättetrevlig*, jättefin*, jättegod*, guld värd*`,
    ],
    [
      0.7,
      `behövde inte vänta, behövde aldrig vänta, slapp vänta, utan att vänta, ingen väntan, inga skador, utan skador, inte en repa, utan krångel, utan problem, utan strul, utan bekymmer, inga problem, inga bekymmer, inga konstigheter, aldrig några problem, aldrig haft problem, aldrig haft några problem, hittade allt, hittade precis, allt jag behövde, allt vi behövde, som det skulle, som det ska, som utlovat, precis som utlovat, tidigare än utlovat, i rätt tid, kommer tillbaka, kommer igen, kommer att handla, handlar gärna, handla här igen, räddade, snäll, tog sig tid, lyssnade, ringde upp, ringde tillbaka, hjälpte mig, hjälpte oss, hjälpte till, väl bemött, väl omhändertag*, över förväntan, bättre än väntat, inget att anmärka på, inget att klaga, ingenting att klaga på, inte dyrt, inte så dyrt, inte alls dyrt, inte alls så dyrt, ordning på, snabbare, fortare, smidigare, enklare, billigare, samma dag, lätt att hitta, problemfri*, problemfritt, bra bemötande,
      bra, nöjd, nöjda, trevlig*, trevligt, hjälpsam*, vänlig*, duktig*, proffsig*, professionell*, kunnig*, snygg*, god,
      gott, goda, fin, fint, fina, smidig*, rekommenderar, rekommendera, härlig*, kul, roligt, rolig, tacksam*, tillmötesgående, serviceinriktad*,
      generös*, pålitlig*, imponera*, uppskatta*, tack så mycket, kompetent*, lyhörd*, omtänksam*, välkomnande, välsorterad*,
      fräsch*, mysig*, underlätta*, prisvärd*, förmånlig*, billig*, enkelt, enkel, enkla, lätt att, snabb, snabbt, snabba, effektiv*, charmig*, glad, glada, leende, bekväm*, välstädad*,
      rent och fräscht, rent och, ren och, kvalitativ*, gillar, gillade, föredömlig*, hög klass, bra pris, bra kvalitet, hög kvalitet, lysande, överträffa*, positiv*, bättre`,
    ],
    [
      0.4,
      `ok, okej, helt ok, fungerar, funkar, fungerade, funkade, lagom, rimlig*, schysst*, hyfsad*, tydlig*, tack, rena, rent, stort utbud, stort sortiment, gratis,
      i tid, lugnt, ordning och reda, låga priser, lågt pris, lätt, löste, löst, förbättrats, lyckade*, smart*, välkommen, flexibel*, flexibla`,
    ],
    [
      -0.4,
      `tyvärr, sådär, tveksam*, saknar, saknas, saknade, dyr, dyrt, dyra, dyrare, långsam*, seg, segt, sega, krånglig*, krångla*, rörig*, otydlig*,
      stökig*, trång*, trångt, slut på, slut i, slutsåld*, försenad*, försening*, sen, sent, för sent, vänta länge, väntade länge, lång tid, långa köer, lång kö, lång väntetid, långa väntetider,
      höga priser, högt pris, för lite, för få, för liten, för litet, för högt, för höga, för hög, för lång*, för dyr*, sämre, försämra*, problem, strul*, tråkig*, smal*, tomma, tomt, tom,
      svårt att, svårt, svår, besvärlig*, begränsad*, bristfällig*, brist, brister, bullrig*, kallt, kall, ljummen, dålig koll, synd, negativ*, förvirra*, opersonlig*, buggig*, buggar, krascha*, väntan, önskar`,
    ],
    [
      -0.7,
      `slösa inte, ställdes in, blev inställt, blev inställd, inställda avgångar, utan förvarning, utan förklaring, gått upp, gick ut, hade gått ut, höjs, höjt priset, höjde priset, höjt avgiften, dolda avgifter, suckade, fräste, läcker, kladdig*, klibbig*, full av fläckar, fläckig*, rutten, ruttet, ruttna, mosig*, kaos, kaotisk*, väntar fortfarande, fortfarande inte, fortfarande ingen, fortfarande inget, inte fått, hörde aldrig, ligger nere, låg nere, hänger sig, hängde sig, fryser hela tiden, loggar ut, loggas ut, kastas ut, hit och dit, bollas, bollades, tjata, gick sönder, gått sönder, slutade fungera, slutat fungera, stämmer inte, stämde inte, två gånger för samma, debiterats, dubbelt upp, tappat bort, kom bort, borttappad*, repig*, bucklig*, krossad*, tredje gången, fjärde gången, hade förväntat mig mer, förväntade mig mer, hade hoppats på mer, lever inte upp, lämnar en del att önska, lämnar mycket att önska, fick gå hem, gick därifrån, fick vända, leta länge, ingen brydde sig, ingen bryr sig, hade bråttom, tog tre veckor, tog flera veckor, veckor att få,
      dålig, dåligt, dåliga, missnöjd*, besviken, besvikna, besviket, besvikelse, otrevlig*, oprofessionell*, nonchalant*, ohjälpsam*, okunnig*, trasig*, defekt*, fel, felaktig*, smutsig*, ofräsch*, skräpig*, ostädat*, ostädad*, klaga*, klagomål,
      sur, sura, arg, irriterad*, irriterande, frustrera*, sönder, gammal mat, möglig*, osmidig*, opålitlig*, ovänlig*, oengagerad*, ointresserad*, ignorera*, inkompetent*, trött på, kass, kassa varor, kasst, undvik, ångra*, lurad*, aldrig mer, slarvig*, skadad*, skadat, skadade, saknad service, struntade,
      fungerar ej, försvann, försvunn*, kom aldrig, dröjde, dröjer, äcklig*, otrygg*, hopplös*, orimlig*, överpris*, ingen hjälp, inget svar, fick vänta`,
    ],
    [
      -1,
      `fruktansvärd*, hemsk*, katastrof*, usel, uselt, usla, värdelös*, urusel*, sämst, sämsta, skandal*, horribel*, vidrig*, avskyvärd*, hatar, skamlig*, bedrägeri*, bedragare, under all kritik, bottenlös*, rån, rena rånet, skit, skitdålig*, jättedålig*, superdålig*, vedervärdig*, oacceptabel*, oacceptabelt, mardröm*, kränkande, kränkt, bluff*, oförskämd*, otroligt dålig*`,
    ],
  ],
  negators:
    'ingenting, inte, ej, aldrig, ingen, inget, inga, icke, knappt, knappast, utan, varken, inte alls, slutat, sluta',
  notOnly: 'inte bara, inte endast, inte enbart, ej bara, inte blott',
  intensifiers:
    'mycket, väldigt, otroligt, så, jätte, super, verkligen, extremt, riktigt, oerhört, helt, alldeles, fruktansvärt, sjukt, enormt, ytterst, alltid, grymt',
  diminishers: 'lite, ganska, rätt, något, någorlunda, relativt, ibland, delvis, hyfsat, kanske, nästan',
  failures:
    'kunde inte, kan inte, gick inte, går inte, går ej, svarar inte, svarar aldrig, svarade inte, svarade aldrig, kom aldrig, fungerar inte, fungerade inte, funkar inte, funkade inte, får inga, får inget, fick inga, fick inget, fick inte, får inte, hittar inte, hittade inte, kunde inget, vet inget, visste inget, ingen svarar, ingen svarade, inte möjligt',
  waits:
    'kö, köer, kön, köerna, *kö, *köer, *kön, *köerna, väntetid*, väntan, leveranstid*, svarstid*, handläggningstid*',
  lengthy: 'lång, långt, långa, jättelång*, superlång*, evighetslång*, oändlig*',
  brief: 'kort, korta, ingen kö, inga köer, ingen väntetid, slapp kön',
  contrast:
    'men, dock, fast, däremot, medan, trots att, även om, fastän, förutom, bortsett från, å andra sidan, tyvärr',
  joining: 'och, samt, eller, så',
  questions:
    'varför, hur, när, var, vad, vem, vilken, vilket, vilka, kan ni, har ni, finns det, är det, går det, kan man',
  requests:
    'kan ni, skulle ni kunna, snälla, önskar, önskas, skulle vilja, jag vill att ni, jag vill ha, vore bra om, vore trevligt om, borde, bör ni, det behövs, ni måste, gärna, fler, inför, skaffa, ta in, ha mer, ha fler, förslag',
  wantsAnswer:
    'svara mig, vill ha svar, vill ha ett svar, kontakta mig, ring mig, hör av er, återkom, återkoppla, återkoppling, väntar på svar, kan någon ringa, kan ni ringa, kan ni kontakta, mejla mig, maila mig, vänligen återkom, när får jag',
  threatToLeave: `byter till, byta till, kommer byta, kommer att byta, byta bank, byta operatör, byta leverantör, säger upp, säga upp, sagt upp, avslutar, avsluta mitt, avsluta medlemskap*, aldrig mer, aldrig igen, handlar aldrig, handlar inte mer, inte handla mer,
    går till konkurrent*, konkurrenten istället, lämnar er, lämna er, sista gången, kommer inte tillbaka, inte komma tillbaka, kommer inte handla, aldrig tillbaka, förlorat en kund, tappat en kund, byter butik, handlar hos ica i stället, åker till en annan, väljer en annan`,
  legalRisk:
    'anmäla, anmäler, anmält, anmälan, polisanmäl*, stämma er, stämning, stämmer er, advokat*, jurist*, arn, allmänna reklamationsnämnden, konsumentverket, konsumentombudsman*, olagligt, olaglig, lagbrott, diskriminer*, datainspektion*, imy, gdpr, integritetsskyddsmyndigheten, skadestånd*, bedrägeri*, konsumentköplagen, distansavtalslagen, inkasso*, trakasser*, rasist*',
  safetyRisk:
    'farlig, farligt, farliga, fara, halkade, halkat, halt golv, hala golv, skadade mig, skadade sig, gjorde illa, bröt, brand, brann, eld, brandrisk, rök, matförgift*, magsjuk*, spydde, kräktes, allergi*, allergisk reaktion, elstöt*, stöt, glassplitter, glasbit*, metallbit*, utgånget datum, utgången, gått ut, mögel, möglig*, råtta, råttor, kackerlack*, ambulans*, olycka, olycks*, hot, hotade, hotad, hotfull*, otrygg*, blockerad nödutgång, nödutgång*, klämde, kvävdes, läckte, läcka, smitta*',
  emotions: {
    joy: 'glad, glada, lycklig*, kul, roligt, härlig*, älskar, underbar*, fantastisk*, njut*, nöjd, nöjda, jättenöjd*, trevlig*, mysig*, strålande, jättebra, leende',
    trust:
      'trygg, tryggt, trygga, litar, lita på, pålitlig*, förtroende, ärlig*, seriös*, rekommenderar, lojal*, säker på, proffsig*, professionell*, kunnig*, tillit, alltid kunnat',
    surprise: 'överrask*, förvåna*, oväntat, oväntad, chock*, häpna*, plötsligt, otroligt att, wow',
    sadness: 'ledsen, ledsamt, besvik*, tyvärr, trist, tråkigt, sorglig*, synd, saknar, nedstämd*',
    anger:
      'arg, arga, förbannad*, irritera*, rasande, skandal*, oförskämd*, ilsken, upprörd*, frustrer*, trött på, nonchalant*, otrevlig*, hatar, kränk*, skamlig*, urusel*, fy, jävla, skit',
    fear: 'rädd*, orolig*, oro, otrygg*, skrämmande, farlig*, ångest, nervös*, hotfull*, obehaglig*, osäker, läskig*',
    disgust:
      'äckl*, äcklig*, vidrig*, ofräsch*, smutsig*, unken*, stank, stinker, illaluktande, luktar illa, luktade illa, möglig*, mögel, ohygienisk*, vedervärdig*, skräpig*',
  },
  stopWords: `och att det som en på är av för med den till jag i inte har om så var ni vi man de ett från men kan när mig er min mitt mina också vid eller hos efter nu här där då bara han hon sig
    blev blir få fick får ha hade hur mer mycket ut upp in ju över under ska skulle vill dem denna detta dessa alla allt än väl vara varit någon något några era ert din ditt sin sitt sina hela samt eftersom igen redan sedan dig oss måste gör göra gjorde kommer kom finns fanns tycker lite väldigt alltid vad varför aldrig ingen inget inga`,
  abbreviations:
    'bl.a, t.ex, osv, m.m, m.fl, d.v.s, dvs, s.k, ca, kl, nr, tel, mvh, etc, p.g.a, pga, f.d, resp, st, kr, t.o.m, o.s.v',
};
