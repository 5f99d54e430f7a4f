// Finnish: what the stores' own people report.
import type { TongueSource } from '../tongue.ts';

export const staff: TongueSource['staff'] = {
  cleanliness: {
    good: [
      'siivous toimii taas, asiakkaat huomaavat sen',
      'lattiat on juuri vahattu ja vessat pysyvät siisteinä',
    ],
    bad: [
      'siivousfirma ei ole käynyt {days} päivään',
      'asiakkaat valittavat vessoista joka päivä',
      'emme ehdi siivota itse, lattia on tahmea kylmäkaappien luona',
    ],
  },
  queue: {
    good: [
      'jonot ovat lyhyet, kun avaamme lisäkassan ajoissa',
      'kassaemäntä auttaa, jonot purkautuvat nopeasti',
    ],
    bad: [
      'iltapäivisin kassoilta puuttuu yksi, jono yltää hyllyjen väliin',
      'asiakkaat jättävät ostokset, koska jonossa menee {min} minuuttia',
    ],
  },
  availability: {
    good: ['kuorma tuli ajallaan ja hyllyt ovat täynnä', 'kaikki tarjoustuotteet ovat paikoillaan'],
    bad: [
      'maito ja leipä loppuvat jo lounaaseen mennessä',
      '{product} on loppu, eikä kukaan tiedä milloin sitä tulee',
      'saimme vain puolet kuormasta',
    ],
  },
  staff: {
    good: [
      'porukassa on hyvä henki, uusi vuorolista toimii',
      'moni asiakas on kehunut tällä viikolla, nimenä mainittiin {name}',
    ],
    bad: ['kolme sairaana eikä sijaisia', 'porukka on väsynyttä ja asiakkaat huomaavat sen'],
  },
  payment: {
    good: ['uudet maksupäätteet ovat paljon nopeampia'],
    bad: ['maksupääte 3 oli poissa käytöstä {min} minuuttia', 'lahjakortit eivät toimi kassalla'],
  },
  product: {
    good: ['{product} myy hyvin, asiakkaat ovat tyytyväisiä'],
    bad: [
      'paljon palautuksia, {device} hajoaa, virtakytkin pettää',
      'asiakkaat löytävät huonoja hedelmiä tiskistä',
    ],
  },
  price: {
    good: ['kampanja toi paljon väkeä'],
    bad: [
      'hyllyhinnat eivät täsmää kassan kanssa päivityksen jälkeen',
      'lapsiperheet sanovat, että ruoka on liian kallista',
    ],
  },
  returns: {
    good: ['palautustiski toimii uudella järjestelmällä hyvin'],
    bad: ['palautustiskillä pitkä jono koko lauantain'],
  },
  parking: {
    good: ['uudet opasteet parkkipaikalla, vähemmän kaaosta'],
    bad: ['parkkipaikka on puoliksi suljettu, asiakkaat kääntyvät pois'],
  },
  environment: {
    good: ['uusi pohjaratkaisu saa kehuja'],
    bad: ['ilmanvaihto on rikki ja myymälässä on {d} kuuma', 'lavoja käytävillä, koska varasto on täynnä'],
  },
  opening_hours: {
    good: ['asiakkaat pitävät pidemmistä aukioloajoista'],
    bad: ['asiakkaat rynkyttävät ovea joka ilta sulkemisajan jälkeen'],
  },
  service: {
    good: ['kassaemäntä saa paljon kiitosta', 'ehdimme taas palvella asiakkaita'],
    bad: ['emme ehdi auttaa kaikkia', 'infossa ei ole ketään kahdentoista ja kahden välillä'],
  },
  assortment: {
    good: ['uudet luomutuotteet menevät hyvin kaupaksi'],
    bad: ['asiakkaat kyselevät, miksi {product} poistui valikoimasta'],
  },
};
