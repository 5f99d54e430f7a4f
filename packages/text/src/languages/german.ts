import type { LanguagePack } from './language-pack.ts';

export const german: LanguagePack = {
  code: 'de',
  stemmer: 'german',
  opinions: [
    [
      1,
      'kann nicht klagen, kann man nicht meckern, nichts zu meckern, nichts zu beanstanden, könnte nicht besser sein, kann nicht besser sein, konnte nicht besser sein, kann nicht genug, kann nicht aufhören, konnte nicht aufhören, kann nichts falsch machen',
    ],
    [
      1,
      `fantastisch*, perfekt*, hervorragend*, ausgezeichnet*, großartig*, grossartig*, wunderbar*, toll*, super, beste, besten, bester, bestes, am besten, liebe es, ich liebe, spitze, spitzen*, spitzenmäßig*, exzellent*, einwandfrei*, erstklassig*, genial*, klasse, traumhaft*, sensationell*, begeister*, tadellos*, top, bestens, unschlagbar*, überragend*, sehr gut*, hammer, mega`,
    ],
    [
      0.7,
      `musste nicht warten, mussten nicht warten, musste nie warten, ohne zu warten, ohne warten, kein warten, keine schäden, ohne schäden, kein kratzer, ohne theater, ohne probleme, ohne schwierigkeiten, problemlos, keine probleme, nie probleme, noch nie probleme, alles gefunden, alles was ich brauchte, wie es soll, wie es sein soll, wie versprochen, genau wie versprochen, früher als versprochen, früher als angekündigt, komme wieder, kommen wieder, komme gerne wieder, kommen gerne wieder, auf jeden fall wieder, gerettet, lieb, so lieb, nahm sich zeit, sich zeit genommen, zeit genommen, zugehört, zurückgerufen, rief zurück, mir geholfen, uns geholfen, sofort geholfen, weitergeholfen, gut beraten, gut aufgenommen, über erwarten, besser als erwartet, schneller als gedacht, schneller als erwartet, nichts auszusetzen, nicht teuer, gar nicht teuer, gar nicht so teuer, nicht so teuer, im griff, schneller, einfacher, billiger, günstiger, niedriger, am selben tag, leicht zu finden, beruhigend, gut gelaunt, reibungslos,
      gut, gute, guter, gutes, guten, gutem, zufrieden*, freundlich*, hilfsbereit*, nett, nette, netten, netter, nettes, höflich*, professionell*, kompetent*, schön*, empfehl*, schnell*, zügig*, effizient*, einfach, unkompliziert*, günstig*, preiswert*, zuverlässig*, großzügig*, beeindruck*, genieß*, genoss*, lecker*, frisch, frische, frisches, gemütlich*, bequem*, angenehm*, dankbar*, reibungslos*, aufmerksam*, zuvorkommend*, herzlich*, liebevoll*, engagiert*, gefällt, gefiel, gerne wieder, immer wieder, weiter so, positiv*, besser, freue*, froh, lob, fair, faire, hochwertig*, große auswahl, sympathisch*, gepflegt*, fachkundig*, kulant*, problemlos*`,
    ],
    [
      0.4,
      `ok, okay, in ordnung, funktioniert, funktionierte, klappt, klappte, ordentlich*, angemessen*, vernünftig*, klar, danke, vielen dank, sauber*, kostenlos*, pünktlich*, rechtzeitig*, leicht, niedrige preise, gelöst, verbessert, willkommen, flexibel, flexible, übersichtlich*, ruhig*, nützlich*, solide*, passt`,
    ],
    [
      -0.4,
      `leider, mittelmäßig*, naja, na ja, fehlt, fehlen, fehlte, fehlten, teuer, teure, teuren, teurer, langsam*, umständlich*, kompliziert*, verwirrend*, unübersichtlich*, unordentlich*, chaotisch*, unklar*, eng, überfüllt*, ausverkauft*, vergriffen*, spät, verspätet*, verspätung*, verzöger*, lange wartezeit*, lange schlange*, lange warten, lange gewartet, gewartet, warten, zu lange, hohe preise, hoher preis, zu wenig*, zu klein, zu hoch, zu viel, zu teuer, schlechter, verschlechter*, problem*, langweilig*, leer, leere, leeren, schwierig*, schwer, begrenzt*, kalt, kalte, kaltes, lauwarm*, laut, unpersönlich*, fehlerhaft*, abgestürzt, stürzt, absturz, negativ*, schade, wünsche mir, durchschnittlich*, mühsam*, nervig*`,
    ],
    [
      -0.7,
      `verschwende nicht, verschwendet nicht, verschwenden sie nicht, fiel aus, ausgefallen, fällt aus, fallen aus, gestrichen, ohne vorwarnung, ohne ankündigung, ohne erklärung, ohne ein wort, gestiegen, zu stark gestiegen, abgelaufen, erhöht, preiserhöhung*, versteckte kosten, versteckte gebühren, geseufzt, seufzte, angeschnauzt, tropft, undicht, roch schlecht, klebrig*, voller flecken, fleckig*, faulig*, verfault*, matschig*, chaos, warte noch immer, warte immer noch, noch immer nicht, immer noch nicht, immer noch kein*, nicht erhalten, nie erhalten, nie gehört, stürzt ab, hängt sich auf, friert ein, meldet mich ab, abgemeldet, rausgeworfen, weiterverbunden, hin und her, von einem zum anderen, betteln, hinterherlaufen, kaputtgegangen, ging kaputt, funktioniert nicht mehr, stimmt nicht, stimmte nicht, doppelt abgebucht, zweimal abgebucht, verloren gegangen, verlorengegangen, verschwunden, zerkratzt, verbeult, zerdrückt, zum dritten mal, zum vierten mal, dritte mal, mehr erwartet, besseres erwartet, mehr erhofft, lässt zu wünschen übrig, ließ zu wünschen übrig, unverrichteter dinge, wieder gegangen, sucht ewig, ewig suchen, ewig warten, keinen interessiert, niemanden interessiert, hatte es eilig, hat drei wochen gedauert, wochen gedauert, wochenlang, niemand kam, niemand da, angestanden, rutschig, voller müll,
      schlecht*, unzufrieden*, enttäusch*, unfreundlich*, unhöflich*, unprofessionell*, inkompetent*, ahnungslos*, kaputt*, defekt*, beschädigt*, falsch*, fehler, schmutzig*, dreckig*, dreck, beschwer*, ärger*, verärger*, wütend*, genervt, nervt, frustrier*, schimmel*, verdorben*, faul, faule, unzuverlässig*, ignorier*, schlampig*, vermeiden, bereue*, betrogen, hoffnungslos*, unverschämt*, überteuert*, keine antwort, keine hilfe, nie wieder, nie angekommen, nicht angekommen, verloren, unsicher*, nutzlos*, unbrauchbar*, verschwend*, versag*, weiger*, arrogant*, frech, freche, abzocke*, storniert, mangelhaft*, ungenügend*, lieblos*, unmöglich*, geht gar nicht, ungepflegt*`,
    ],
    [
      -1,
      `schrecklich*, furchtbar*, katastroph*, grauenhaft*, grauenvoll*, entsetzlich*, miserabel*, miserable*, schlechteste*, schlimmste*, wertlos*, skandal*, ekelhaft*, eklig*, hasse, beschämend*, betrug*, betrüger*, unterirdisch*, unter aller sau, unter aller kritik, scheiß*, scheiss*, mist, inakzeptabel*, alptraum*, albtraum*, beleidig*, lächerlich*, frechheit*, unverschämtheit*, abartig*, peinlich*, saftladen, horror*`,
    ],
  ],
  negators:
    'nicht, kein, keine, keinen, keiner, keinem, keinerlei, nie, niemals, kaum, ohne, weder, nichts, nirgends, niemand',
  notOnly: 'nicht nur, nicht bloß, nicht bloss, nicht allein',
  intensifiers:
    'sehr, wirklich, extrem, so, super, unglaublich, absolut, total, völlig, immer, äußerst, besonders, richtig, echt, ausgesprochen, zu, viel zu, mega, überaus',
  diminishers:
    'etwas, ein bisschen, bisschen, ziemlich, eher, manchmal, teilweise, relativ, vielleicht, fast, einigermaßen, recht, wenig',
  failures:
    'konnte nicht, konnten nicht, kann nicht, können nicht, geht nicht, ging nicht, antwortet nicht, antworten nicht, funktioniert nicht, funktionierte nicht, nie angekommen, nicht angekommen, kam nie, niemand konnte, bekam keine, bekam keinen, nicht möglich, keiner konnte',
  waits:
    'schlange, schlangen, *schlange, *schlangen, wartezeit*, lieferzeit*, antwortzeit*, bearbeitungszeit*',
  lengthy: 'lang, lange, langen, langer, langes, länger, ewig*, endlos*',
  brief: 'kurz, kurze, kurzen, kurzer, keine schlange, keine schlangen, keine wartezeit, keine wartezeiten',
  contrast:
    'aber, jedoch, allerdings, obwohl, dagegen, während, doch, trotz, trotzdem, abgesehen von, andererseits, nur, leider, außer, dafür, hingegen, dennoch',
  joining: 'und, sowie, oder, weil, denn',
  questions:
    'warum, wie, wann, wo, was, wer, welche, welcher, welches, können sie, könnt ihr, haben sie, habt ihr, gibt es, ist es, kann man, wieso, weshalb',
  requests:
    'bitte, könnten sie, können sie, könntet ihr, könnt ihr, würde gerne, würde mir wünschen, ich wünsche, wünsche mir, ich möchte, wäre schön, wäre gut, wäre toll, sollte, sollten, sie müssen, ihr müsst, mehr, vorschlag, anregung',
  wantsAnswer:
    'antworten sie, antworte mir, möchte eine antwort, erwarte eine antwort, kontaktieren sie mich, rufen sie mich, melden sie sich, meldet euch, bitte um rückruf, um rückmeldung, rückmeldung, rückruf, warte auf antwort, warte auf eine antwort, kann jemand anrufen, schreiben sie mir, bitte um antwort, wann bekomme ich, um antwort',
  threatToLeave: `wechsle zu, wechsel zu, wechseln zu, werde wechseln, wechsle den anbieter, anbieter wechseln, bank wechseln, wechsle die bank, kündige, kündigen, gekündigt, kündigung, nie wieder, kaufe nie, kaufe hier nicht mehr, kaufe nicht mehr, kaufen nicht mehr, komme nicht wieder, komme nicht mehr, kommen nicht wieder, nie mehr, letztes mal, das letzte mal, zur konkurrenz, konkurrenz gehen, kunden verloren, einen kunden weniger, gehe woanders, woanders einkaufen, woanders kaufen, verlasse euch`,
  legalRisk:
    'anzeige, anzeigen werde, verklag*, klage ein, klage einreichen, anwalt*, rechtsanwalt*, anwältin, gericht, gerichtlich, rechtlich*, rechtliche schritte, verbraucherzentrale*, verbraucherschutz*, illegal*, gesetzwidrig*, rechtswidrig*, diskriminier*, datenschutz*, dsgvo, schadensersatz*, schadenersatz*, betrug, inkasso*, polizei*, belästig*, rassis*, ombudsmann*, schlichtungsstelle*',
  safetyRisk:
    'gefährlich*, gefahr, ausgerutscht, rutschig*, verletzt*, verletzung*, gestürzt, gebrochen, brand, gebrannt, brandgefahr, rauch, lebensmittelvergift*, erbrochen, übergeben müssen, allergi*, stromschlag*, glassplitter*, glasscherbe*, metallsplitter*, metallteil*, abgelaufen*, verfallsdatum, schimmel*, ratte, ratten, mäuse, kakerlake*, krankenwagen*, rettungswagen*, unfall*, bedroht*, drohung*, bedrohlich*, unsicher gefühlt, notausgang*, fluchtweg*, erstickt, verschluckt, gasleck, angesteckt, ansteck*',
  emotions: {
    joy: 'glücklich*, freude*, freue*, froh, liebe, begeister*, genieß*, spaß, wunderbar*, toll*, fantastisch*, zufrieden*, gemütlich*, lächel*',
    trust:
      'vertrau*, zuverlässig*, ehrlich*, sicher gefühlt, gut aufgehoben, seriös*, treu, empfehl*, kompetent*, professionell*, verlass*',
    surprise: 'überrasch*, unerwartet*, schock*, plötzlich*, erstaun*, verblüff*, wow, unfassbar*',
    sadness: 'traurig*, enttäusch*, leider, schade, bedauer*, vermisse',
    anger:
      'wütend*, sauer, verärger*, ärger*, nervt, genervt, nervig*, frustrier*, unverschämt*, frechheit*, empör*, skandal*, hasse, beleidig*, satt, verdammt*, scheiß*',
    fear: 'angst, ängst*, sorge*, besorgt*, unsicher*, gefährlich*, nervös*, bedrohlich*, beunruhig*, unheimlich*',
    disgust:
      'ekel*, eklig*, widerlich*, dreckig*, schmutzig*, stinkt, stank, gestank, gestunken, schimmel*, unhygienisch*, abartig*, verdorben*',
  },
  stopWords: `war und der die das ist ich nicht zu in es mit ein eine den von für war auf sie wir hat auch sich dem des so man als wie bei aber an im nur noch haben wird nach oder mein meine meiner einen einem einer ihr ihre aus am um wenn dass daß kann werden wurde sind waren habe hatte mir mich uns euch euer eure bin sehr schon mehr immer da dann hier alles alle was durch bis zum zur vom ja nein doch über unter vor keine kein sein seine ihn ihnen diese dieser dieses wieder weil leider`,
  abbreviations:
    'z.b, u.a, usw, bzw, ca, d.h, etc, evtl, ggf, inkl, nr, tel, str, uvm, u.s.w, mfg, dr, hr, fr, bspw, z.t, vgl, zzgl',
};
