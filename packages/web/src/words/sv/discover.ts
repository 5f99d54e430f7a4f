import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

const many = countingIn('sv');
export const themes: Words['discover']['themes'] = {
  title: 'Omtalat, men inget ämne nämner det',
  hint: 'Hittat i det som inget ämne täcker, med deras ord som skrev. Ett tema behåller sin identitet när det hittas igen.',
  none: 'Inget tema vid sidan av ämnena',
  noneHint: 'Det behövs minst åtta kommentarer om samma sak. Varje natt söks det på nytt.',
  neverLooked: 'Ingen har sökt ännu. Varje natt läses de senaste 90 dagarnas kommentarer.',
  look: 'Sök nu',
  looking: 'Söker. Det tar några sekunder; temana visas här av sig själva.',
  looked: (when, comments, uncovered) =>
    `Sökt ${when}: ${comments} kommentarer, ${uncovered} med något som inget ämne täcker.`,
  comments: (n) => many(n, 'kommentar', 'kommentarer'),
  balance: (positive, negative) => `${positive} glada, ${negative} missnöjda`,
  also: (phrases) => `även: ${phrases}`,
  born: 'nytt',
  split: (name) => `avskilt från ”${name}”`,
  joined: (names) => `sammanfört med ”${names}”`,
  faded: (names) => `Hörs inte längre: ${names}.`,
  accept: 'Gör till ämne',
  accepted: (count) => `Nu är det ett ämne. ${count} kommentarer läses om.`,
  dismiss: 'Inte av intresse',
  dismissed: 'Undanlagt. Det kommer inte tillbaka.',
  undo: 'Ångra',
  stability: (share) => `håller ihop: ${share}`,
  show: { found: 'Nya', accepted: 'Blev ämnen', dismissed: 'Undanlagda' },
  showing: 'Vilka teman',
};
export const emerging: Words['discover']['emerging'] = {
  title: 'Ord på väg upp',
  hint: (days, share) =>
    `De senaste ${many(days, 'dagen', 'dagarna')} mot tiden före. Av orden som visas väntas högst ${share} vara slump.`,
  none: (compared) => `${compared} ord jämfördes; inget har stigit mer än slumpen kan förklara.`,
  everywhere: 'överallt',
  of: (own, before) => `${own} nu, ${before} före`,
};
export const compare: Words['discover']['compare'] = {
  title: 'Jämför vad som sägs',
  open: 'Jämför',
  back: 'Alla ämnen',
  finding: (word, side) => `”${word}” skiljer ut ${side}`,
  nothing: 'Inget ord skiljer de två åt',
  nothingHint:
    'Antingen talar de lika, eller så är kommentarerna för få. Välj en längre period eller en annan plats.',
  lead: (own, other, share) =>
    `${own} kommentarer mot ${other}. Av orden som visas väntas högst ${share} vara slump.`,
  against: 'Mot',
  otherPlaces: 'Alla andra platser',
  samePlace: 'Samma plats',
  when: 'När',
  times: { same: 'Samma dagar', before: 'Dagarna före', year: 'Samma dagar för ett år sedan' },
  more: (side) => `Mer i ${side}`,
  columns: { word: 'Ord', own: 'Här', rest: 'Där', ratio: 'Gånger så ofta' },
  noneMore: 'Inget ord sticker ut på den här sidan.',
  ratio: (times, low, high) => `${times} (${low} till ${high})`,
  sides: {
    now: 'perioden',
    before: 'dagarna före',
    year: 'för ett år sedan',
    here: 'här',
    others: 'andra platser',
  },
};
export const parts: Words['discover']['parts'] = {
  title: 'Så är värdet sammansatt',
  hint: (score, n) =>
    `Varje ämnes egen del: hur långt dess kommentarer ligger från medelvärdet ${score}, delat där en kommentar nämner flera. Alla delar blir tillsammans noll (${n} kommentarer med betyg). Det säger var poängen finns, inte vad som orsakar dem.`,
  without: 'Kommentarer utan ämne',
  rest: (n) => many(n, 'ämne till', 'ämnen till'),
  none: 'Inga kommentarer med betyg under perioden.',
};
export const dimensions: Words['discover']['dimensions'] = {
  title: 'Efter väg och slag',
  touchpoint: 'Kontaktpunkt',
  channel: 'Kanal',
  kind: 'Slag',
  language: 'Språk',
  segment: 'Efter segment',
  segmentHint:
    'Känslan i hela kommentarer som nämner ämnet, efter era sparade segment som de är i dag. En kund kan vara i flera.',
};
export const alike: Words['discover']['alike'] = {
  title: 'Sägs gång på gång',
  hint: (n) => `Av de ${n} senaste kommentarerna: samma text skickad igen, eller samma önskan med andra ord.`,
  same_text: (n) => `Samma text i ${many(n, 'kommentar', 'kommentarer')}`,
  same_wish: (n) => `Samma önskan i ${many(n, 'kommentar', 'kommentarer')}`,
};
export const label: Words['discover']['label'] = {
  open: 'Ge ett ämne',
  title: 'Vad handlar det om?',
  hint: 'Markera ord i kommentaren först, eller ge hela kommentaren ämnet.',
  marked: (words) => `”${words}”`,
  whole: 'Hela kommentaren',
  topic: 'Ämne',
  feeling: 'Känsla',
  save: 'Spara',
  saved: 'Sparat. Det räknas genast och lär ämnet.',
};
export const editor: Words['discover']['editor'] = {
  preview: 'Se vad som ändras',
  previewTitle: 'Detta skulle ändras',
  previewLead: (n, since) => `Prövat på de ${n} nyaste kommentarerna, från ${since}. Inget är sparat ännu.`,
  same: 'De här ämnena läser de nyaste kommentarerna precis som förut.',
  row: (added, lost) => `${added} fler, ${lost} färre`,
  fromTo: (before, after) => `${before} → ${after} kommentarer`,
  added: 'Skulle få ämnet',
  lost: 'Skulle förlora det',
  places: 'Mest i',
  history: 'Tidigare ämnen',
  historyHint: 'Varje ändring behåller sina ämnen; att gå tillbaka läser om hela historiken.',
  version: (n) => (n === 0 ? 'Som levererat' : `Version ${n}`),
  topics: (n) => many(n, 'ämne', 'ämnen'),
  current: 'används',
  reading: 'läses',
  restore: 'Gå tillbaka hit',
  restored: (count) => `På väg. ${count} kommentarer läses om.`,
  progress: (read, of) => `Historiken läses med de nya ämnena: ${read} av ${of} kommentarer.`,
  examples: 'Givet av människor',
  examplesHint: 'Kommentarer som någon gav det här ämnet i flödet.',
  suggested: 'Ord i dem som ämnet saknar',
  addWord: (word) => `Lägg till ”${word}”`,
};
