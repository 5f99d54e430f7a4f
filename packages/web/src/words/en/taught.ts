import { countingIn } from '../numerals.ts';

const many = countingIn('en');
export const taught = {
  title: 'Learned from your own comments',
  hint: 'What is learned counts for this workspace only. It is put into use only where it tells more comments right than before, and you can go back.',
  comments: (n: number) => `${many(n, 'comment', 'comments')} with a clear score can be learned from.`,
  tooFew: (n: number, needed: number) =>
    `${many(n, 'comment', 'comments')} with a clear score; it takes ${needed} to learn and to measure.`,
  learn: 'Learn from them',
  bring: 'Bring a model',
  bringHint: 'A file made with “lyhord text train”, at most 5 MB.',
  brought: 'The model was checked and can be used.',
  learningNow: 'Learning. The result shows here by itself.',
  learned: 'Learned here',
  uploaded: 'Brought from a file',
  texts: (n: number) => many(n, 'text', 'texts'),
  right: (before: string, after: string) => `right about the feeling: ${before} before, ${after} with it`,
  notKnown: 'not measured',
  notBetter: 'not better, so not used',
  failed: 'did not work',
  topics: (n: number) => many(n, 'topic', 'topics'),
  use: 'Use it',
  stop: 'Stop using it',
  inUse: 'in use',
  changed: (count: string) => `On its way. ${count} comments are being read again.`,
};
