import { endpoints } from '@lyhord/contract';
import { useReply } from '../../client/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { TopicEditor, wordsOf } from './topic-settings.tsx';
import { ReadingProgress, TopicVersionList } from './topic-versions.tsx';

/** Feelings that the workspace wants to give, told by its own words; they are versions of the same tree as topics. */
export function FeelingSettings() {
  const tree = useReply(endpoints.topicTree);
  const ready = useReply(endpoints.readyFeelings);
  return (
    <>
      <ReadingProgress />
      <Loaded reply={tree}>
        {(data) => (
          <TopicEditor key={wordsOf(data)} known={data} kind="feeling" ready={ready.data?.feelings ?? []} />
        )}
      </Loaded>
      <TopicVersionList />
    </>
  );
}
