import { countingIn } from '../numerals.ts';

const many = countingIn('en');
export const themes = {
  title: 'Spoken of, and no topic names it',
  hint: 'Found in what no topic covers, in the words of those who wrote. A theme keeps its identity when it is found again.',
  none: 'No theme beside the topics',
  noneHint: 'It takes at least eight comments that speak of the same thing. Every night it is looked again.',
  neverLooked: 'Nobody has looked yet. Every night all comments of the last 90 days are read.',
  look: 'Look now',
  looking: 'Looking. It takes some seconds; the themes show here by themselves.',
  looked: (when: string, comments: string, uncovered: string) =>
    `Looked ${when}: ${comments} comments, ${uncovered} with something that no topic covers.`,
  comments: (n: number) => many(n, 'comment', 'comments'),
  balance: (positive: string, negative: string) => `${positive} glad, ${negative} unhappy`,
  also: (phrases: string) => `also: ${phrases}`,
  born: 'new',
  split: (name: string) => `split from “${name}”`,
  joined: (names: string) => `joined with “${names}”`,
  faded: (names: string) => `No longer heard: ${names}.`,
  accept: 'Make it a topic',
  accepted: (count: string) => `It is a topic now. ${count} comments are being read again.`,
  dismiss: 'Not of interest',
  dismissed: 'Put away. It does not come back.',
  undo: 'Undo',
  stability: (share: string) => `holds together: ${share}`,
  show: { found: 'New', accepted: 'Became topics', dismissed: 'Put away' },
  showing: 'Which themes',
};
export const emerging = {
  title: 'Words on the rise',
  hint: (days: number, share: string) =>
    `The last ${many(days, 'day', 'days')} against the time before. Of the words shown at most ${share} are expected to be chance.`,
  none: (compared: string) => `${compared} words were compared; none has risen beyond chance.`,
  everywhere: 'everywhere',
  of: (own: string, before: string) => `${own} now, ${before} before`,
};
export const compare = {
  title: 'Compare what is said',
  open: 'Compare',
  back: 'All topics',
  finding: (word: string, side: string) => `“${word}” sets ${side} apart`,
  nothing: 'No word sets the two apart',
  nothingHint:
    'Either they speak alike, or there are too few comments to tell. Choose a longer period or another place.',
  lead: (own: string, other: string, share: string) =>
    `${own} comments against ${other}. Of the words shown at most ${share} are expected to be chance.`,
  against: 'Against',
  otherPlaces: 'All other places',
  samePlace: 'The same place',
  when: 'When',
  times: { same: 'The same days', before: 'The days before', year: 'The same days a year ago' },
  more: (side: string) => `More in ${side}`,
  columns: { word: 'Word', own: 'Here', rest: 'There', ratio: 'Times as often' },
  noneMore: 'No word stands out on this side.',
  ratio: (times: string, low: string, high: string) => `${times} (${low} to ${high})`,
  sides: {
    now: 'this period',
    before: 'the days before',
    year: 'a year ago',
    here: 'here',
    others: 'other places',
  },
};
export const parts = {
  title: 'How the score is put together',
  hint: (score: string, n: string) =>
    `Each topic’s own part: how far its comments lie from the mean of ${score}, shared where a comment names several. All parts add up to nought (${n} comments with a score). It says where the points are, not what causes them.`,
  without: 'Comments without a topic',
  rest: (n: number) => many(n, 'more topic', 'more topics'),
  none: 'No comments with a score in this period.',
};
export const dimensions = {
  title: 'By way and kind',
  touchpoint: 'Touchpoint',
  channel: 'Channel',
  kind: 'Kind',
  language: 'Language',
  segment: 'By segment',
  segmentHint:
    'How whole comments that name it feel, by your kept segments as they are today. One customer may be in several.',
};
export const alike = {
  title: 'Said again and again',
  hint: (n: string) => `Of the newest ${n} comments: one text sent again, or one wish in other words.`,
  same_text: (n: number) => `The same text in ${many(n, 'comment', 'comments')}`,
  same_wish: (n: number) => `The same wish in ${many(n, 'comment', 'comments')}`,
};
export const label = {
  open: 'Give a topic',
  title: 'What is it about?',
  hint: 'Mark words in the comment first, or give the topic to all of it.',
  marked: (words: string) => `“${words}”`,
  whole: 'The whole comment',
  topic: 'Topic',
  feeling: 'Feeling',
  save: 'Save',
  saved: 'Saved. It counts at once, and teaches the topic.',
};
export const editor = {
  preview: 'See what changes',
  previewTitle: 'What would change',
  previewLead: (n: string, since: string) =>
    `Tried on the newest ${n} comments, back to ${since}. Nothing is saved yet.`,
  same: 'These topics read the newest comments just as before.',
  row: (added: string, lost: string) => `${added} more, ${lost} fewer`,
  fromTo: (before: string, after: string) => `${before} → ${after} comments`,
  added: 'Would get the topic',
  lost: 'Would lose it',
  places: 'Most at',
  history: 'Former topics',
  historyHint: 'Every change keeps its topics; going back reads all history again.',
  version: (n: number) => (n === 0 ? 'As shipped' : `Version ${n}`),
  topics: (n: number) => many(n, 'topic', 'topics'),
  current: 'in use',
  reading: 'being read',
  restore: 'Go back to this',
  restored: (count: string) => `On its way. ${count} comments are being read again.`,
  progress: (read: string, of: string) =>
    `History is being read with the new topics: ${read} of ${of} comments.`,
  examples: 'Given by people',
  examplesHint: 'Comments that somebody gave this topic in the feed.',
  suggested: 'Words in them that the topic lacks',
  addWord: (word: string) => `Add “${word}”`,
};
