import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type A = Words['access'];
const many = countingIn('da');
export const signIn: A['signIn'] = {
  title: 'Log ind',
  lead: 'Hør hver kunde, gør noget samme morgen.',
  goOn: 'Du er ikke logget ind, eller ikke længere. Log ind, så kommer du tilbage, hvor du var.',
  email: 'E-mail',
  password: 'Adgangskode',
  button: 'Log ind',
  forgotten: 'Glemt adgangskode?',
  show: 'Vis eller skjul adgangskoden',
};
export const forgotten: A['forgotten'] = {
  title: 'Glemt adgangskode',
  lead: 'Skriv din e-mailadresse. Hvis den kendes her, sendes et link til at vælge en ny adgangskode.',
  button: 'Send linket',
  sent: (email) => `Hvis ${email} kendes her, er linket sendt. Det gælder i en time.`,
  back: 'Tilbage til log ind',
};
export const reset: A['reset'] = {
  title: 'Vælg en ny adgangskode',
  password: 'Ny adgangskode',
  hint: 'Mindst 10 tegn. Nogle få ord, du husker, er bedst.',
  button: 'Gem og log ind',
  done: 'Adgangskoden er ændret. Log ind med den.',
  noToken: 'Linket er ikke helt eller gælder ikke længere. Bed om et nyt.',
  ask: 'Bed om et nyt link',
  tooShort: (n) => `${many(n, 'tegn', 'tegn')} indtil nu; der skal mindst 10 til.`,
};
export const invitation: A['invitation'] = {
  title: (workspace) => `Velkommen til ${workspace}`,
  lead: (role, email) => `Du er inviteret som ${role}. Du logger ind med ${email}.`,
  name: 'Dit navn',
  password: 'Vælg en adgangskode',
  button: 'Deltag',
  gone: 'Invitationen er brugt, taget tilbage eller udløbet. Bed den, der inviterede dig, om en ny.',
};
