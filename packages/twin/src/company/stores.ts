// Solvik's 60 stores: real towns and coordinates, an invented chain. `size` is customers against an ordinary store.
import type { Country } from '../calendar/holidays.ts';

export interface Store {
  readonly code: string;
  readonly name: string;
  readonly country: Country;
  readonly region: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly size: number;
  /** How many are asked against an ordinary store: some have codes to scan on every receipt. */
  readonly asks: number;
}

export const regions: readonly { code: string; name: string; country: Country }[] = [
  { code: 'se-ost', name: 'Stockholm och Östra', country: 'SE' },
  { code: 'se-vast', name: 'Västra', country: 'SE' },
  { code: 'se-syd', name: 'Södra', country: 'SE' },
  { code: 'se-norr', name: 'Norra', country: 'SE' },
  { code: 'dk-ost', name: 'Øst', country: 'DK' },
  { code: 'dk-vest', name: 'Vest', country: 'DK' },
  { code: 'no-ost', name: 'Øst', country: 'NO' },
  { code: 'no-vest', name: 'Sør og Vest', country: 'NO' },
  { code: 'no-nord', name: 'Midt og Nord', country: 'NO' },
  { code: 'fi-etela', name: 'Etelä', country: 'FI' },
  { code: 'fi-pohjoinen', name: 'Länsi ja Pohjoinen', country: 'FI' },
];

type Row = readonly [
  code: string,
  name: string,
  latitude: number,
  longitude: number,
  size: number,
  asks?: number,
];

const rows: Readonly<Record<string, readonly Row[]>> = {
  'se-ost': [
    ['se-kungsholmen', 'Stockholm Kungsholmen', 59.332, 18.03, 2.6],
    ['se-sodermalm', 'Stockholm Södermalm', 59.313, 18.07, 1.6],
    ['se-kista', 'Stockholm Kista', 59.403, 17.944, 1.3],
    ['se-uppsala', 'Uppsala', 59.8586, 17.6389, 1.2],
    ['se-vasteras', 'Västerås', 59.6099, 16.5448, 1.6],
    ['se-orebro', 'Örebro', 59.2753, 15.2134, 1],
    ['se-linkoping', 'Linköping', 58.4108, 15.6214, 1.1],
    ['se-norrkoping', 'Norrköping', 58.5877, 16.1924, 0.9],
    ['se-eskilstuna', 'Eskilstuna', 59.3666, 16.5077, 0.7],
    ['se-visby', 'Visby', 57.6348, 18.2948, 0.25],
  ],
  'se-vast': [
    ['se-nordstan', 'Göteborg Nordstan', 57.7089, 11.9746, 2.8, 1.4],
    ['se-frolunda', 'Göteborg Frölunda', 57.6536, 11.9106, 1.2],
    ['se-boras', 'Borås', 57.721, 12.9401, 0.9],
    ['se-karlstad', 'Karlstad', 59.3793, 13.5036, 0.8],
    ['se-jonkoping', 'Jönköping', 57.7826, 14.1618, 0.9],
    ['se-halmstad', 'Halmstad', 56.6745, 12.8578, 0.8],
  ],
  'se-syd': [
    ['se-malmo', 'Malmö', 55.605, 13.0038, 3.2, 2],
    ['se-lund', 'Lund', 55.7047, 13.191, 2.6, 2.4],
    ['se-helsingborg', 'Helsingborg', 56.0465, 12.6945, 1.1],
    ['se-vaxjo', 'Växjö', 56.8777, 14.8091, 0.8],
    ['se-kalmar', 'Kalmar', 56.6634, 16.3568, 0.6],
  ],
  'se-norr': [
    ['se-umea', 'Umeå', 63.8258, 20.263, 1],
    ['se-lulea', 'Luleå', 65.5848, 22.1547, 0.8],
    ['se-sundsvall', 'Sundsvall', 62.3908, 17.3069, 0.8],
    ['se-gavle', 'Gävle', 60.6749, 17.1413, 0.7],
    ['se-kiruna', 'Kiruna', 67.8558, 20.2253, 0.15],
  ],
  'dk-ost': [
    ['dk-norrebro', 'København Nørrebro', 55.6996, 12.5532, 2],
    ['dk-amager', 'København Amager', 55.65, 12.6, 1.2],
    ['dk-roskilde', 'Roskilde', 55.6415, 12.0803, 0.8],
    ['dk-hillerod', 'Hillerød', 55.9267, 12.3008, 0.7],
    ['dk-naestved', 'Næstved', 55.2299, 11.7609, 0.5],
  ],
  'dk-vest': [
    ['dk-odense', 'Odense', 55.4038, 10.4024, 1.2],
    ['dk-aarhus', 'Aarhus', 56.1629, 10.2039, 2.2, 1.7],
    ['dk-aalborg', 'Aalborg', 57.0488, 9.9217, 1],
    ['dk-esbjerg', 'Esbjerg', 55.4765, 8.4594, 0.8],
    ['dk-kolding', 'Kolding', 55.4904, 9.4722, 0.7],
    ['dk-randers', 'Randers', 56.4607, 10.0364, 0.6],
    ['dk-sonderborg', 'Sønderborg', 54.9138, 9.7922, 1.2],
  ],
  'no-ost': [
    ['no-grunerlokka', 'Oslo Grünerløkka', 59.9226, 10.7594, 2.2],
    ['no-sandvika', 'Sandvika', 59.8897, 10.5256, 1.3],
    ['no-drammen', 'Drammen', 59.744, 10.2045, 0.9],
    ['no-fredrikstad', 'Fredrikstad', 59.2181, 10.9298, 0.7],
  ],
  'no-vest': [
    ['no-bergen', 'Bergen', 60.3913, 5.3221, 1.6],
    ['no-stavanger', 'Stavanger', 58.97, 5.7331, 1],
    ['no-kristiansand', 'Kristiansand', 58.1467, 7.9956, 0.8],
    ['no-alesund', 'Ålesund', 62.4722, 6.1549, 0.5],
  ],
  'no-nord': [
    ['no-trondheim', 'Trondheim', 63.4305, 10.3951, 1.2],
    ['no-bodo', 'Bodø', 67.2804, 14.4049, 0.4],
    ['no-tromso', 'Tromsø', 69.6492, 18.9553, 0.6],
  ],
  'fi-etela': [
    ['fi-kamppi', 'Helsinki Kamppi', 60.1688, 24.9316, 2.4],
    ['fi-itakeskus', 'Helsinki Itäkeskus', 60.2103, 25.0817, 1.3],
    ['fi-espoo', 'Espoo', 60.2055, 24.6559, 1.2],
    ['fi-turku', 'Turku', 60.4518, 22.2666, 1.1],
    ['fi-lahti', 'Lahti', 60.9827, 25.6612, 0.7],
    ['fi-porvoo', 'Porvoo', 60.3932, 25.6653, 0.3],
  ],
  'fi-pohjoinen': [
    ['fi-tampere', 'Tampere', 61.4978, 23.761, 1.5],
    ['fi-jyvaskyla', 'Jyväskylä', 62.2426, 25.7473, 0.8],
    ['fi-oulu', 'Oulu', 65.0121, 25.4651, 0.9],
    ['fi-kuopio', 'Kuopio', 62.8924, 27.677, 0.7],
    ['fi-vaasa', 'Vaasa', 63.0951, 21.6165, 0.5],
  ],
};

export const stores: readonly Store[] = regions.flatMap((region) =>
  rows[region.code]!.map(([code, name, latitude, longitude, size, asks = 1]) => ({
    code,
    name,
    country: region.country,
    region: region.code,
    latitude,
    longitude,
    size,
    asks,
  })),
);
