import type { LanguagePack } from './language-pack.ts';

export const dutch: LanguagePack = {
  code: 'nl',
  stemmer: 'dutch',
  opinions: [
    [
      1,
      `uitstekend*, perfect*, fantastisch*, geweldig*, ongelooflijk*, ongelofelijk*, beste, best, hou van, houd van, dol op, uitzonderlijk*, onberispelijk*, spectaculair*, sensationeel*, prachtig*, schitterend*, geniaal, geniale, fabelachtig*, buitengewoon*, super, top, voortreffelijk*, heerlijk*, verrukkelijk*, fenomenaal*, briljant*, super goed, zeer goed, heel goed, subliem*, magnifiek*, uitmuntend*, toppie, fantastische`,
    ],
    [
      0.7,
      `goed, goede, tevreden, blij, gelukkig, vriendelijk*, aardig*, beleefd*, behulpzaam, behulpzame, professioneel, professionele, deskundig*, bekwaam, mooi, mooie, mooiste, aanbevelen, aanbeveling, aanrader, raad aan, raad het aan, snel, snelle, sneller, efficiënt*, gemakkelijk*, makkelijk*, eenvoudig*, goedkoop, goedkope, betrouwbaar*, leuk, leuke, lekker, lekkere, aangenaam, aangename, prettig*, comfortabel*, vers, verse, positief, positieve, gastvrij*, gezellig*, charmant*, genereus, gul, indrukwekkend*, onder de indruk, interessant*, grappig*, nuttig*, genoten, genieten, geniet, dank, dankbaar, de moeite waard, duidelijk*, betaalbaar*, prijs-kwaliteit, luxe, elegant*, ruim, ruime, geholpen, krachtig*, lichtgewicht, lief, lieve, attent*, smakelijk*, fijn, fijne, beter, plezier, waardevol*, boeiend*, helder*, geslaagd*`,
    ],
    [
      0.4,
      `ok, oké, prima, correct*, werkt, werken goed, werkte, normaal, redelijk*, schoon, schone, gratis, voldoende, opgelost, degelijk*, praktisch*, centraal, dichtbij, rustig*, stil, stille, duurzaam, compleet, op tijd, handig*, bedankt, netjes, nette`,
    ],
    [
      -0.4,
      `helaas, jammer, mist, ontbreekt, ontbreken, ontbrak, gebrek, duur, dure, duurder, traag, trage, langzaam, langzame, laat, te laat, vertraging*, ingewikkeld*, verwarrend*, wachten, gewacht, wachttijd*, rij, rijen, klein, kleine, moeilijk*, probleem, problemen, saai, saaie, leeg, lege, beperkt*, koud, koude, lawaai*, luidruchtig*, middelmatig*, matig*, gemiddeld*, zwaar, zware, kan beter, kon beter, oud, oude, verouderd*, te, smakeloos, smakeloze, flauw, oncomfortabel*, rommelig*, vervelend*, overdreven, onvoldoende, weinig, versleten, druk, overschat*, krap, krappe, donker, lastig*, mwah`,
    ],
    [
      -0.7,
      `slecht, slechte, slechter, ontevreden, teleurgesteld*, teleurstell*, teleurstelling, onbeleefd*, onvriendelijk*, onbeschoft*, onprofessioneel, onprofessionele, incompetent*, kapot, kapotte, defect*, gebroken, beschadigd*, verkeerd*, fout, fouten, foute, vies, vieze, vuil, vuile, smerig*, klacht*, klagen, boos, boze, irritant*, frustrer*, werkt niet, vermijd*, vermijden, nutteloos, nutteloze, opgelicht, verloren, geannuleerd, onaangenaam*, gefaald, faalt, falen, crasht, vastloopt, bug, bugs, verbrand*, rauw, ranzig*, stinkt, stonk, stank, spijt, erger, onmogelijk*, arrogant*, zonde, tijdverspilling, verspilling, oneetbaar, onbetrouwbaar*, ongeïnteresseerd*`,
    ],
    [
      -1,
      `vreselijk*, verschrikkelijk*, afschuwelijk*, afgrijselijk*, walgelijk*, slechtste, ergste, waardeloos, waardeloze, afval, schande, schandalig*, fraude, oplichting, oplichter*, diefstal, haat, onaanvaardbaar*, onacceptabel*, rampzalig*, ramp, belachelijk*, rotzooi, bagger, shit, nachtmerrie*, verachtelijk*, hopeloos, hopeloze, drama, dramatisch*, beroerd*, om te huilen, belabberd*, troep`,
    ],
  ],
  negators: 'niet, geen, nooit, zonder, noch, niets, niemand, nergens, nauwelijks, amper, niks',
  notOnly: 'niet alleen, niet enkel, niet slechts',
  intensifiers:
    'zeer, heel, erg, echt, extreem, zo, super, ongelooflijk, absoluut, totaal, volledig, altijd, bijzonder, enorm, ontzettend, helemaal',
  diminishers:
    'een beetje, beetje, enigszins, vrij, redelijk, soms, gedeeltelijk, relatief, misschien, bijna, wat',
  failures:
    'kon niet, konden niet, kan niet, werkt niet, werkte niet, antwoordt niet, nooit aangekomen, nooit gekomen, niet mogelijk, niemand kon',
  waits: 'rij, rijen, wachtrij*, wachttijd*, levertijd*, *wachtrij',
  lengthy: 'lang, lange, eindeloos, eindeloze',
  brief: 'kort, korte',
  contrast:
    'maar, echter, hoewel, ondanks, behalve, terwijl, daarentegen, toch, anderzijds, ofschoon, alhoewel, desondanks',
  joining: 'en, of, dus, want, omdat',
  questions: 'waarom, hoe, wanneer, waar, wat, wie, welke, welk, kunt u, kunnen jullie, is er, kan men',
  requests:
    'alstublieft, aub, graag, zou graag, kunt u, kunnen jullie, zouden moeten, zou moeten, ik wil, ik wens, suggestie, voorstel, het zou fijn zijn',
  wantsAnswer:
    'antwoord mij, wil antwoord, wacht op antwoord, neem contact, bel mij, bel me, terugbellen, laat me weten, wanneer krijg ik, graag een reactie, graag antwoord',
  threatToLeave:
    'nooit meer, kom niet terug, komen niet terug, koop niet meer, bestel niet meer, laatste keer, klant kwijt, overstappen, stap over, opzeggen, zeg op, opgezegd, concurrent*, ga ergens anders',
  legalRisk:
    'aangifte, aanklagen, advocaat*, rechtbank, rechtszaak*, juridisch*, illegaal*, consumentenbond, politie, fraude, discrimin*, avg, gdpr, privacy, schadevergoeding*, geschillencommissie, incasso*, racis*, intimidatie',
  safetyRisk:
    'gevaar, gevaarlijk*, brand, rook, brandwond*, uitgegleden, gewond*, verwond*, allergi*, voedselvergiftiging, ziek geworden, over datum, schimmel*, rat, ratten, muizen, kakkerlak*, ambulance*, ongeluk, ongeval*, bedreig*, gaslek, elektrische schok, glasscherv*, nooduitgang*',
  emotions: {
    joy: 'blij, gelukkig, genoten, genieten, plezier, geweldig*, heerlijk*, leuk, leuke, tevreden',
    trust: 'vertrouw*, betrouwbaar*, eerlijk*, veilig, aanrader, aanbevelen, deskundig*',
    surprise: 'verras*, verbaas*, onverwacht*, plotseling, geschokt, wow',
    sadness: 'verdrietig*, teleurgesteld*, helaas, jammer, triest*, treurig*',
    anger: 'boos, boze, woedend*, irrit*, frustr*, schandalig*, belachelijk*, haat, ergernis, beledig*',
    fear: 'bang, angst*, bezorgd*, onveilig*, gevaarlijk*, zenuwachtig*, bedreig*',
    disgust: 'walg*, vies, vieze, smerig*, stinkt, stonk, stank, schimmel*',
  },
  stopWords: `de het een en of van in op is was zijn waren er dat die dit deze voor met niet te aan als bij ook om ik je jij u hij zij ze we wij jullie mijn uw ons onze hun haar hem wat wie waar maar nog dan al zo door over uit naar heeft had hebben heb kan kunnen wordt werd worden geen meer veel heel zeer na tot tijdens omdat want toen nu hier daar alle alles`,
  abbreviations: 'bijv, enz, o.a, d.w.z, dhr, mevr, nr, tel, ca, m.b.t, i.p.v, a.u.b',
};
