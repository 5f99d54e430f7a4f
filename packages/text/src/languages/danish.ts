import type { LanguagePack } from './language-pack.ts';

export const danish: LanguagePack = {
  code: 'da',
  stemmer: 'danish',
  opinions: [
    [
      1,
      'kan ikke klage, kunne ikke klage, intet at klage over, ikke noget at klage over, kunne ikke være bedre, kan ikke blive bedre, kunne ikke blive bedre, kunne ikke være mere tilfreds, kan ikke takke nok, kan ikke stoppe, kunne ikke stoppe, kan ikke få nok, kan ikke undvære, kan ikke gå galt',
    ],
    [
      1,
      `fantastisk*, perfekt*, suveræn*, enestående, bedst, bedste, super, superfin*, supergod*, kanon, kanongod*, topklasse, i top, fremragende, elsker, elskede, strålende, virkelig god, upåklagelig*, mega god*, megagod*, uovertruffen*, førsteklasses,
      fejlfri*, top professionel*, virkelig godt, utrolig god*, vidunderlig*, genial*, skøn, skønt, skønne, top tilfreds, yderst tilfreds, helt i top, exceptionel*`,
    ],
    [
      0.7,
      `behøvede ikke at vente, slap for at vente, uden at vente, ingen venten, ingen skader, uden skader, ikke en ridse, uden bøvl, uden problemer, uden besvær, ingen problemer, aldrig problemer, aldrig haft problemer, fandt alt, alt hvad jeg skulle bruge, som det skulle, som lovet, præcis som lovet, før lovet, kommer igen, kommer tilbage, vender tilbage, handler gerne, reddede, gav sig tid, tog sig tid, lyttede, ringede tilbage, ringede op, hjalp mig, hjalp os, hjalp til, taget godt imod, over forventning, bedre end ventet, intet at udsætte, ikke noget at udsætte, ikke dyrt, ikke så dyrt, slet ikke dyrt, slet ikke så dyrt, styr på, hurtigere, nemmere, billigere, samme dag, let at finde, nem at finde, problemfrit, god betjening,
      god, godt, gode, tilfreds, tilfredse, flink, flinke, hjælpsom*, venlig*, dygtig*, dejlig*, professionel*, kompetent*, smuk*, fin, fint, fine, anbefal*, imødekommende, rar, rart, rare, sød, søde, sødt, glad, glade, smilende, hurtig, hurtigt, hurtige, effektiv*,
      nem, nemt, nemme, billig*, pålidelig*, generøs*, imponer*, lækker*, frisk, friske, hyggelig*, behagelig*, serviceminded, taknemmelig*, vidende, opmærksom*, fleksib*, prisvenlig*, velassorteret*, god service, god pris, gode priser, høj kvalitet, sjov*, kan lide, positiv*, bedre, smidig*, pæn, pænt, pæne`,
    ],
    [
      0.4,
      `ok, okay, virker, fungerer, fungerede, rimelig*, fair, tydelig*, tak, ren, rent, rene, stort udvalg, gratis, til tiden, let, lave priser, lav pris, løst, løste, overskuelig*, velkommen, behjælpelig*`,
    ],
    [
      -0.4,
      `desværre, tvivlsom*, mangler, manglede, mangel, dyr, dyrt, dyre, dyrere, langsom*, sløv*, besværlig*, bøvl*, rodet, rodede, roder, uoverskuelig*, utydelig*, trang*, udsolgt*, forsinket, forsinkede, forsinkelse*, sent, for sent, lang tid, lang kø, lange køer, lang ventetid,
      høje priser, høj pris, for lidt, for få, for lille, for høj*, for lang*, for dyr*, dårligere, værre, forringe*, problem*, kedelig*, tomme, tom, tomt, svært, svær, begrænset, kold, koldt, kolde, lunken*, ærgerlig*, negativ*, forvirr*, upersonlig*, ventede, skuffende lille, larm*, støj*, øv, ønsker`,
    ],
    [
      -0.7,
      `spild ikke, aflyst, blev aflyst, uden varsel, uden forklaring, steget, for gammel, for gammelt, over datoen, sat op, hævet prisen, skjulte gebyrer, sukkede, vrissede, utæt, lugter grimt, lugtede grimt, klistret, klistrede, fuld af pletter, plettet, rådden, råddent, rådne, kaos, kaotisk*, venter stadig, stadig ikke, stadig ingen, stadig intet, ikke fået, hørte aldrig, er nede, var nede, går ned, gik ned, fryser hele tiden, logger mig ud, logges ud, smidt af, stillet videre, frem og tilbage, rykke for, gik i stykker, gået i stykker, holdt op med at virke, passer ikke, passede ikke, stemmer ikke, to gange for, trukket to gange, blevet væk, bortkommet, ridset, bulet, knust, tredje gang, fjerde gang, havde forventet mere, forventede mere, havde håbet på mere, lever ikke op, lader noget tilbage at ønske, lader meget tilbage at ønske, måtte gå hjem, gik igen, lede længe, ingen interesserede sig, ligeglade, havde travlt, tog tre uger, tog flere uger, uger at få,
      dårlig*, utilfreds*, skuffe*, uvenlig*, uprofessionel*, ligeglad*, uhøflig*, arrogant*, inkompetent*, defekt*, ødelagt*, i stykker, fejl, forkert*, beskidt*, snavset*, klage*, sur, sure, vred, vrede, irriter*, frustrer*, muggen, mugne, upålidelig*, ignorer*, elendig, undgå, fortryder, snydt, snyd, sjusk*, skadet,
      træt af, håbløs*, urimelig*, intet svar, ingen hjælp, aldrig mere, aldrig igen, forsvundet, forsvandt, kom aldrig, ulækker*, utryg*, uforskammet*, måtte vente, nedern, dur ikke, virkede ikke, møgirriter*`,
    ],
    [
      -1,
      `forfærdelig*, frygtelig*, katastrof*, elendig*, værdiløs*, dårligst*, værste, skandale*, skandaløs*, rædsom*, rædselsfuld*, modbydelig*, hader, skammelig*, svindel, svindler*, bedrag*, under al kritik, lort, lorte*, møg*, uacceptab*, mareridt*, krænk*, fup, ekstremt dårlig*, til grin, pinlig*, røvere, tyveri`,
    ],
  ],
  negators: 'ingenting, ikke, aldrig, ingen, intet, ej, næppe, uden, hverken, ikke just, langtfra, knap',
  notOnly: 'ikke bare, ikke kun, ikke alene, ikke blot',
  intensifiers:
    'meget, virkelig, rigtig, så, super, ekstremt, utrolig, utroligt, helt, yderst, sindssygt, mega, vildt, altid, enormt, særdeles, ret så',
  diminishers: 'lidt, ganske, ret, noget, nogenlunde, forholdsvis, nogle gange, delvist, måske, næsten',
  failures:
    'kunne ikke, kan ikke, gik ikke, går ikke, svarer ikke, svarer aldrig, svarede ikke, svarede aldrig, kom aldrig, virker ikke, virkede ikke, fungerer ikke, får ingen, fik ingen, fik ikke, får ikke, kunne ingen, finder ikke, fandt ikke, ved intet, vidste intet, ingen svarer, ingen svarede, ikke muligt, for sent',
  waits:
    'kø, køer, køen, køerne, *kø, *køer, *køen, *køerne, ventetid*, leveringstid*, svartid*, sagsbehandlingstid*',
  lengthy: 'lang, langt, lange, kæmpelang*, uendelig*',
  brief: 'kort, korte, ingen kø, ingen ventetid',
  contrast:
    'men, dog, derimod, mens, selvom, selv om, på trods af, bortset fra, til gengæld, på den anden side, desværre',
  joining: 'og, samt, eller, så, fordi',
  questions:
    'hvorfor, hvordan, hvornår, hvor, hvad, hvem, hvilken, hvilket, hvilke, kan i, har i, findes der, er der, kan man',
  requests:
    'kan i, kunne i, vil gerne, ville gerne, jeg ønsker, ønsker mig, det ville være rart, det ville være godt, burde, bør, i skal, i må gerne, må gerne, gerne, flere, forslag, venligst, få fat i, hav flere, tag ind',
  wantsAnswer:
    'svar mig, vil have svar, vil gerne have svar, kontakt mig, ring til mig, ring mig, hører fra jer, vend tilbage, vende tilbage, venter på svar, kan nogen ringe, kan i ringe, kan i kontakte, skriv til mig, tilbagemelding, hvornår får jeg',
  threatToLeave: `skifter til, skifte til, skifter bank, skifter selskab, skifte selskab, skifter udbyder, opsiger, opsige, opsagt, melder mig ud, melde mig ud, aldrig mere, aldrig igen, handler aldrig, handler ikke mere, går til konkurrent*, konkurrenten i stedet,
    forlader jer, sidste gang, kommer ikke igen, kommer ikke tilbage, kommer aldrig tilbage, mistet en kunde, tabt en kunde, finder et andet sted, handler et andet sted, vælger en anden`,
  legalRisk:
    'anmelde, anmelder jer, anmeldt, politianmeld*, sagsøge*, sagsøger, advokat*, jurist*, forbrugerklagenævnet, forbrugerombudsmand*, forbrugerrådet, ulovlig*, lovbrud, diskriminer*, datatilsynet, gdpr, erstatning*, bedrageri*, købeloven, inkasso*, chikane*, racist*, retssag*',
  safetyRisk:
    'farlig, farligt, farlige, fare, gled, faldt, glat gulv, glatte gulve, kom til skade, skadet mig, slog mig, brækkede, brand, brændte, brandfare, røg ud, røgen, madforgift*, fødevareforgift*, opkast*, kastede op, allergi*, stød, elektrisk stød, glasskår, glasstykke*, metalstykke*, for gammel dato, overskredet dato, overskredet, udløbet, skimmel, mug, rotte, rotter, kakerlak*, ambulance*, ulykke*, trusler, truet, truede, truende, utryg*, nødudgang*, blokeret nødudgang, klemte, kvalt, lækker ud, smitte*',
  emotions: {
    joy: 'glad, glade, lykkelig*, sjov*, dejlig*, elsker, fantastisk*, nyd*, tilfreds, tilfredse, hyggelig*, skøn, skønt, skønne, strålende, smilende',
    trust:
      'tryg, trygt, trygge, stoler på, stole på, pålidelig*, tillid, ærlig*, seriøs*, anbefal*, loyal*, professionel*, kompetent*, vidende',
    surprise: 'overrask*, forbavs*, uventet, chok*, pludselig*, forbløff*, wow',
    sadness: 'ked af, trist, skuffe*, desværre, ærgerlig*, sørgelig*, synd, savner',
    anger:
      'vred, vrede, rasende, irriter*, skandale*, uforskammet*, sur, sure, oprørt*, frustrer*, træt af, arrogant*, hader, krænk*, skammelig*, fandeme, satans, lort',
    fear: 'bange, bekymr*, utryg*, skræmm*, farlig*, angst, nervøs*, truende, ubehagelig*, uhyggelig*',
    disgust:
      'ulækker*, klam, klamt, klamme, modbydelig*, beskidt*, snavset*, stank, stinker, lugter, lugtede, muggen, mug, uhygiejnisk*, vammel*',
  },
  stopWords: `og at det som en på er af for med den til jeg i ikke har om så var vi man de et fra men kan når mig jer min mit mine også ved eller hos efter nu her der da bare han hun sig blev bliver få fik får have havde hvordan mere meget ud op ind jo over under skal skulle vil dem denne dette disse alle alt end vel være været nogen noget nogle jeres din dit sin sit sine hele samt fordi igen allerede siden dig os måtte gør gøre gjorde kommer kom findes synes lidt altid hvad hvorfor aldrig ingen intet kun hvis`,
  abbreviations:
    'bl.a, f.eks, osv, m.m, m.fl, dvs, d.v.s, ca, kl, nr, tlf, mvh, etc, pga, p.g.a, evt, inkl, ekskl, hhv, kr, stk',
};
