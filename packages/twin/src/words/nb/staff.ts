// Norwegian (bokmål): what the stores' own people report.
import type { TongueSource } from '../tongue.ts';

export const staff: TongueSource['staff'] = {
  cleanliness: {
    good: [
      'renholdet fungerer godt igjen, kundene merker det',
      'gulvene er nyvasket og toalettene holdes rene',
    ],
    bad: [
      'renholdsfirmaet har ikke vært her på {days} dager',
      'kunder klager på toalettene hver dag',
      'vi rekker ikke å vaske selv, gulvet er klissete ved kjøleskapene',
    ],
  },
  queue: {
    good: [
      'køene er korte etter at vi begynte å åpne en ekstra kasse',
      'selvbetjeningskassene avlaster godt',
    ],
    bad: [
      'vi mangler en i kassa på ettermiddagen, køen går langt inn i butikken',
      'kunder setter fra seg varene fordi køen er på {min} minutter',
    ],
  },
  availability: {
    good: ['leveringen kom i tide og hyllene er fulle', 'alle tilbudsvarer er på plass'],
    bad: [
      'meieri og brød er utsolgt allerede ved lunsjtid',
      '{product} er utsolgt og ingen vet når den kommer',
      'vi fikk bare halve leveringen',
    ],
  },
  staff: {
    good: [
      'god stemning i gjengen, den nye vaktplanen fungerer',
      'flere kunder har skrytt av {name} denne uka',
    ],
    bad: ['tre syke og ingen vikarer', 'gjengen er sliten, og det merker kundene'],
  },
  payment: {
    good: ['de nye terminalene er mye raskere'],
    bad: ['kortterminal 3 var nede i {min} minutter', 'gavekortene lar seg ikke lese i kassa'],
  },
  product: {
    good: ['{product} selger godt, kundene er fornøyde'],
    bad: ['mange returer av {device}, bryteren ryker', 'kunder finner dårlig frukt i disken'],
  },
  price: {
    good: ['kampanjen trakk mye folk'],
    bad: [
      'hylleprisene stemmer ikke med kassa etter oppdateringen',
      'barnefamiliene sier at maten har blitt for dyr',
    ],
  },
  returns: {
    good: ['returskranken går greit med det nye systemet'],
    bad: ['lang kø i returskranken hele lørdagen'],
  },
  parking: {
    good: ['nye skilt på parkeringsplassen, mindre kaos'],
    bad: ['parkeringsplassen er halvveis sperret, kunder snur'],
  },
  environment: {
    good: ['den nye innredningen får ros'],
    bad: ['vifta er ødelagt og det er {d} varmt i butikken', 'paller i gangene fordi lageret er fullt'],
  },
  opening_hours: {
    good: ['kundene liker de lengre åpningstidene'],
    bad: ['folk rister i døra etter stengetid hver kveld'],
  },
  service: {
    good: ['verten ved kassene blir satt stor pris på', 'vi rekker over kundene igjen'],
    bad: ['vi rekker ikke å hjelpe alle på gulvet', 'ingen i informasjonen mellom tolv og to'],
  },
  assortment: {
    good: ['de nye økologiske varene går bra'],
    bad: ['kunder spør etter {product} som vi har sluttet med'],
  },
};
