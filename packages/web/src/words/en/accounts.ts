import { countingIn } from '../numerals.ts';

const many = countingIn('en');
export const title = 'Companies';
export const lead = 'Companies that customers act for. Their people stay customers of their own.';
export const search = 'Name or number of a company';
export const none = 'No company yet';
export const noneHint =
  'Companies come with group calls, and with orders, contracts and answers that name one.';
export const notFound = (words: string) => `No company for “${words}”`;
export const notFoundHint = 'A name, or the number that your systems know it by.';
export const found = (n: number) => many(n, 'company', 'companies');
export const recent = 'Where something happened last';
export const people = (n: number) => many(n, 'person', 'people');
export const back = 'All companies';
export const number = 'Number';
export const value = 'Ordered for, less returns';
export const who = 'What is known of it';
export const contracts = 'Contracts';
export const noContracts = 'No contract is known.';
export const contractStates = { active: 'active', ended: 'ended' };
export const since = (day: string) => `since ${day}`;
export const renews = (day: string) => `renewed on ${day}`;
export const ends = (day: string) => `ends on ${day}`;
export const cases = 'Cases of its people';
export const noCases = 'Nobody of this company has a case.';
export const members = 'Its people';
export const noMembers = 'Nobody whom you may see acted for it.';
export const acted = 'acted for it';
export const said = 'What its people said';
export const nothingSaid = 'They have said nothing yet.';
export const actsFor = 'Acts for';
export const household = {
  title: 'Lives with',
  nobody: 'Nobody is known.',
  shares: { address: 'same address', phone: 'same phone number' },
  lastName: 'same last name',
  proposed: 'Probably:',
  together: (by: string) => (by ? `said by ${by}` : 'said'),
  yes: 'They live together',
  no: 'They do not',
  hint: 'They stay two customers.',
};
