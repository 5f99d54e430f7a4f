import type { LanguagePack } from './language-pack.ts';

export const norwegian: LanguagePack = {
  code: 'nb',
  stemmer: 'norwegian',
  opinions: [
    [
      1,
      'kan ikke klage, kunne ikke klage, ingenting å klage på, ikke noe å klage på, kunne ikke vært bedre, kan ikke bli bedre, kunne ikke blitt bedre, kunne ikke vært mer fornøyd, kan ikke takke nok, kan ikke slutte, kunne ikke slutte, kan ikke få nok, kan ikke være foruten, kan ikke gå galt',
    ],
    [
      1,
      `fantastisk*, perfekt*, suveren*, enestående, best, beste, super, superbra, kjempebra, kjempefornøyd*, kjempehyggelig*, kjempegod*, kjempefin*, topp, toppklasse, på topp, utmerket*, elsker, elsket, strålende, kanonbra, ypperlig*, helt rå, upåklagelig*, uovertruffen*, førsteklasses, feilfri*, veldig bra, nydelig*, rålekker*,
      eksepsjonell*, rett og slett super, veldig fornøyd, svært fornøyd, herlig*, knallbra, knallgod*`,
    ],
    [
      0.7,
      `trengte ikke å vente, slapp å vente, uten å vente, ingen venting, ingen skader, uten skader, ikke en ripe, uten mas, uten problemer, uten trøbbel, ingen problemer, aldri problemer, aldri hatt problemer, fant alt, alt jeg trengte, som det skulle, som lovet, akkurat som lovet, før lovet, i rute, kommer tilbake, kommer igjen, handler gjerne, reddet, tok seg tid, tok seg god tid, lyttet, ringte tilbake, ringte opp, hjalp meg, hjalp oss, hjalp til, godt mottatt, tatt godt imot, over forventning, bedre enn ventet, ingenting å utsette, ikke noe å utsette, ikke dyrt, ikke så dyrt, slett ikke dyrt, slett ikke så dyrt, orden på, raskere, enklere, billigere, samme dag, lett å finne, problemfritt, god betjening,
      bra, god, godt, gode, fornøyd, fornøyde, flink, flinke, hjelpsom*, vennlig*, dyktig*, hyggelig*, profesjonell*, kompetent*, kunnskapsrik*, pen, pent, fin, fint, fine, anbefal*, imøtekommende, blid, blide, snill, snille, glad, glade, smilende, rask, raskt, raske, effektiv*,
      enkel, enkelt, enkle, billig*, rimelig*, pålitelig*, sjenerøs*, imponer*, frisk, friske, fersk, ferske, koselig*, behagelig*, serviceinnstilt*, takknemlig*, oppmerksom*, fleksib*, prisgunstig*, god service, god pris, gode priser, høy kvalitet, morsom*, gøy, liker, likte, positiv*, bedre, smidig*, ryddig*, behjelpelig*, godt utvalg, kjekk*`,
    ],
    [
      0.4,
      `ok, okei, grei, greit, greie, virker, fungerer, fungerte, funker, tydelig*, takk, ren, rent, rene, stort utvalg, gratis, i tide, til rett tid, lett, lave priser, lav pris, løste, løst, oversiktlig*, velkommen, helt ok`,
    ],
    [
      -0.4,
      `dessverre, tvilsom*, mangler, manglet, mangel, dyr, dyrt, dyre, dyrere, treg*, sen, sent, sein*, for sent, langsom*, tungvint*, rotete, rot, uoversiktlig*, utydelig*, trang*, utsolgt*, forsinket, forsinkede, forsinkelse*, lang tid, lang kø, lange køer, lang ventetid, lange ventetider,
      høye priser, høy pris, for lite, for få, for liten, for høy*, for lang*, for dyr*, dårligere, verre, forverr*, problem*, kjedelig*, tomme, tom, tomt, vanskelig*, begrenset, kald, kaldt, kalde, lunken*, synd, negativ*, forvirr*, upersonlig*, ventet, bråk*, støy*, krasjer, krasjet, buggy, ønsker`,
    ],
    [
      -0.7,
      `ikke kast bort, kast ikke bort, ikke sløs, innstilt, ble innstilt, uten varsel, uten forklaring, gått opp, altfor mye opp, utgått på dato, utløpt, satt opp prisen, settes opp, skjulte gebyrer, sukket, freste, luktet vondt, klissete, klebrig, full av flekker, flekkete, råtten, råttent, råtne, kaos, kaotisk*, venter fortsatt, venter fremdeles, fortsatt ikke, fortsatt ingen, fremdeles ikke, ikke fått, hørte aldri, er nede, var nede, lå nede, henger seg, hang seg opp, fryser hele tiden, logger meg ut, logges ut, kastet ut, satt videre, frem og tilbake, mase, gikk i stykker, gått i stykker, sluttet å virke, sluttet å fungere, stemmer ikke, stemte ikke, trukket to ganger, to ganger for, kommet bort, mistet pakken, ripete, bulkete, knust, tredje gang, fjerde gang, hadde forventet mer, forventet mer, hadde håpet på mer, lever ikke opp, lar noe tilbake å ønske, lar mye tilbake å ønske, måtte gå hjem, måtte snu, lete lenge, ingen brydde seg, ingen bryr seg, dårlig tid, tok tre uker, tok flere uker, uker å få,
      dårlig*, misfornøyd*, skuffe*, skuffa, uvennlig*, uprofesjonell*, likegyldig*, uhøflig*, arrogant*, inkompetent*, defekt*, ødelagt*, i stykker, feil, skitten*, skitne, møkkete, klage*, sur, sure, sint, sinte, irriter*, frustrer*, muggen, mugne, mugg, upålitelig*, ignorer*, unngå, angrer, lurt, slurv*, skadet,
      lei av, håpløs*, urimelig*, ikke noe svar, ingen svar, ingen hjelp, aldri mer, aldri igjen, forsvunnet, forsvant, kom aldri, ekkel*, ekle, utrygg*, uforskammet*, måtte vente, elendig service, ubrukelig*, bortkastet*, nonchalant*, nonsjalant*, ugrei*`,
    ],
    [
      -1,
      `forferdelig*, fryktelig*, katastrof*, elendig*, verdiløs*, dårligst*, verst, verste, skandale*, skandaløs*, grusom*, redselsfull*, motbydelig*, hater, skammelig*, svindel, svindler*, bedrag*, under enhver kritikk, under all kritikk, dritt*, drit*, møkka*, uakseptab*, mareritt*, krenk*, lureri, ekstremt dårlig*, til å grine av, pinlig*, ran`,
    ],
  ],
  negators:
    'ingenting, ikke, aldri, ingen, intet, ikkje, neppe, uten, verken, knapt, ikke akkurat, langt fra',
  notOnly: 'ikke bare, ikke kun, ikke alene, ikkje berre',
  intensifiers:
    'veldig, svært, utrolig, så, super, kjempe, virkelig, ekstremt, helt, skikkelig, ytterst, sykt, alltid, enormt, meget, særdeles',
  diminishers: 'litt, ganske, noe, nokså, noenlunde, relativt, noen ganger, delvis, kanskje, nesten',
  failures:
    'kunne ikke, kan ikke, gikk ikke, går ikke, svarer ikke, svarer aldri, svarte ikke, svarte aldri, kom aldri, virker ikke, virket ikke, fungerer ikke, fungerte ikke, får ingen, fikk ingen, fikk ikke, får ikke, finner ikke, fant ikke, vet ingenting, visste ingenting, ingen svarer, ingen svarte, ikke mulig, for sent',
  waits:
    'kø, køer, køen, køene, *kø, *køer, *køen, *køene, ventetid*, leveringstid*, svartid*, saksbehandlingstid*',
  lengthy: 'lang, langt, lange, kjempelang*, uendelig*',
  brief: 'kort, korte, ingen kø, ingen ventetid',
  contrast:
    'men, dog, derimot, mens, selv om, til tross for, bortsett fra, til gjengjeld, på den andre siden, dessverre, imidlertid',
  joining: 'og, samt, eller, så, fordi',
  questions:
    'hvorfor, hvordan, når, hvor, hva, hvem, hvilken, hvilket, hvilke, kan dere, har dere, finnes det, er det, går det, kan man',
  requests:
    'kan dere, kunne dere, vil gjerne, skulle gjerne, jeg ønsker, ønsker meg, det hadde vært fint, det hadde vært bra, burde, bør, dere må, gjerne, flere, forslag, vennligst, ta inn, ha flere, skaff',
  wantsAnswer:
    'svar meg, vil ha svar, ønsker svar, kontakt meg, ring meg, ta kontakt, hører fra dere, gi tilbakemelding, tilbakemelding, venter på svar, kan noen ringe, kan dere ringe, kan dere kontakte, send meg, kom tilbake til meg, når får jeg',
  threatToLeave: `bytter til, bytte til, bytter bank, bytter operatør, bytte operatør, bytter leverandør, sier opp, si opp, sagt opp, melder meg ut, melde meg ut, aldri mer, aldri igjen, handler aldri, handler ikke mer, går til konkurrent*, konkurrenten i stedet, forlater dere,
    siste gang, kommer ikke tilbake, kommer ikke igjen, kommer aldri tilbake, mistet en kunde, tapt en kunde, finner et annet sted, handler et annet sted, velger en annen`,
  legalRisk:
    'anmelde dere, anmelder dere, anmeldt, politianmeld*, saksøk*, advokat*, jurist*, forbrukerrådet, forbrukertilsynet, forbrukerklageutvalget, ulovlig*, lovbrudd, diskriminer*, datatilsynet, gdpr, erstatning*, bedrageri*, kjøpsloven, forbrukerkjøpsloven, inkasso*, trakasser*, rasist*, søksmål*',
  safetyRisk:
    'farlig, farlige, fare, skled, falt, glatt gulv, glatte gulv, skadet meg, slo meg, brakk, brann, brant, brannfare, røyk, matforgift*, spydde, kastet opp, allergi*, støt, elektrisk støt, glassbit*, glasskår, metallbit*, utgått dato, gått ut på dato, utgått, mugg, muggen, rotte, rotter, kakerlakk*, ambulanse*, ulykke*, trusler, truet, truende, utrygg*, nødutgang*, blokkert nødutgang, klemte, kvalt, lekker, lekket, smitte*',
  emotions: {
    joy: 'glad, glade, lykkelig*, gøy, morsom*, herlig*, elsker, fantastisk*, nyt*, fornøyd, fornøyde, kjempefornøyd*, hyggelig*, koselig*, strålende, smilende',
    trust:
      'trygg, trygt, trygge, stoler på, stole på, pålitelig*, tillit, ærlig*, seriøs*, anbefal*, lojal*, profesjonell*, kompetent*, kunnskapsrik*',
    surprise: 'overrask*, forbaus*, uventet, sjokk*, plutselig, forbløff*, wow',
    sadness: 'lei meg, trist, skuffe*, skuffa, dessverre, sørgelig*, synd, savner, kjipt',
    anger:
      'sint, sinte, rasende, forbanna*, irriter*, skandale*, uforskammet*, sur, sure, opprørt*, frustrer*, lei av, arrogant*, hater, krenk*, skammelig*, faen, jævla, dritt',
    fear: 'redd, bekymr*, utrygg*, skremm*, farlig*, angst, nervøs*, truende, ubehagelig*, skummel*',
    disgust:
      'ekkel*, ekle, ekkelt, motbydelig*, skitten*, skitne, møkkete, stank, stinker, lukter vondt, luktet, muggen, mugg, uhygienisk*, kvalm*',
  },
  stopWords: `og at det som en på er av for med den til jeg i ikke har om så var vi man de et fra men kan når meg dere min mitt mine også ved eller hos etter nå her der da bare han hun seg ble blir få fikk får ha hadde hvordan mer mye ut opp inn jo over under skal skulle vil dem denne dette disse alle alt enn vel være vært noen noe deres din ditt sin sitt sine hele samt fordi igjen allerede siden deg oss måtte gjør gjøre gjorde kommer kom finnes synes litt alltid hva hvorfor aldri ingen kun hvis veldig`,
  abbreviations:
    'bl.a, f.eks, osv, m.m, m.fl, dvs, ca, kl, nr, tlf, mvh, etc, pga, p.g.a, evt, inkl, ekskl, hhv, kr, stk',
};
