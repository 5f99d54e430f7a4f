// Swedish: what the stores' own people report.
import type { TongueSource } from '../tongue.ts';

export const staff: TongueSource['staff'] = {
  cleanliness: {
    good: [
      'städningen fungerar bra igen, kunderna märker det',
      'golven är nybonade och toaletterna hålls rena',
    ],
    bad: [
      'städbolaget har inte varit här på {days} dagar',
      'kunder klagar på toaletterna varje dag',
      'vi hinner inte städa själva, golvet är kladdigt vid kylarna',
    ],
  },
  queue: {
    good: ['köerna är korta sedan vi började öppna extra kassa', 'självutcheckningen avlastar bra'],
    bad: [
      'vi är en person för lite i kassan på eftermiddagen, kön går ut i butiken',
      'kunder lämnar sina varor för att kön är {min} minuter',
    ],
  },
  availability: {
    good: ['leveransen kom i tid och hyllorna är fulla', 'alla kampanjvaror finns på plats'],
    bad: [
      'mejeri och bröd är slut redan vid lunch',
      '{product} är slut och ingen vet när den kommer',
      'vi fick bara halva leveransen',
    ],
  },
  staff: {
    good: [
      'fin stämning i laget, den nya schemaläggningen fungerar',
      'flera kunder har berömt {name} i veckan',
    ],
    bad: ['tre sjuka och inga vikarier', 'laget är slitet, det märks mot kund'],
  },
  payment: {
    good: ['de nya terminalerna går mycket snabbare'],
    bad: ['kortterminal 3 låg nere i {min} minuter', 'presentkorten går inte att läsa av i kassan'],
  },
  product: {
    good: ['{product} säljer slut, kunderna är nöjda'],
    bad: [
      'många returer av {device}, strömbrytaren går sönder',
      'kunder hittar dålig frukt i disken',
      'kund visade oss glas i brödet, partiet är borttaget',
    ],
  },
  price: {
    good: ['kampanjen drog mycket folk'],
    bad: [
      'hyllpriserna stämmer inte med kassan efter uppdateringen',
      'barnfamiljerna säger att maten blivit för dyr',
    ],
  },
  returns: {
    good: ['returdisken fungerar smidigt med det nya systemet'],
    bad: ['lång kö till returdisken hela lördagen'],
  },
  parking: {
    good: ['nya skyltar på parkeringen, mindre kaos'],
    bad: ['parkeringen är halvt avstängd, kunder vänder'],
  },
  environment: {
    good: ['ommöbleringen får beröm'],
    bad: ['fläkten är trasig och det är {d} varmt i butiken', 'pallar i gångarna för att lagret är fullt'],
  },
  opening_hours: {
    good: ['kunderna gillar de längre öppettiderna'],
    bad: ['folk rycker i dörren efter stängning varje kväll'],
  },
  service: {
    good: ['kundvärden vid kassorna uppskattas mycket', 'vi hinner med kunderna igen'],
    bad: ['vi hinner inte hjälpa alla på golvet', 'ingen i informationsdisken mellan tolv och två'],
  },
  assortment: {
    good: ['de nya ekologiska varorna går bra'],
    bad: ['kunder frågar efter {product} som vi har slutat med'],
  },
};
