import { countingIn } from '../numerals.ts';

const many = countingIn('en');
export const purposes = {
  service: 'Service',
  analytics: 'Analysis',
  marketing: 'Marketing',
  profiling: 'Profiling',
};
export const requests = {
  title: 'Requests of customers',
  hint: 'Each is to be answered within 30 days. Start one from the customer’s page, or look the customer up here.',
  find: 'Find a customer',
  none: 'No requests yet',
  kinds: { erasure: 'Erasure', access: 'Copy of their data' },
  states: { waiting: 'waiting', running: 'under way', done: 'done', failed: 'stopped' },
  kind: 'What',
  received: 'Received',
  due: 'Due',
  state: 'State',
  by: 'By',
  receipt: 'Receipt',
  late: 'late',
};
export const receipt = {
  title: 'Receipt of the erasure',
  rows: (n: number) => many(n, 'row', 'rows'),
  erased: 'Erased',
  stays: 'Stays, as a keyed hash that says nothing by itself',
  disk: (parts: number, tables: number, files: number) =>
    `Written out of the files, too: ${many(parts, 'part', 'parts')} of the warehouse dropped, ${many(tables, 'table', 'tables')} of the ledger written anew, ${many(files, 'letter', 'letters')} removed.`,
  left: 'Looked for again afterwards: nothing was left.',
  beyond: 'Out of reach',
  reasons: {
    backups: 'Backups made before',
    sent_mail: 'Mail that was sent already',
    own_logs: 'Log lines that the server printed; names and addresses are hidden in them',
    ledger_server: 'Log segments of your own PostgreSQL server',
    warehouse_server: 'Backups and logs of your own ClickHouse server',
  },
  until: 'gone by',
  byYou: 'expires by your own rules',
};
export const customer = {
  title: 'Privacy',
  copyHtml: 'Copy to read',
  copyJson: 'Copy as JSON',
  erase: 'Erase …',
  eraseTitle: 'Erase this customer everywhere?',
  eraseExplains:
    'Everything that was said, done and noted of this customer goes from every table and file. It cannot be undone. A keyed hash stays, so that a re-send does not bring them back.',
  eraseDeed: 'Erase',
  begun: 'The erasure has begun. The receipt will stand under Settings, Privacy.',
  allowed: 'allowed',
  refused: 'not allowed',
  restrict: 'Restrict processing',
  restrictNote: 'Afterwards only administrators see this customer, and lift it again.',
  lift: 'Lift the restriction',
  restricted: 'Restricted: kept, but used for nothing.',
  unsaid: 'nothing said',
  allow: 'Allow',
  refuse: 'Refuse',
  saidAt: { screen: 'noted here', survey: 'in a survey' },
  wording: (version: string) => `words ${version}`,
};
export const retention = {
  title: 'How long data is kept',
  hint: 'What is older goes every night and cannot be brought back. An empty field keeps all. Scores, topics and counts made of it stay.',
  kinds: {
    events: 'What customers did',
    texts: 'What customers wrote',
    refusals: 'Refused items',
    imports: 'Originals of imported files',
    logs: 'Runs of connectors',
    audit: 'Audit',
  },
  days: 'days',
  always: 'kept for good',
  look: 'Look what would go',
  wouldGo: (n: number) => (n === 0 ? 'nothing would go' : `${many(n, 'row', 'rows')} would go`),
  lastRun: 'Last night:',
  went: (kind: string, n: string) => `${kind} ${n}`,
  nothingWent: 'nothing was too old',
};

export const returns = {
  title: 'Customers who come back',
  hint: 'Whoever was erased stays away, also when their data is sent again. If they ask to be a customer again, say so here: from now on what they say and do is kept. What was erased stays so.',
  type: 'Known by',
  value: 'The value',
  namespace: 'Name of that system',
  country: 'Country, where the number has no code',
  reason: 'How they asked',
  deed: 'Take them in again',
  done: 'Noted. What they say and do from now on is kept.',
};
