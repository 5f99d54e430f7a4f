import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

const many = countingIn('da');
export const themes: Words['discover']['themes'] = {
  title: 'Omtalt, men intet emne nævner det',
  hint: 'Fundet i det, som intet emne dækker, med deres ord, som skrev. Et tema beholder sin identitet, når det findes igen.',
  none: 'Intet tema ved siden af emnerne',
  noneHint: 'Der skal mindst otte kommentarer om det samme til. Hver nat søges der igen.',
  neverLooked: 'Ingen har søgt endnu. Hver nat læses de seneste 90 dages kommentarer.',
  look: 'Søg nu',
  looking: 'Søger. Det tager nogle sekunder; temaerne vises her af sig selv.',
  looked: (when, comments, uncovered) =>
    `Søgt ${when}: ${comments} kommentarer, ${uncovered} med noget, som intet emne dækker.`,
  comments: (n) => many(n, 'kommentar', 'kommentarer'),
  balance: (positive, negative) => `${positive} glade, ${negative} utilfredse`,
  also: (phrases) => `også: ${phrases}`,
  born: 'nyt',
  split: (name) => `skilt ud fra »${name}«`,
  joined: (names) => `samlet med »${names}«`,
  faded: (names) => `Høres ikke længere: ${names}.`,
  accept: 'Gør til emne',
  accepted: (count) => `Nu er det et emne. ${count} kommentarer læses igen.`,
  dismiss: 'Ikke af interesse',
  dismissed: 'Lagt væk. Det kommer ikke tilbage.',
  undo: 'Fortryd',
  stability: (share) => `hænger sammen: ${share}`,
  show: { found: 'Nye', accepted: 'Blev emner', dismissed: 'Lagt væk' },
  showing: 'Hvilke temaer',
};
export const emerging: Words['discover']['emerging'] = {
  title: 'Ord på vej op',
  hint: (days, share) =>
    `De seneste ${many(days, 'dag', 'dage')} mod tiden før. Af ordene, som vises, ventes højst ${share} at være tilfældige.`,
  none: (compared) => `${compared} ord blev sammenlignet; intet er steget mere end tilfældet kan forklare.`,
  everywhere: 'overalt',
  of: (own, before) => `${own} nu, ${before} før`,
};
export const compare: Words['discover']['compare'] = {
  title: 'Sammenlign, hvad der siges',
  open: 'Sammenlign',
  back: 'Alle emner',
  finding: (word, side) => `»${word}« skiller ${side} ud`,
  nothing: 'Intet ord skiller de to ad',
  nothingHint:
    'Enten taler de ens, eller også er der for få kommentarer. Vælg en længere periode eller et andet sted.',
  lead: (own, other, share) =>
    `${own} kommentarer mod ${other}. Af ordene, som vises, ventes højst ${share} at være tilfældige.`,
  against: 'Mod',
  otherPlaces: 'Alle andre steder',
  samePlace: 'Det samme sted',
  when: 'Hvornår',
  times: { same: 'De samme dage', before: 'Dagene før', year: 'De samme dage for et år siden' },
  more: (side) => `Mere i ${side}`,
  columns: { word: 'Ord', own: 'Her', rest: 'Der', ratio: 'Gange så ofte' },
  noneMore: 'Intet ord skiller sig ud på denne side.',
  ratio: (times, low, high) => `${times} (${low} til ${high})`,
  sides: {
    now: 'perioden',
    before: 'dagene før',
    year: 'for et år siden',
    here: 'her',
    others: 'andre steder',
  },
};
export const parts: Words['discover']['parts'] = {
  title: 'Sådan er scoren sat sammen',
  hint: (score, n) =>
    `Hvert emnes egen del: hvor langt dets kommentarer ligger fra gennemsnittet ${score}, delt hvor en kommentar nævner flere. Alle dele giver tilsammen nul (${n} kommentarer med score). Det siger, hvor pointene er, ikke hvad der forårsager dem.`,
  without: 'Kommentarer uden emne',
  rest: (n) => many(n, 'emne til', 'emner til'),
  none: 'Ingen kommentarer med score i perioden.',
};
export const dimensions: Words['discover']['dimensions'] = {
  title: 'Efter vej og slags',
  touchpoint: 'Kontaktpunkt',
  channel: 'Kanal',
  kind: 'Slags',
  language: 'Sprog',
  segment: 'Efter segment',
  segmentHint:
    'Følelsen i hele kommentarer, der nævner emnet, efter jeres gemte segmenter, som de er i dag. En kunde kan være i flere.',
};
export const alike: Words['discover']['alike'] = {
  title: 'Siges igen og igen',
  hint: (n) => `Af de ${n} nyeste kommentarer: samme tekst sendt igen, eller samme ønske med andre ord.`,
  same_text: (n) => `Samme tekst i ${many(n, 'kommentar', 'kommentarer')}`,
  same_wish: (n) => `Samme ønske i ${many(n, 'kommentar', 'kommentarer')}`,
};
export const label: Words['discover']['label'] = {
  open: 'Giv et emne',
  title: 'Hvad handler det om?',
  hint: 'Markér ord i kommentaren først, eller giv hele kommentaren emnet.',
  marked: (words) => `»${words}«`,
  whole: 'Hele kommentaren',
  topic: 'Emne',
  feeling: 'Følelse',
  save: 'Gem',
  saved: 'Gemt. Det tæller med det samme og lærer emnet.',
};
export const editor: Words['discover']['editor'] = {
  preview: 'Se hvad der ændres',
  previewTitle: 'Det ville ændre sig',
  previewLead: (n, since) => `Prøvet på de ${n} nyeste kommentarer, fra ${since}. Intet er gemt endnu.`,
  same: 'Disse emner læser de nyeste kommentarer præcis som før.',
  row: (added, lost) => `${added} flere, ${lost} færre`,
  fromTo: (before, after) => `${before} → ${after} kommentarer`,
  added: 'Ville få emnet',
  lost: 'Ville miste det',
  places: 'Mest i',
  history: 'Tidligere emner',
  historyHint: 'Hver ændring beholder sine emner; at gå tilbage læser hele historikken igen.',
  version: (n) => (n === 0 ? 'Som leveret' : `Version ${n}`),
  topics: (n) => many(n, 'emne', 'emner'),
  current: 'i brug',
  reading: 'læses',
  restore: 'Gå tilbage hertil',
  restored: (count) => `På vej. ${count} kommentarer læses igen.`,
  progress: (read, of) => `Historikken læses med de nye emner: ${read} af ${of} kommentarer.`,
  examples: 'Givet af mennesker',
  examplesHint: 'Kommentarer, som nogen gav dette emne i feedet.',
  suggested: 'Ord i dem, som emnet mangler',
  addWord: (word) => `Tilføj »${word}«`,
};
