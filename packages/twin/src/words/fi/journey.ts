// Finnish: what is said of everything beyond the store.
import type { TopicClauses } from '../tongue.ts';

export const journey = {
  delivery: {
    good: [
      'toimitus (oli nopea|tuli ajallaan|tuli heti seuraavana päivänä|tuli päivän etuajassa)',
      'paketti tuli {d} nopeasti',
      '{carrier} (soitti etukäteen|toi paketin sisälle asti|hoiti hommansa {d} hyvin)',
      '(sain tietoa toimituksesta|pystyin seuraamaan toimitusta) koko matkan ajan',
      'kaikki oli (hyvin pakattu|ehjää ja siistiä|pakattu huolella), kun se tuli',
      'kotiinkuljetus (on kullan arvoinen|toimi moitteettomasti|säästää niin paljon aikaa)',
    ],
    bad: [
      'toimitus oli {days} päivää myöhässä',
      'paketti (ei koskaan tullut perille|tuli {days} päivää myöhässä|ei ole vieläkään tullut|meni väärään noutopisteeseen)',
      '{carrier} (jätti paketin sateeseen|ei edes soittanut ovikelloa|väitti, ettei ketään ollut kotona|hukkasi pakettini)',
      'laatikko oli (rikki|rutussa|likomärkä), kun se tuli',
      'odotin kotona koko päivän, mutta ketään ei tullut{t}',
      'seuranta (ei ole päivittynyt {days} päivään|ei toimi|näytti väärää päivää)',
      'lupaamanne toimitusaika ei pidä paikkaansa',
      'puolet tilauksesta (puuttui|jäi tulematta|ei ollut paketissa)',
      'ei ole ensimmäinen kerta, kun {carrier} myöhästyy',
      'toimitus kesti {d} kauan',
    ],
  },
  payment: {
    good: [
      'maksaminen sujui (helposti|nopeasti|kuin tanssi){t}',
      '(kätevää|mukavaa|hienoa), että voi maksaa kännykällä',
      'hyvä, että voi valita (laskun|kortin|osamaksun)',
      'lähimaksu toimii nopeasti',
    ],
    bad: [
      'kortti ei (käynyt|toiminut){t}',
      'ostos veloitettiin kortilta kahteen kertaan{t}',
      'maksupääte (temppuili|tökki|oli rikki){t}',
      'en voinut maksaa (käteisellä|lahjakortilla|kännykällä){t}',
      'maksu (jumittui|ei mennyt läpi|keskeytyi) ja jouduin aloittamaan alusta{t}',
      'lahjakortti ei kelvannut (kassalla|myymälässä|verkkokaupassa)',
    ],
  },
  returns: {
    good: [
      'palautus sujui (helposti|nopeasti|ilman ongelmia)',
      'sain rahat takaisin (heti|samana päivänä|kahdessa päivässä)',
      'tuotteen vaihtaminen oli (helppoa|vaivatonta)',
      'vuoden palautusoikeus on (mahtava|turvallisuuden tunne)',
    ],
    bad: [
      'olen odottanut (rahoja|hyvitystä) jo {days} päivää',
      'palautus on ollut (hankala|painajainen|yhtä säätöä)',
      'ette suostuneet ottamaan tuotetta takaisin (kuitista huolimatta|vaikka se oli avaamaton|vaikka se oli rikki)',
      'palautusmaksu {fee} on (röyhkeä|kohtuuton|liian kallis)',
      'sain rahojen sijaan vain (hyvityslapun|osan hinnasta)',
      'verkosta ostettua ei voi palauttaa (myymälään|lähikauppaani)',
    ],
  },
  app: {
    good: [
      'sovellus on (kätevä|hieno|helppokäyttöinen|oikein hyvä)',
      'pidän sovelluksen (ostoslistasta|kuiteista|tarjouksista)',
      'sovelluksella tilaaminen käy nopeasti',
    ],
    bad: [
      'sovellus (kaatuilee|jumittaa|kirjaa minut jatkuvasti ulos|on hidas)',
      'sovellukseen ei pääse enää kirjautumaan( päivityksen jälkeen|)',
      'ostoskori sovelluksessa (tyhjeni|katosi) (kesken ostosten|ilman varoitusta)',
      'uusi sovellus on (vanhaa huonompi|sekava|täynnä virheitä)',
      'sovelluksen viivakoodi ei toimi kassalla',
      'sovelluksen haku ei löydä mitään',
    ],
  },
  website: {
    good: [
      'nettisivut ovat (selkeät|helppokäyttöiset|nopeat)',
      'verkkokaupassanne on (helppoa|vaivatonta|mukavaa) asioida',
      'hyvät (kuvat|tuotekuvaukset|suodattimet) sivuilla',
      'tilaaminen kesti kaksi minuuttia',
    ],
    bad: [
      'nettisivut ovat (sekavat|hitaat|vaikeakäyttöiset)',
      'sivu (oli nurin|jumittui|ei latautunut), kun piti maksaa',
      'sivuston haku (on surkea|ei löydä mitään|näyttää ihan vääriä tuotteita)',
      'nettisivulla oli yksi hinta ja kassalla toinen',
      'tuotteen mitat eivät vastaa sitä, mitä sivulla lukee',
      'verkkokaupan kassa heitti minut ulos kolme kertaa, ennen kuin osto meni läpi',
    ],
  },
  product: {
    good: [
      '{product} (on|oli) {d} (hyvä|hieno|kätevä)',
      '{product} on laadultaan (erittäin hyvä|odotettua parempi|vaikuttava)',
      '{thing} (pitää lupauksensa|on vuoden paras ostos|on meillä käytössä joka päivä)',
      '{product} osoittautui {d} hyväksi ostokseksi',
      'leipä oli (vastaleivottua ja hyvää|tuoretta|taivaallisen hyvää){t}',
      'hedelmät ja vihannekset ovat aina (tuoreita|hyviä)',
    ],
    bad: [
      '{device} (meni rikki|lakkasi toimimasta|hajosi) {days} päivän jälkeen',
      '{product} on laadultaan (huono|pettymys|entistä heikompi)',
      '{thing} (ei vastannut kuvaa|tuli puutteellisena|oli naarmuilla|oli vioittunut, kun avasin paketin)',
      'hedelmät olivat (mätiä|pehmeitä ja ruskeita|homeisia){t}',
      '(maidosta|juustosta|kanasta) oli päiväys mennyt{t}',
      '{device} ei käynnisty, virtakytkin ei toimi',
      '{product} oli pettymys, en ole tyytyväinen',
      '{thing} ei kestänyt edes kuukautta',
    ],
  },
  invoice: {
    good: [
      'lasku oli (selkeä|oikein|helppo ymmärtää)',
      'laskulla ostaminen on (kätevää|helppoa)',
      'lasku tuli ajallaan ja täsmäsi sentilleen',
    ],
    bad: [
      'lasku (ei täsmää|on väärin|tuli liian myöhään|on täysin käsittämätön)',
      'sain (kaksi laskua samasta ostoksesta|maksumuistutuksen, vaikka olen maksanut)',
      'toimitusmaksu on laskulla kahteen kertaan',
      'muistutusmaksu {fee} (ilman että olen saanut laskua|on häpeällinen)',
      'olette laskuttaneet {fee} liikaa',
      'oikaistua laskua on mahdotonta saada',
    ],
  },
  loyalty: {
    good: [
      'Plus on (hintansa arvoinen|oikein hyvä|hyvä jäsenyys)',
      'bonus (tulee nopeasti|on antelias|on mukava lisä)',
      'jäsentarjoukset ovat {d} hyviä',
      'jäsenyys kannattaa',
    ],
    bad: [
      'pisteeni (katosivat|jäivät kirjautumatta|vanhenivat varoittamatta)',
      'Plus (ei ole enää hintansa arvoinen|ei anna mitään|on huonontunut)',
      'jäsenhinnat (eivät ole tavallista halvempia|ovat vitsi|ovat pelkkää silmänlumetta)',
      'saamani tarjoukset (eivät sovi minulle|koskevat aina tuotteita, joita en osta)',
      'bonussetelini ei kelvannut',
    ],
  },
  support: {
    good: [
      'asiakaspalvelu (vastasi heti|ratkaisi asian viidessä minuutissa|oli {d} avulias)',
      'sain (nopean vastauksen|henkilökohtaisen vastauksen|apua samana päivänä)',
      '{name} asiakaspalvelussa (hoiti kaiken|soitti takaisin niin kuin lupasi|oli mahtava)',
      'chat toimii {d} hyvin',
    ],
    bad: [
      'asiakaspalvelu (ei vastaa|on mahdoton tavoittaa|lähettää vain valmiita vastauksia)',
      'odotin puhelinjonossa {min} minuuttia (pääsemättä läpi|ennen kuin puhelu katkesi){t}',
      'olen lähettänyt kolme sähköpostia saamatta vastausta',
      'chattibotti (ei ymmärrä mitään|ei auta ketään|pyörii kehää)',
      'odotin {days} päivää vastausta, joka ei kertonut mitään',
      'kukaan asiakaspalvelussa ei (ota vastuuta|osaa antaa selvää vastausta|soittanut takaisin)',
      'ihmisen kanssa ei pääse puhumaan',
    ],
  },
} satisfies Record<string, TopicClauses>;
