import type { LanguagePack } from './language-pack.ts';

export const finnish: LanguagePack = {
  code: 'fi',
  stemmer: 'finnish',
  opinions: [
    [
      1,
      'ei valittamista, ei moitittavaa, ei voi valittaa, ei voi moittia, ei voinut olla parempi, ei voi olla parempi, ei voi kuin kiittää, ei voi kuin kehua, ei voi lopettaa, ei voi mennä vikaan',
    ],
    [
      1,
      `erinomai*, loistav*, mahtav*, täydelli*, upea*, ihana*, paras, parasta, parhaa*, parhain*, rakastan, rakastin, huippu*, fantasti*, loisto*, uskomattoman hyvä*, ensiluokkai*, erittäin hyvä*, todella hyvä*, superhyvä*, moitteeto*, moitteettom*, kiitettäv*, verraton*, verrattom*, tosi hyvä*, tosi tyytyväi*, erittäin tyytyväi*, timantti*, nappi*`,
    ],
    [
      0.7,
      `ei tarvinnut odottaa, ei tarvitse odottaa, ei joutunut odottamaan, ilman odottelua, ei odottelua, ei vaurioita, ei ollut vaurioita, ilman vaurioita, ilman säätöä, ilman säätämistä, ilman ongelmia, ei ongelmia, ei ole koskaan ollut ongelmia, ei koskaan ongelmia, löysin kaiken, löytyi kaikki, kaiken tarvitsemani, niin kuin pitää, kuten pitääkin, kuten luvattiin, niin kuin luvattiin, luvattua aiemmin, tulen uudestaan, tulen toistekin, tulemme toistekin, tulen varmasti, asioin mielelläni, pelasti, pelastitte, kuunteli, antoi aikaa, soitti takaisin, soittivat takaisin, auttoi, auttoivat, autettiin, otettiin hyvin vastaan, yli odotusten, odotettua parempi, odotettua nopeam*, ei mitään moitittavaa, ei moittimista, ei valittamisen aihetta, ei kallista, ei kallis, ei lainkaan kallis*, ei lainkaan niin kallis*, ei yhtään kallis*, nopeampi, nopeammin, helpompi, helpommin, halvempi, halvempaa, halvempia, samana päivänä, helppo löytää, on saatu kuntoon, saatiin kuntoon, toimi hienosti, hieno*, hienosti, kätevä*, kätevästi, rento*, lämmin vastaanotto, yllätyin iloisesti, kiitän, kehut, kehun, plussaa,
      hyvä*, hyvi*, hyvin, tyytyväi*, ystävälli*, avulia*, mukav*, kiva, kivaa, kivat, kivasti, kivan, ammattitaitoi*, ammattimai*, asiantuntev*, asiantunteva*, kaunis*, kaunii*, suosittel*, nopea*, nopeasti, helppo*, helposti, edulli*, halpa*, halvat, halvalla, luotettav*, iloi*, siisti*, tuore*, raikas, raikkaa*, herkulli*, maukas, maukka*, viihtyis*, miellyttäv*, palvelualti*, kiitolli*, joustav*, tehoka*, tehokka*,
      palveluhenki*, laaja valikoima, laadukas, laadukka*, pidän, pidin, tykkään, tykkäsin, positiivi*, parempi, parempaa, parantunut, sujuv*, toimiv*, reilu*, osaav*, hymyilev*, kohtelia*, vaivato*, vaivatto*, asiallinen, selkeä, selkeät, selkeästi, yllätti positiivisesti, huomaavai*`,
    ],
    [
      0.4,
      `ok, ihan ok, toimii, toimi, toimivat, kohtuulli*, sopiv*, kiitos, kiitokset, puhdas, puhtaa*, ilmai*, ajoissa, ajallaan, rauhalli*, edulliset hinnat, ratkais*, tervetull*, kunnossa, riittäv*`,
    ],
    [
      -0.4,
      `valitettavasti, harmi*, puuttu*, puute, puutteit*, kallis, kallii*, kalli*, hidas, hitaa*, hitaasti, hankala*, vaikea*, sekav*, sekaisin, ahdas, ahta*, loppu, lopussa, loppuunmyy*, myöhäss*, myöhästy*, viivästy*, kauan, pitkä jono, pitkät jonot, pitkään, jonottaa, jonotin, odottaa, odotin, odottelu*, kestää, kesti, liian, huonompi, huonontunut, huonontui, ongelm*, tylsä*, tyhj*, suppea*, rajalli*, kylmä*, haalea*, kaatui*, kaatuu, jumi*, negatiivi*, epäselv*, meluisa*, vähän huono*, korkeat hinnat, korkea hinta, toivoisin, bugi*, pettynyt hieman`,
    ],
    [
      -0.7,
      `älä tuhlaa, älkää tuhlatko, peruttiin, peruttu, peruutettiin, perui, varoittamatta, ilman varoitusta, selittelemättä, nousseet, nousi taas, nostettu, nostetaan, nostettiin, vanhentun*, piilokulu*, huokai*, tiuski*, tiuskaisi, vuosi, haisi, haisee, löyhk*, tahmea*, tahmai*, tahrai*, pilkkuja, mätä, mädänty*, kaaos*, odotan edelleen, odotan yhä, odotan vieläkin, edelleen ei, vieläkään ei, en ole saanut, ei ole saatu, ei kuulunut, ei ole kuulunut mitään, nurin, alhaalla koko, kaatuilee, jäätyy, jäätyi, kirjaa minut ulos, kirjaa ulos, heittää ulos, heitti ulos, pompotellaan, pompotel*, pallotel*, ruinata, ruinaa, inttää, meni rikki, lakkasi toimimasta, ei täsmää, ei täsmännyt, ei pidä paikkaansa, veloitettiin kahdesti, kaksi kertaa sama*, kateissa, hukassa, hukattu, naarmu*, lommo*, murskaantu*, kolmas kerta, neljäs kerta, jo kolmas, odotin enemmän, odotin parempaa, jättää toivomisen varaa, jätti toivomisen varaa, lähdin tyhjin käsin, lähdin pois, sai etsiä, saa etsiä, ketään ei kiinnosta, ketään kiinnosta, ei ketään kiinnosta, ei kiinnostanut, oli kiire, kesti viikko*, kesti kolme viikkoa, viikkoja, ei ollut ketään, oli avattu, liukas*, roskai*, roskia, likaista, sotkuista, kylmää, kylmänä,
      huono*, tyytymät*, pettyny*, pettymys*, pettym*, petyin, petyimme, epäystävälli*, töykeä*, epäkohtelia*, epäammattimai*, ylimieli*, välinpitämät*, osaamat*, rikki*, viallinen, vialli*, virhe*, väär*, likai*, sotkui*, valit*, vihai*, ärsyttä*, ärsytt*, turhautt*, turhautu*, homei*, home*, epäluotettav*, sivuutt*, vältä, kadun, kaduttaa, huijat*, huolimat*, vaurioit*, hukas*, kadon*, hävin*, kyllästy*, toivoto*, kohtuuto*, ei vastausta, ei koskaan tullut, ällött*, turvat*, hajo*, surkeahko, nihkeä*, tympeä*, tympe*, tökero*, nyrpeä*, pilaantun*, pilalla, joutui odottamaan, sai odottaa`,
    ],
    [
      -1,
      `kamala*, kauhea*, katastrof*, surke*, hirveä*, hirvittä*, arvoto*, huonoin*, huonointa, pahin*, skandaali*, järkyttä*, vihaan, häpeälli*, häpeä, huijau*, huijar*, petos*, ala-arvoi*, paska*, täysin kelvo*, kelvoto*, kelvotto*, painajai*, törkeä*, hävytö*, rosvo*, ryöstö*, ihan hirve*, säälittäv*`,
    ],
  ],
  negators:
    'ei, en, et, emme, ette, eivät, eikä, ilman, tuskin, älä, älkää, enkä, ettei, etten, ei koskaan, ei enää, mitään',
  notOnly: 'ei vain, ei pelkästään, ei ainoastaan, eivät vain, eikä vain, en vain, ei pelkkä',
  intensifiers:
    'todella, erittäin, tosi, hyvin, niin, aivan, täysin, super, äärimmäisen, aina, uskomattoman, oikein, kovin, älyttömän, järkyttävän',
  diminishers: 'melko, aika, hieman, vähän, jokseenkin, suhteellisen, joskus, osittain, ehkä, melkein, ihan',
  failures:
    'ei vastaa, ei vastattu, ei vastannut, ei toimi, ei toiminut, ei toimineet, ei voinut, ei voi, en voinut, en löytänyt, ei löytynyt, en löydä, ei löydy, en saanut, ei saanut, ei saa, ei saapunut, ei tullut, ei onnistu, ei onnistunut, en pystynyt, ei pysty',
  waits:
    'jono, jonot, jonoja, jonossa, jonon, jonoa, jonoon, *jono, *jonot, odotusaika*, odotusaj*, toimitusaika*, toimitusaj*, vastausaika*, vastausaj*, käsittelyaika*, käsittelyaj*',
  lengthy: 'pitkä, pitkät, pitkiä, pitkää, pitkään, ylipitk*, loputtom*',
  brief:
    'jonoa ei ollut, jonoja ei ollut, ei jonoa, ei ollut jonoa, ei jonoja, ei ollut jonoja, ei tarvinnut jonottaa, ei joutunut jonottamaan, lyhyt, lyhyet, lyhyitä, ei jonoa, ei jonoja, ei odotusaikaa',
  contrast:
    'mutta, kuitenkin, vaikka, sen sijaan, tosin, paitsi, toisaalta, silti, harmi että, valitettavasti, kun taas',
  joining: 'ja, sekä, tai, joten, koska',
  questions:
    'miksi, miten, milloin, missä, mitä, kuka, mikä, mitkä, voitteko, onko, voiko, saako, koska, mistä, mihin, kuinka',
  requests:
    'voisitteko, voitteko, toivoisin, toivon, toivomme, toivottavasti, olisi kiva, olisi hyvä, pitäisi, haluaisin, haluan, lisää, enemmän, ehdotus, ehdotan, pyydän, ottakaa, lisätkää, hankkikaa, voisi olla',
  wantsAnswer:
    'vastatkaa, haluan vastauksen, ottakaa yhteyttä, soittakaa, odotan vastausta, odotan yhteydenottoa, voitteko soittaa, voiko joku soittaa, ottaisitteko yhteyttä, palatkaa asiaan, milloin saan, pyydän vastausta, yhteydenottoa',
  threatToLeave: `vaihdan, vaihtaa pankkia, vaihtaa operaattoria, vaihdamme, irtisanon, irtisanoa, irtisanoin, peruutan tilauk*, en enää koskaan, ei enää koskaan, en asioi enää, en osta enää, en tule enää, en tule toiste, viimeinen kerta, viimeisen kerran, siirryn kilpailij*, kilpailijalle, kilpailijalta, menetitte asiakkaan, asiakas menetetty, lopetan asiakkuu*, lopetan jäsenyy*, ostan muualta, menen muualle, asioin muualla`,
  legalRisk:
    'rikosilmoitu*, poliisi*, haast*, oikeuteen, lakimie*, asianajaj*, juristi*, kuluttajariitalautakun*, kuluttajaviranomai*, kuluttajaneuvon*, kuluttajansuoja*, kkv, laiton*, laitto*, lainvast*, syrji*, tietosuojavaltuutet*, gdpr, vahingonkorvau*, petos*, perintä*, häirin*, rasis*',
  safetyRisk:
    'vaaralli*, vaara, vaaran, liukastu*, liukas lattia, liukkaa*, kaaduin, kaatui lattialle, loukkaan*, satutin, murtu*, tulipalo*, palovaar*, syttyi, savu*, ruokamyrkyty*, oksens*, allergi*, sähköisku*, lasinsiru*, lasinpala*, metallinpala*, vanhentunut, vanhentunee*, päiväys umpeutu*, homeessa, homeista, rotta, rottia, torakka, torakoita, ambulanss*, onnettomuu*, uhka*, uhkail*, turvaton*, turvatto*, hätäuloskäyn*, hätäpoistumis*, tukehtu*, vuotaa, vuosi verta, tartun*',
  emotions: {
    joy: 'iloi*, onnelli*, hauska*, ihana*, rakastan, mahtav*, nauti*, tyytyväi*, kiva, kivaa, mukav*, hymy*, huippu*',
    trust:
      'turvalli*, luotan, luottaa, luotettav*, luottamu*, rehelli*, suosittel*, uskolli*, ammattitaitoi*, asiantuntev*, ammattimai*',
    surprise: 'yllät*, yllättä*, odottamat*, järkyt*, yhtäkkiä, hämmästy*, ihmetel*, wow, vau',
    sadness: 'surulli*, pettyny*, pettym*, valitettavasti, harmi*, ikävä*, sääli',
    anger:
      'vihai*, raivo*, ärsyt*, suututt*, suutuin, törkeä*, skandaali*, röyhkeä*, turhautt*, turhautu*, kyllästy*, ylimieli*, vihaan, häpeälli*, perkele, saatana, vittu*',
    fear: 'pelkä*, pelottav*, pelott*, huolissa*, huoles*, turvaton*, turvatto*, vaaralli*, ahdist*, hermostu*, uhkaav*',
    disgust:
      'ällött*, inhott*, inhottav*, kuvott*, likai*, haise*, haisi*, haju*, löyhkä*, homei*, epähygieeni*, saastai*',
  },
  stopWords: `ja on että ei se en oli olen ovat olla ole ollut mutta kun niin kuin tai jos hän he me te minä sinä minun minulle mun mulle teidän teillä meille meidän heidän tämä tuo nämä ne sen siitä siinä sitä joka jotka jossa jota myös vain jo nyt sitten vielä aina vähän tosi todella ihan sekä eli koska mitä mikä missä miten kaikki kaikkea joku jokin jotain muu muuta muut kanssa kautta mukaan ennen jälkeen asti saan saa sai saada pitää piti voi voisi voin tuli tulee tulla ollaan olisi eikä emme ette eivät tässä täällä siellä kuitenkin enää hyvin erittäin itse yksi kaksi`,
  abbreviations: 'esim, mm, jne, yms, ym, ns, klo, nro, puh, n, eur, kpl, ko, tms, terv, t',
};
