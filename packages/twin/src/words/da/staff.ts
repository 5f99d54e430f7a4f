// Danish: what the stores' own people report.
import type { TongueSource } from '../tongue.ts';

export const staff: TongueSource['staff'] = {
  cleanliness: {
    good: [
      'rengøringen fungerer igen, og kunderne lægger mærke til det',
      'gulvene er lige blevet vasket, og toiletterne bliver holdt rene',
    ],
    bad: [
      'rengøringsfirmaet har ikke været her i {days} dage',
      'kunderne klager over toiletterne hver dag',
      'vi kan ikke nå at gøre rent selv, gulvet er klistret ved køleskabene',
    ],
  },
  queue: {
    good: [
      'køerne er korte, efter at vi er begyndt at åbne en ekstra kasse',
      'selvbetjeningskasserne tager presset',
    ],
    bad: [
      'vi mangler en ved kassen om eftermiddagen, køen går helt ud i butikken',
      'kunder går fra deres varer, fordi køen er på {min} minutter',
    ],
  },
  availability: {
    good: ['leveringen kom til tiden, og hylderne er fulde', 'alle tilbudsvarer er på plads'],
    bad: [
      'mejeri og brød er udsolgt allerede ved frokosttid',
      '{product} er udsolgt, og ingen ved, hvornår den kommer',
      'vi fik kun halvdelen af leveringen',
    ],
  },
  staff: {
    good: ['god stemning på holdet, den nye vagtplan virker', 'flere kunder har rost {name} i denne uge'],
    bad: ['tre syge og ingen afløsere', 'holdet er slidt, og det kan kunderne mærke'],
  },
  payment: {
    good: ['de nye terminaler er meget hurtigere', 'kunderne er glade for at scanne og betale selv'],
    bad: ['kortterminal 3 var nede i {min} minutter', 'gavekortene kan ikke læses ved kassen'],
  },
  product: {
    good: ['{product} bliver revet væk, kunderne er glade'],
    bad: [
      'mange returneringer af {device}, kontakten går i stykker',
      'kunderne finder dårlig frugt i disken',
    ],
  },
  price: {
    good: ['tilbuddet trak mange kunder ind'],
    bad: [
      'hyldepriserne passer ikke med kassen efter opdateringen',
      'børnefamilierne siger, at maden er blevet for dyr',
    ],
  },
  returns: {
    good: ['returskranken kører glat med det nye system'],
    bad: ['lang kø ved returskranken hele lørdagen'],
  },
  parking: {
    good: ['nye skilte på parkeringspladsen, mindre kaos'],
    bad: ['parkeringspladsen er halvt spærret, og kunder kører igen'],
  },
  environment: {
    good: ['den nye indretning får ros'],
    bad: [
      'ventilationen er i stykker, og der er {d} varmt i butikken',
      'der står paller i gangene, fordi lageret er fyldt',
    ],
  },
  opening_hours: {
    good: ['kunderne er glade for de længere åbningstider'],
    bad: ['folk rykker i døren efter lukketid hver aften'],
  },
  service: {
    good: ['værten ved kasserne bliver sat stor pris på', 'vi har tid til kunderne igen'],
    bad: ['vi kan ikke nå at hjælpe alle på gulvet', 'der er ingen i informationen mellem tolv og to'],
  },
  assortment: {
    good: ['de nye økologiske varer sælger godt'],
    bad: ['kunderne spørger efter {product}, som vi er holdt op med at have'],
  },
};
