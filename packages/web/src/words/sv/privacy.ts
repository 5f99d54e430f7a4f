import { countingIn } from '../numerals.ts';

const many = countingIn('sv');
export const purposes = {
  service: 'Service',
  analytics: 'Analys',
  marketing: 'Marknadsföring',
  profiling: 'Profilering',
};
export const requests = {
  title: 'Kunders begäranden',
  hint: 'Var och en ska besvaras inom 30 dagar. Börja på kundens sida, eller sök upp kunden här.',
  find: 'Sök kund',
  none: 'Inga begäranden ännu',
  kinds: { erasure: 'Radering', access: 'Kopia av uppgifterna' },
  states: { waiting: 'väntar', running: 'pågår', done: 'klar', failed: 'stoppad' },
  kind: 'Vad',
  received: 'Inkom',
  due: 'Senast',
  state: 'Läge',
  by: 'Av',
  receipt: 'Kvitto',
  late: 'sen',
};
export const receipt = {
  title: 'Kvitto på raderingen',
  rows: (n: number) => many(n, 'rad', 'rader'),
  erased: 'Raderat',
  stays: 'Kvar, som en hash med nyckel som inte säger något i sig',
  disk: (parts: number, tables: number, files: number) =>
    `Även borta ur filerna: ${many(parts, 'del', 'delar')} av datalagret borttagna, ${many(tables, 'tabell', 'tabeller')} i huvudboken omskrivna, ${many(files, 'brev', 'brev')} borttagna.`,
  left: 'Sökt igen efteråt: inget fanns kvar.',
  beyond: 'Utom räckhåll',
  reasons: {
    backups: 'Säkerhetskopior från tiden före',
    sent_mail: 'E-post som redan är skickad',
    own_logs: 'Loggrader som servern skrev ut; namn och adresser är dolda i dem',
    ledger_server: 'Loggsegment i er egen PostgreSQL-server',
    warehouse_server: 'Säkerhetskopior och loggar i er egen ClickHouse-server',
  },
  until: 'borta senast',
  byYou: 'försvinner enligt era egna regler',
};
export const customer = {
  title: 'Integritet',
  copyHtml: 'Kopia att läsa',
  copyJson: 'Kopia som JSON',
  erase: 'Radera …',
  eraseTitle: 'Radera kunden överallt?',
  eraseExplains:
    'Allt som sagts, gjorts och antecknats om kunden försvinner ur varje tabell och fil. Det går inte att ångra. En hash med nyckel blir kvar, så att ett nytt utskick inte för tillbaka kunden.',
  eraseDeed: 'Radera',
  begun: 'Raderingen har börjat. Kvittot kommer att finnas under Inställningar, Integritet.',
  allowed: 'tillåtet',
  refused: 'inte tillåtet',
  restrict: 'Begränsa behandlingen',
  restrictNote: 'Därefter ser bara administratörer kunden, och kan häva det igen.',
  lift: 'Häv begränsningen',
  restricted: 'Begränsad: sparas, men används inte till något.',
  unsaid: 'inget sagt',
  allow: 'Tillåt',
  refuse: 'Neka',
  saidAt: { screen: 'antecknat här', survey: 'i en enkät' },
  wording: (version: string) => `ordalydelse ${version}`,
};
export const retention = {
  title: 'Hur länge data behålls',
  hint: 'Det som är äldre tas bort varje natt och kan inte fås tillbaka. Ett tomt fält behåller allt. Betyg, ämnen och antal som räknats fram finns kvar.',
  kinds: {
    events: 'Vad kunderna gjorde',
    texts: 'Vad kunderna skrev',
    refusals: 'Nekade poster',
    imports: 'Original till inlästa filer',
    logs: 'Hämtningar',
    audit: 'Logg över åtgärder',
  },
  days: 'dagar',
  always: 'behålls alltid',
  look: 'Se vad som skulle tas bort',
  wouldGo: (n: number) => (n === 0 ? 'inget skulle tas bort' : `${many(n, 'rad', 'rader')} skulle tas bort`),
  lastRun: 'Senaste natten:',
  went: (kind: string, n: string) => `${kind} ${n}`,
  nothingWent: 'inget var för gammalt',
};

export const returns = {
  title: 'Kunder som kommer tillbaka',
  hint: 'Den som har raderats hålls utanför, även när uppgifterna skickas igen. Ber personen att bli kund igen, anteckna det här: det som sägs och görs från och med nu sparas. Det raderade förblir raderat.',
  type: 'Känd genom',
  value: 'Värdet',
  namespace: 'Systemets namn',
  country: 'Land, om numret saknar landsnummer',
  reason: 'Hur de bad om det',
  deed: 'Ta emot igen',
  done: 'Antecknat. Det som sägs och görs från och med nu sparas.',
};
