// Finnish: the words around what is said.
import type { TongueSource } from '../tongue.ts';

export const frame: Omit<TongueSource, 'clauses' | 'staff'> = {
  code: 'fi',
  short: {
    good: ['(Hyvä|Loistava|Tosi hyvä|Mahtava|Täydellistä|Erinomaista|Kiva|Huippu)', 'Kaikki (hyvin|kunnossa|toimi)', 'Tyytyväinen!', '{d} (tyytyväinen|hyvä)', '👍', '(Hyvä|Mukava|Kiva) (kauppa|palvelu)', 'Erittäin tyytyväinen asiakas', 'Kiitos avusta!', 'Suosittelen( lämpimästi|)', 'Ei valittamista', 'Aina yhtä hyvä', 'Tulen mielelläni uudestaan'],
    middling: ['(Ok|Okei|Ihan ok|No joo|Ei hyvä eikä huono|Menettelee)', 'Toimii', 'Ei (sanottavaa|lisättävää)', 'Ei mitään erikoista', 'Voisi olla parempikin', 'Kuten ennenkin', 'No ihan (ok|jees)', 'En osaa sanoa'],
    bad: ['(Huono|Surkea|Katastrofi|Ala-arvoista|Ei hyvä|Hyi|Pettymys)', 'Ei koskaan (enää|uudestaan)', 'En ole tyytyväinen', '{d} (tyytymätön|pettynyt)', '👎', 'Viimeinen kerta', 'Ryhdistäytykää!', 'Pettynyt asiakas', 'En voi suositella'],
  },
  scenes: {
    store: ['(Kävin kaupassa|Piipahdin kaupassa|Olin ostoksilla){t}.', 'Piti ostaa vain {product}.', '(Ajoin kauppaan|Lähdin ostoksille) (koko perheen kanssa|töiden jälkeen|varta vasten).', 'Olen ollut asiakas (monta vuotta|avajaisista asti|pitkään).', '(Tulin|Olin paikalla) juuri ennen sulkemisaikaa.', 'Olin ostoksilla (kahden pienen lapsen kanssa|vanhan äitini kanssa|työkaverin kanssa){t}.', 'Pistäydyin lounastauolla.'],
    online: ['Tilasin netistä tuotteen {product}.', 'Ensimmäinen kerta, kun tilaan (teiltä netistä|verkkokaupastanne).', 'Tilasin (lahjan|useita tuotteita|tavaraa, summa {amount}){t}.', 'Tein tilauksen{t}.', 'Ostin sovelluksella.'],
    contact: ['Asia koskee tuotetta {product}.', 'Ostin tuotteen {product} ({days} päivää sitten|netistä|myymälästä).', 'Olen ollut asiakas monta vuotta.', 'Tilaus tehtiin{t}.', 'Tämä on kolmas yhteydenottoni.'],
  },
  openers: {
    good: ['Vau!', 'Suuri kiitos!', 'Hyvä te!', 'Pakko sanoa:', 'Olen niin iloinen!', 'Iloinen yllätys:'],
    bad: ['Ei,', 'Huoh.', 'Valitettavasti:', 'Täytyy sanoa, että petyin.', 'Haloo!', 'Mitä tapahtuu?', 'Nyt ryhtiä!', 'Niin kyllästynyt tähän:'],
    any: ['Hei!', 'No,', 'Siis,', 'Lyhyesti:', 'Kokemukseni:', 'Moi,', 'Hei Solvik,', 'Terve!'],
  },
  closers: {
    good: ['Kiitos!', 'Jatkakaa samaan malliin!', 'Tulen mielelläni uudestaan.', 'Suosittelen kaikille tutuille.', 'Paras kauppa, Solvik {city}.', 'Paljon kiitoksia (avusta|hyvästä palvelusta).', 'Mukavaa päivää!', 'Olette parhaita.', 'Nähdään pian!', 'Näin se pitää hoitaa.'],
    bad: ['Parempaan pystytte.', 'Tähän on tultava muutos.', 'Toivottavasti teette asialle jotain.', 'Ei käy.', 'Ei näin.', 'Odotin parempaa.', 'Mitä aiotte tehdä asialle?', 'Ottakaa yhteyttä(, {phone}|, {mail}|).', 'Ennen oli paremmin.', 'Harmi, muuten hyvä kauppa.'],
    any: ['T. {name}', 'Siinä kaikki.', 'Ajattelin, että haluatte tietää.', 'Terveisin {name}', 'Muuten ei lisättävää.', '-{name}'],
  },
  and: [', ja ', ' ja ', ', ', '. Ja ', ' + '],
  but: [', mutta ', ' mutta ', '. Mutta ', ', tosin ', ' – mutta '],
  degrees: ['todella', 'tosi', 'erittäin', 'niin', 'aivan', 'uskomattoman', 'ihan', 'melko', 'hirveän', 'yllättävän'],
  times: ['lauantaina', 'eilen', 'tänä aamuna', 'viime viikolla', 'perjantaina', 'tällä kertaa', 'sunnuntaina', 'tiistaina', 'viimeksi', 'eilen illalla', 'lounasaikaan', 'töiden jälkeen', 'viikonloppuna'],
  irony: {
    queue: ['ihanaa viettää {min} minuuttia elämästään teidän jonossanne', 'hauskaa, että jono on ainoa, mikä teillä kasvaa'],
    delivery: ['hienoa, vain {days} päivää myöhässä tällä kertaa', 'kiitos, että paketti ehti nähdä koko Suomen matkalla'],
    support: ['mukava odotusmusiikki, osaan koko biisin nyt ulkoa', 'onnittelut chattibotista, jonka ei tarvitse vastata mihinkään'],
    app: ['bravo, sovellus kaatuu nopeammin kuin koskaan', 'ihanaa kirjautua sisään jo kymmenettä kertaa tänään'],
    price: ['kohta pitää ottaa laina, jotta {product} lähtee mukaan', 'hauskaa, että palkka loppuu jo maitohyllyllä'],
    cleanliness: ['mukava nähdä lattiasta, mitä muut söivät viime viikolla', 'vessa on elämys, jota ei heti unohda'],
    availability: ['vaikuttavan tyhjät hyllyt, todella minimalistista', 'jännittävää arvailla, mikä on tänään loppu'],
    staff: ['niin mukavaa saada keskeyttää myyjien juttutuokio'],
    invoice: ['kilttiä lähettää sama lasku kahdesti, jos vaikka ensimmäinen jäi huomaamatta'],
  },
  critical: {
    safety: ['Leivässä oli lasinpala, tyttäreni olisi voinut loukkaantua!', 'Löysin leivästä lasinsiruja{t}.', 'Liukastuin märällä lattialla ja löin (pääni|käteni).', 'Laite alkoi savuta, kun laitoin sen pistorasiaan, se on hengenvaarallinen.', 'Poikani sai allergisen reaktion, koska pakkauksessa ei mainittu pähkinöitä.'],
    legal: ['Teen ilmoituksen kuluttaja-asiamiehelle.', 'Asia etenee kuluttajariitalautakuntaan.', 'Asianajajani ottaa teihin yhteyttä.', 'Seuraava askel on rikosilmoitus.'],
    leaving: ['Irtisanon Plus-jäsenyyteni ja asioin muualla.', 'Vaihdamme nyt kilpailijalle {days} vuoden jälkeen.', 'Menetitte asiakkaan.', 'Emme tule takaisin.'],
  },
  ticket: {
    greetings: ['Hei,', 'Hei!', 'Moi,', 'Huomenta,', 'Hei Solvik!', 'Asiakaspalveluun:'],
    asks: ['Voitteko auttaa?', 'Milloin saan vastauksen?', 'Miten tästä eteenpäin?', 'Haluan rahat takaisin.', 'Vastatkaa mahdollisimman pian.', 'Voiko joku soittaa minulle numeroon {phone}?', 'Mitä nyt tapahtuu?', 'Kuinka kauan tämän pitäisi kestää?', 'Haluan uuden tuotteen tai rahat takaisin.'],
    farewells: ['T. {name}', 'Ystävällisin terveisin {name}', 'Kiitos etukäteen.', 'Terveisin {name}', 'Kiitos, {name}'],
    titles: { delivery: ['Missä pakettini on?', 'Myöhästynyt toimitus', 'Toimitus puuttuu'], returns: ['Palautus: {thing}', 'Hyvitys'], product: ['Reklamaatio: {thing}', '{thing} on rikki'], invoice: ['Virhe laskussa', 'Kysymys laskusta'], app: ['Kirjautuminen ei onnistu', 'Ongelma sovelluksessa'], website: ['Ongelma tilauksessa'], payment: ['Maksu veloitettu kahdesti', 'Maksuasia'], loyalty: ['Pisteeni', 'Kysymys Plus-jäsenyydestä'], support: ['Ei vastausta teiltä'], price: ['Väärä hinta'] },
  },
  call: ['Asiakas soittaa, aiheena {product}: {clause}.', 'Asiakas on vihainen, kertoo seuraavaa: {clause}.', 'Puhelu: {clause}. Luvattu palata asiaan.', 'Asiakas kertoo: {clause}. Tapaus avattu.', 'Saapuva puhelu. {clause}. Pahoiteltu ja tarjottu hyvityksenä {more}.'],
  leave: ['Irtisanon Plus-jäsenyyden. {clause}.', 'Irtisanominen: {clause}.', 'Lopetamme jäsenyyden, koska sitä ei tule käytettyä. {clause}.', 'En uusi jäsenyyttä. {clause}.'],
  social: {
    good: ['Solvik {city} onnistuu taas! {clause} #solvik', '{clause}. Paras kauppa! #solvik', 'Hyvä @solvik – {clause}', 'Päivän ruusut, Solvik {city}: {clause} 🌹'],
    bad: ['@solvik mitä tapahtuu, {city}? {clause}', '{clause}. Ryhdistäydy @solvik! #solvik', 'Päivän risut, Solvik {city}: {clause}', 'Onko muita, jotka ovat kyllästyneet? {clause} #solvik #asiakaspalvelu'],
  },
  report: ['{clause}.', '{clause}. T. {name}', '(Tänään|Iltavuoro|Aamupäivä|Sulkuvuoro|Aamuvuoro|Viikko tähän mennessä): {clause}.', '{clause} – (tänään noin {count} asiakasta|{count} kuittia tänään|{count} asiakasta sulkemiseen mennessä).', 'Johdolle: {clause}. (Terveisin|T.) {name}', '{clause}. (Puhuttu aluepäällikön kanssa|Otetaan esille aamupalaverissa|Palaan asiaan huomenna|{count} asiakasta tänään|Meitä oli myymälässä {few}).', '(Rauhallinen|Tavallinen|Kiireinen|Hyvä) päivä, noin {count} asiakasta. {clause}.'],
  reviewTitles: {
    good: ['(Erittäin|Todella) tyytyväinen', 'Suosittelen', 'Hyvä ostos', '(Huippu|Kiva|Hyvä) kauppa', 'Viisi tähteä', 'Hintansa arvoinen', 'Aina hyvä'],
    bad: ['Pettymys', 'Älä osta', 'Kiertäkää kaukaa', 'Huono kokemus', 'Ei hintansa arvoinen', 'Ei enää koskaan', 'Huonompi kuin ennen'],
  },
  shortForms: [['minä', 'mä'], ['sinä', 'sä'], ['minun', 'mun'], ['ei ole', 'ei oo'], ['mutta', 'mut'], ['koska', 'ku'], ['sitten', 'sit'], ['kun', 'ku'], ['nyt', 'ny'], ['minuuttia', 'min'], ['vaikka', 'vaik'], ['olivat', 'oli'], ['ovat', 'on']],
  names: ['Anna', 'Mikko', 'Sanna', 'Jari', 'Aino', 'Ville', 'Fatima', 'Tiina', 'Pekka', 'Noora', 'Lauri', 'Minna'],
};
