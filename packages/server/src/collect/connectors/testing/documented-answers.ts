import type { ConnectorSettings } from '@lyhord/contract';

export const sites: [Exclude<ConnectorSettings['kind'], 'imap' | 'feed' | 'json'>, unknown, object][] = [
  [
    'apple_reviews',
    {
      feed: {
        entry: [
          { 'im:name': { label: 'The app' }, id: { label: 'app' } },
          {
            ...{ id: { label: '991' }, title: { label: 'Bra' }, content: { label: 'Enkel att använda' } },
            ...{ 'im:rating': { label: '4' }, 'im:version': { label: '2.1' } },
            updated: { label: '2026-03-31T01:15:00-07:00' },
          },
        ],
      },
    },
    { score: 4, title: 'Bra', text: 'Enkel att använda' },
  ],
  [
    'google_play_reviews',
    {
      reviews: [
        {
          reviewId: 'r-1',
          comments: [
            {
              userComment: {
                ...{ text: 'Kraschar ofta', starRating: 2, reviewerLanguage: 'sv' },
                lastModified: { seconds: '1774944900' },
              },
            },
          ],
        },
      ],
    },
    { score: 2, text: 'Kraschar ofta', happened_at: '2026-03-31 08:15:00.000' },
  ],
  [
    'google_business_reviews',
    {
      reviews: [
        {
          reviewId: 'g-1',
          starRating: 'FIVE',
          comment: 'Fin butik',
          createTime: '2026-03-31T08:15:00.123456Z',
        },
      ],
      totalReviewCount: 1,
    },
    { score: 5, text: 'Fin butik' },
  ],
  [
    'trustpilot_reviews',
    {
      reviews: [
        {
          ...{ id: 't-1', stars: 1, title: 'Aldrig igen', text: 'Paketet kom inte', language: 'sv' },
          ...{ createdAt: '2026-03-31T08:15:00.000Z', consumer: { id: 'c-1', displayName: 'K' } },
        },
      ],
    },
    { score: 1, title: 'Aldrig igen', known: true },
  ],
  [
    'mastodon',
    [
      {
        ...{
          id: '114',
          uri: 'https://social.example/users/a/statuses/114',
          language: 'sv',
          reblogs_count: 2,
        },
        ...{ created_at: '2026-03-31T08:15:00.000Z', in_reply_to_id: null },
        content: '<p>Kön i Lund <a href="https://social.example/tags/x">#lund</a></p>',
        account: { url: 'https://social.example/@a', followers_count: 10 },
      },
    ],
    { kind: 'social', channel: 'social', text: 'Kön i Lund #lund', known: true, conversation: '114' },
  ],
];
