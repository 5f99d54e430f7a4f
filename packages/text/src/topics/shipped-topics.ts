import type { TopicTree } from '@lyhord/contract';
import { contractAndMoneyTopics } from './tree/contract-and-money.ts';
import { offerTopics } from './tree/offer.ts';
import { onlineTopics } from './tree/online.ts';
import { peopleTopics } from './tree/people.ts';
import { placeTopics } from './tree/place.ts';
import { sectorTopics } from './tree/sectors.ts';

/**
 * The topic tree that every workspace begins with: retail, e-commerce, bank, telecom, travel and health care, named
 * in Swedish, Danish, Norwegian, Finnish, English, German and Portuguese, with the words that point to each topic.
 */
export const shippedTopics: TopicTree = {
  topics: [
    ...peopleTopics,
    ...placeTopics,
    ...offerTopics,
    ...onlineTopics,
    ...contractAndMoneyTopics,
    ...sectorTopics,
  ],
};
