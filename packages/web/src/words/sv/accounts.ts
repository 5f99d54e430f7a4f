import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

const many = countingIn('sv');
type A = Words['accounts'];
export const title = 'Företag';
export const lead = 'Företag som kunder handlar för. Personerna förblir egna kunder.';
export const search = 'Företagets namn eller nummer';
export const none = 'Inget företag ännu';
export const noneHint = 'Företag kommer med group-anrop, och med order, avtal och svar som nämner ett.';
export const notFound = (words: string) => `Inget företag för ”${words}”`;
export const notFoundHint = 'Ett namn, eller numret som era system känner det vid.';
export const found = (n: number) => many(n, 'företag', 'företag');
export const recent = 'Där något hände senast';
export const people = (n: number) => many(n, 'person', 'personer');
export const back = 'Alla företag';
export const number = 'Nummer';
export const value = 'Beställt för, efter returer';
export const who = 'Det vi vet';
export const contracts = 'Avtal';
export const noContracts = 'Inget avtal är känt.';
export const contractStates: A['contractStates'] = { active: 'gäller', ended: 'avslutat' };
export const since = (day: string) => `sedan ${day}`;
export const renews = (day: string) => `förnyas ${day}`;
export const ends = (day: string) => `slutar ${day}`;
export const cases = 'Personernas ärenden';
export const noCases = 'Ingen på företaget har ett ärende.';
export const members = 'Företagets personer';
export const noMembers = 'Ingen som du får se har handlat för det.';
export const acted = 'handlade för det';
export const said = 'Vad personerna har sagt';
export const nothingSaid = 'De har inte sagt något ännu.';
export const actsFor = 'Handlar för';
export const household: A['household'] = {
  title: 'Bor med',
  nobody: 'Ingen är känd.',
  shares: { address: 'samma adress', phone: 'samma telefonnummer' },
  lastName: 'samma efternamn',
  proposed: 'Troligen:',
  together: (by: string) => (by ? `sagt av ${by}` : 'sagt'),
  yes: 'De bor ihop',
  no: 'Det gör de inte',
  hint: 'De förblir två kunder.',
};
