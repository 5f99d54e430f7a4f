import { countingIn } from '../numerals.ts';

const many = countingIn('da');
export const purposes = {
  service: 'Service',
  analytics: 'Analyse',
  marketing: 'Markedsføring',
  profiling: 'Profilering',
};
export const requests = {
  title: 'Kunders anmodninger',
  hint: 'Hver skal besvares inden 30 dage. Begynd på kundens side, eller find kunden her.',
  find: 'Find kunde',
  none: 'Ingen anmodninger endnu',
  kinds: { erasure: 'Sletning', access: 'Kopi af oplysningerne' },
  states: { waiting: 'venter', running: 'i gang', done: 'færdig', failed: 'standset' },
  kind: 'Hvad',
  received: 'Modtaget',
  due: 'Senest',
  state: 'Tilstand',
  by: 'Af',
  receipt: 'Kvittering',
  late: 'for sent',
};
export const receipt = {
  title: 'Kvittering for sletningen',
  rows: (n: number) => many(n, 'række', 'rækker'),
  erased: 'Slettet',
  stays: 'Bliver, som en hash med nøgle der intet siger i sig selv',
  disk: (parts: number, tables: number, files: number) =>
    `Også væk fra filerne: ${many(parts, 'del', 'dele')} af datalageret fjernet, ${many(tables, 'tabel', 'tabeller')} i hovedbogen skrevet om, ${many(files, 'brev', 'breve')} fjernet.`,
  left: 'Søgt igen bagefter: intet var tilbage.',
  beyond: 'Uden for rækkevidde',
  reasons: {
    backups: 'Sikkerhedskopier fra tiden før',
    sent_mail: 'E-mail der allerede er sendt',
    own_logs: 'Loglinjer som serveren skrev; navne og adresser er skjult i dem',
    ledger_server: 'Logsegmenter i jeres egen PostgreSQL-server',
    warehouse_server: 'Sikkerhedskopier og logge i jeres egen ClickHouse-server',
  },
  until: 'væk senest',
  byYou: 'forsvinder efter jeres egne regler',
};
export const customer = {
  title: 'Privatliv',
  copyHtml: 'Kopi til læsning',
  copyJson: 'Kopi som JSON',
  erase: 'Slet …',
  eraseTitle: 'Slette kunden overalt?',
  eraseExplains:
    'Alt der er sagt, gjort og noteret om kunden forsvinder fra hver tabel og fil. Det kan ikke fortrydes. En hash med nøgle bliver, så en ny afsendelse ikke bringer kunden tilbage.',
  eraseDeed: 'Slet',
  begun: 'Sletningen er begyndt. Kvitteringen vil stå under Indstillinger, Privatliv.',
  allowed: 'tilladt',
  refused: 'ikke tilladt',
  restrict: 'Begræns behandlingen',
  restrictNote: 'Derefter ser kun administratorer kunden, og kan ophæve det igen.',
  lift: 'Ophæv begrænsningen',
  restricted: 'Begrænset: gemmes, men bruges ikke til noget.',
  unsaid: 'intet sagt',
  allow: 'Tillad',
  refuse: 'Afvis',
  saidAt: { screen: 'noteret her', survey: 'i en undersøgelse' },
  wording: (version: string) => `ordlyd ${version}`,
};
export const retention = {
  title: 'Hvor længe data gemmes',
  hint: 'Det, der er ældre, fjernes hver nat og kan ikke hentes tilbage. Et tomt felt gemmer alt. Scorer, emner og antal, der er talt op, bliver.',
  kinds: {
    events: 'Hvad kunderne gjorde',
    texts: 'Hvad kunderne skrev',
    refusals: 'Afviste poster',
    imports: 'Originaler af indlæste filer',
    logs: 'Hentninger',
    audit: 'Log over handlinger',
  },
  days: 'dage',
  always: 'gemmes altid',
  look: 'Se hvad der ville blive fjernet',
  wouldGo: (n: number) =>
    n === 0 ? 'intet ville blive fjernet' : `${many(n, 'række', 'rækker')} ville blive fjernet`,
  lastRun: 'Sidste nat:',
  went: (kind: string, n: string) => `${kind} ${n}`,
  nothingWent: 'intet var for gammelt',
};

export const returns = {
  title: 'Kunder der vender tilbage',
  hint: 'Den der er slettet, holdes ude, også når oplysningerne sendes igen. Beder personen om at blive kunde igen, så notér det her: det der siges og gøres fra nu af, gemmes. Det slettede forbliver slettet.',
  type: 'Kendt ved',
  value: 'Værdien',
  namespace: 'Systemets navn',
  country: 'Land, hvis nummeret mangler landekode',
  reason: 'Hvordan de bad om det',
  deed: 'Tag imod igen',
  done: 'Noteret. Det der siges og gøres fra nu af, gemmes.',
};
