export const title = 'Support';
export const lead =
  'What customers contact you about, how long they wait, and what solving one problem would spare.';
export const finding = (name: string, share: string) => `Top reason for contact: ${name}, ${share}`;
export const none = 'No contacts in this period';
export const noneHint = 'Send tickets from the help desk (opened, answered, solved), and they show here.';
export const course = 'Contacts over time';
export const courseHint = (step: 'week' | 'month'): string =>
  step === 'week'
    ? 'By week; the first and the last may be cut short.'
    : 'By month; the first and the last may be cut short.';
export const channels = 'By channel';
export const problems = 'What they are about';
export const problemsHint =
  'A ticket that names two problems counts for both. Solving a problem spares the contacts in its last column, if nothing else takes their place.';
export const problem = 'Problem';
export const tickets = 'Tickets';
export const perOrders = 'Per 100 orders';
export const moved = 'Since the period before';
export const negative = 'Unhappy';
export const solving = 'To solve';
export const avoided = 'Spared by solving it';
export const up = 'more often';
export const down = 'less often';
export const steady = 'no clear change';
export const perWeek = (n: string) => `${n} contacts a week`;
export const waiting = (n: string) => `${n} h of waiting`;
export const hours = (n: string) => `${n} h`;
export const change = (difference: string) => `${difference} on the period before`;
export const sharePoints = (n: string) => `${n} percentage points`;
export const notYet = 'nothing to count yet';
export const unclear = 'no clear change';
export const connect = 'Connect the help desk';
export const contactsIn = 'Contacts';
export const steps = { week: 'Week', month: 'Month' };
