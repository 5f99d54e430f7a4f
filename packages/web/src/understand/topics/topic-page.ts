import type { endpoints, ReplyReceived } from '@lyhord/contract';

export type TopicPage = ReplyReceived<typeof endpoints.readTopic>;
