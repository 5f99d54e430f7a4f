// Sites whose answers are known, as settings of the JSON way. Sources: each site's API reference and export format.
import type { connectorPresets, JsonSettings, Mapping, Template } from '@lyhord/contract';
import type { z } from 'zod';
import type { SettingsOf } from './fetching.ts';

type Json = z.output<typeof JsonSettings>;
type Preset = (typeof connectorPresets)[number];
type Known = Pick<Json, 'items' | 'paging' | 'newestFirst'> & {
  readonly secretHeader?: string;
  /** Elements of the list that are no reviews are left out. */
  readonly when?: Mapping[number]['when'];
  readonly item: Readonly<Record<string, Template>>;
};

const review = { kind: 'review', channel: 'review_site' } as const;
const starWords = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 } as const;

const known: Readonly<Record<Preset, Known>> = {
  /** Customer reviews of an app: `https://itunes.apple.com/<country>/rss/customerreviews/…/json`. */
  apple_reviews: {
    items: '$.feed.entry',
    paging: { by: 'none' },
    newestFirst: true,
    // the first entry of an older feed is the app itself
    when: { '$.im:rating': true },
    item: {
      ...review,
      messageId: { $join: ['apple', '$.id.label'], $with: '-' },
      reference: '$.id.label',
      happenedAt: '$.updated.label',
      title: '$.title.label',
      text: { $path: '$.content.label', $as: 'plain' },
      answers: [{ question: 'stars', value: { $path: '$.im:rating.label', $as: 'number' } }],
      properties: { version: '$.im:version.label' },
    },
  },
  /** Reviews of the Google Play Developer API, `reviews.list`. */
  google_play_reviews: {
    items: '$.reviews',
    paging: { by: 'cursor', path: '$.tokenPagination.nextPageToken', parameter: 'token' },
    newestFirst: true,
    secretHeader: 'authorization',
    item: {
      ...review,
      messageId: {
        $join: [
          'play',
          '$.reviewId',
          { $path: '$.comments[0].userComment.lastModified.seconds', $as: 'text' },
        ],
        $with: '-',
      },
      reference: '$.reviewId',
      happenedAt: { $path: '$.comments[0].userComment.lastModified.seconds', $as: 'seconds' },
      text: '$.comments[0].userComment.text',
      language: '$.comments[0].userComment.reviewerLanguage',
      answers: [{ question: 'stars', value: '$.comments[0].userComment.starRating' }],
      properties: { version: '$.comments[0].userComment.appVersionName' },
    },
  },
  /** Reviews of a Google Business Profile, by its API or as exported (`reviews.json`). */
  google_business_reviews: {
    items: '$.reviews',
    paging: { by: 'cursor', path: '$.nextPageToken', parameter: 'pageToken' },
    newestFirst: true,
    secretHeader: 'authorization',
    item: {
      ...review,
      messageId: { $join: ['google', { $first: ['$.reviewId', '$.name'] }], $with: '-' },
      reference: { $first: ['$.reviewId', '$.name'] },
      happenedAt: '$.createTime',
      text: '$.comment',
      answers: [{ question: 'stars', value: { $path: '$.starRating', $values: starWords } }],
    },
  },
  /** Reviews of a business unit, Trustpilot's API and its JSON export. */
  trustpilot_reviews: {
    items: '$.reviews',
    paging: { by: 'page', parameter: 'page', from: 1 },
    newestFirst: true,
    secretHeader: 'apikey',
    item: {
      ...review,
      messageId: { $join: ['trustpilot', '$.id'], $with: '-' },
      reference: { $first: ['$.referenceId', '$.id'] },
      happenedAt: '$.createdAt',
      title: '$.title',
      text: '$.text',
      language: '$.language',
      answers: [{ question: 'stars', value: '$.stars' }],
      identifiers: [
        { type: 'external_id', namespace: 'trustpilot', value: { $path: '$.consumer.id', $as: 'text' } },
        { type: 'email', value: '$.referralEmail' },
      ],
    },
  },
  /** Posts of a time line: a tag, a list or mentions, on any server of the fediverse. */
  mastodon: {
    items: '$',
    paging: { by: 'link' },
    newestFirst: true,
    secretHeader: 'authorization',
    item: {
      ...{ kind: 'social', channel: 'social' },
      messageId: { $join: ['mastodon', '$.uri'], $with: '-' },
      reference: '$.id',
      conversation: { $first: ['$.in_reply_to_id', '$.id'] },
      happenedAt: '$.created_at',
      text: { $path: '$.content', $as: 'plain' },
      language: '$.language',
      // counts of readers change from one reading to the next: the post would be another one each time
      identifiers: [{ type: 'external_id', namespace: 'mastodon', value: '$.account.url' }],
    },
  },
};

/** What is fetched from a known site, as the JSON way fetches anything. */
export function jsonSettingsOf({ kind, url, place }: SettingsOf<Preset>): Json {
  const { item, ...rest } = known[kind];
  const { when = {}, ...json } = rest;
  const mapping: Mapping = [{ to: 'signal', when, item: place ? { ...item, place } : item }];
  return { kind: 'json', url, headers: {}, mapping, ...json };
}
