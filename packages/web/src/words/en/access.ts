import { countingIn } from '../numerals.ts';

const many = countingIn('en');
export const signIn = {
  title: 'Sign in',
  lead: 'Hear every customer, act the same morning.',
  goOn: 'You are not signed in, or no longer. Sign in, and you come back to where you were.',
  email: 'E-mail',
  password: 'Password',
  button: 'Sign in',
  forgotten: 'Forgotten password?',
  show: 'Show or hide the password',
};
export const forgotten = {
  title: 'Forgotten password',
  lead: 'Write your e-mail address. If it is known here, a link to choose a new password is on its way.',
  button: 'Send the link',
  sent: (email: string) => `If ${email} is known here, the link has been sent. It works for one hour.`,
  back: 'Back to sign in',
};
export const reset = {
  title: 'Choose a new password',
  password: 'New password',
  hint: 'At least 10 characters. A few words that you remember are best.',
  button: 'Save and sign in',
  done: 'The password is changed. Sign in with it.',
  noToken: 'The link is not complete or no longer valid. Ask for a new one.',
  ask: 'Ask for a new link',
  tooShort: (n: number) => `${many(n, 'character', 'characters')} so far; at least 10 are needed.`,
};
export const invitation = {
  title: (workspace: string) => `Welcome to ${workspace}`,
  lead: (role: string, email: string) => `You are invited as ${role}. You will sign in with ${email}.`,
  name: 'Your name',
  password: 'Choose a password',
  button: 'Join',
  gone: 'This invitation has been used, taken back, or has expired. Ask the one who invited you for a new one.',
};
