import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type A = Words['access'];
const many = countingIn('sv');
export const signIn: A['signIn'] = {
  title: 'Logga in',
  lead: 'Hör varje kund, gör något samma morgon.',
  goOn: 'Du är inte inloggad, eller inte längre. Logga in, så kommer du tillbaka dit du var.',
  email: 'E-post',
  password: 'Lösenord',
  button: 'Logga in',
  forgotten: 'Glömt lösenordet?',
  show: 'Visa eller dölj lösenordet',
};
export const forgotten: A['forgotten'] = {
  title: 'Glömt lösenord',
  lead: 'Skriv din e-postadress. Om den är känd här skickas en länk för att välja ett nytt lösenord.',
  button: 'Skicka länken',
  sent: (email) => `Om ${email} är känd här har länken skickats. Den gäller i en timme.`,
  back: 'Tillbaka till inloggning',
};
export const reset: A['reset'] = {
  title: 'Välj ett nytt lösenord',
  password: 'Nytt lösenord',
  hint: 'Minst 10 tecken. Några ord som du minns är bäst.',
  button: 'Spara och logga in',
  done: 'Lösenordet är ändrat. Logga in med det.',
  noToken: 'Länken är inte hel eller gäller inte längre. Be om en ny.',
  ask: 'Be om en ny länk',
  tooShort: (n) => `${many(n, 'tecken', 'tecken')} hittills; minst 10 behövs.`,
};
export const invitation: A['invitation'] = {
  title: (workspace) => `Välkommen till ${workspace}`,
  lead: (role, email) => `Du är inbjuden som ${role}. Du loggar in med ${email}.`,
  name: 'Ditt namn',
  password: 'Välj ett lösenord',
  button: 'Gå med',
  gone: 'Inbjudan har använts, tagits tillbaka eller gått ut. Be den som bjöd in dig om en ny.',
};
