// Brazil and its states, by the two letters that the customers' addresses give; positions are the capitals'.
import type { PlaceInput } from '@lyhord/contract';

/** All times of the data set are the shop's own clock. */
export const olistZone = 'America/Sao_Paulo';
const countryCode = 'BR';

const states: readonly [code: string, name: string, latitude: number, longitude: number][] = [
  ['AC', 'Acre', -9.97, -67.81],
  ['AL', 'Alagoas', -9.67, -35.74],
  ['AM', 'Amazonas', -3.12, -60.02],
  ['AP', 'Amapá', 0.03, -51.07],
  ['BA', 'Bahia', -12.97, -38.5],
  ['CE', 'Ceará', -3.73, -38.53],
  ['DF', 'Distrito Federal', -15.79, -47.88],
  ['ES', 'Espírito Santo', -20.32, -40.34],
  ['GO', 'Goiás', -16.69, -49.26],
  ['MA', 'Maranhão', -2.53, -44.3],
  ['MG', 'Minas Gerais', -19.92, -43.94],
  ['MS', 'Mato Grosso do Sul', -20.44, -54.65],
  ['MT', 'Mato Grosso', -15.6, -56.1],
  ['PA', 'Pará', -1.46, -48.49],
  ['PB', 'Paraíba', -7.12, -34.86],
  ['PE', 'Pernambuco', -8.05, -34.88],
  ['PI', 'Piauí', -5.09, -42.8],
  ['PR', 'Paraná', -25.43, -49.27],
  ['RJ', 'Rio de Janeiro', -22.91, -43.17],
  ['RN', 'Rio Grande do Norte', -5.79, -35.21],
  ['RO', 'Rondônia', -8.76, -63.9],
  ['RR', 'Roraima', 2.82, -60.67],
  ['RS', 'Rio Grande do Sul', -30.03, -51.23],
  ['SC', 'Santa Catarina', -27.6, -48.55],
  ['SE', 'Sergipe', -10.91, -37.07],
  ['SP', 'São Paulo', -23.55, -46.63],
  ['TO', 'Tocantins', -10.18, -48.33],
];

const shared = { timeZone: olistZone, currency: 'BRL', country: countryCode, hours: null, ownerId: null };

/** The code under which a state is kept, apart from codes that the workspace may have. */
export const stateCode = (state: string): string => `${countryCode}-${state}`;

export const olistPlaces: readonly PlaceInput[] = [
  {
    ...shared,
    code: countryCode,
    name: 'Brazil',
    kind: 'country',
    parentId: null,
    latitude: null,
    longitude: null,
  },
  ...states.map(([code, name, latitude, longitude]) => ({
    ...shared,
    code: stateCode(code),
    name,
    kind: 'region' as const,
    parentId: countryCode,
    latitude,
    longitude,
  })),
];
